import { type ReactNode, useEffect, useRef } from 'react';

/**
 * A register and, where one is open, its record beside it. Narrow windows show the record alone.
 * Escape closes the record, and the focus goes back to its row.
 */
export function SplitView({
  list,
  detail,
  label,
  onClose,
}: {
  list: ReactNode;
  detail: ReactNode | null;
  /** What the pane is, for those who hear it. */
  label: string;
  onClose: () => void;
}) {
  const split = useRef<HTMLDivElement>(null);
  const isOpen = Boolean(detail);
  useEffect(() => {
    const element = split.current;
    if (!isOpen) return;
    return () => {
      // What had the focus went with the record.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        element?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
      });
    };
  }, [isOpen]);
  return (
    <div
      className={isOpen ? 'split split-open' : 'split'}
      ref={split}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen || event.defaultPrevented) return;
        // There it closes the suggestions and takes back what was typed.
        if (event.target instanceof HTMLElement && event.target.role === 'combobox') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="split-list">{list}</div>
      {isOpen && (
        <section className="split-detail" aria-label={label}>
          {detail}
        </section>
      )}
    </div>
  );
}

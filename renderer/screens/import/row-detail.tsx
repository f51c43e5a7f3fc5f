import { IconButton } from '../../components/button.tsx';
import { Tag } from '../../components/layout.tsx';
import type { ImportRowView } from '../../stores/import.ts';
import { ROW_STATES } from './row-states.ts';

/** All that is to be said of one row. */
export function RowDetail({ row, onClose }: { row: ImportRowView; onClose: () => void }) {
  const { label, tone } = ROW_STATES[row.state];
  return (
    <section className="row-detail" aria-label={`Row ${row.row}`}>
      <header>
        <h2>
          Row {row.row}
          {row.label !== '' && (
            <>
              : <bdi>{row.label}</bdi>
            </>
          )}
        </h2>
        <Tag tone={tone}>{label}</Tag>
        <IconButton label="Close the row" icon="close" onPress={onClose} />
      </header>
      {row.reasons.length + row.notices.length === 0 && <p className="muted">Nothing to remark.</p>}
      <ul>
        {row.reasons.map((reason) => (
          <li key={reason}>
            <bdi>{reason}</bdi>
          </li>
        ))}
        {row.notices.map((notice) => (
          <li key={notice} className="muted">
            <bdi>{notice}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

/** The head of a room: its name, a quiet remark such as a count, and its actions. */
export function PageHeader({
  title,
  remark,
  children,
}: {
  title: string;
  remark?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="page-header">
      <h1>{title}</h1>
      {remark && <p className="remark">{remark}</p>}
      <div className="actions">{children}</div>
    </header>
  );
}

/** What belongs in an empty room, and the first step. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      <div className="empty-words">{children}</div>
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}

/** A part of a record, under its own small heading. */
export function Section({
  title,
  action,
  level = 3,
  children,
}: {
  title: string;
  action?: ReactNode;
  /** 2 where the section stands directly under the room's name. */
  level?: 2 | 3;
  children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <section className="section">
      <header>
        <Heading>{title}</Heading>
        {action}
      </header>
      {children}
    </section>
  );
}

/** A word or two about a record's state. Red is for overdue and confidential things only. */
export function Tag({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'accent' | 'warning' | 'alarm';
  children: ReactNode;
}) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

/** Says quietly that what was typed is kept. */
export function SaveStatus({ saving }: { saving: 'idle' | 'saving' | 'saved' }) {
  return (
    <p className={`save-status save-${saving}`} role="status">
      {saving === 'saving' && 'Saving …'}
      {saving === 'saved' && (
        <>
          <Icon name="check" /> Saved
        </>
      )}
    </p>
  );
}

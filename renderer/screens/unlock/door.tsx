import type { ReactNode } from 'react';
import { Mark } from '../../components/icons.tsx';

/** The page outside the vault: the mark, a heading, what to do, and a foot for other ways. */
export function Door({
  title,
  lead,
  children,
  foot,
  isWide = false,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  isWide?: boolean;
}) {
  return (
    <main className="door">
      <div className={isWide ? 'door-card door-wide' : 'door-card'}>
        <header className="door-head">
          <Mark />
          <div>
            <p className="door-brand">Muniment</p>
            <h1>{title}</h1>
          </div>
        </header>
        {lead && <div className="door-lead">{lead}</div>}
        {children}
        {foot && <footer className="door-foot">{foot}</footer>}
      </div>
    </main>
  );
}

import { formatInstant } from '../../domain/dates.ts';
import { AUTHORITY, type BreachClock } from '../../domain/deadlines.ts';
import type { Incident } from '../../domain/incident.ts';
import { clocksOf, leftInWords } from '../../domain/registers/incidents.ts';
import { useNow } from '../../stores/clock.ts';
import { useOpened } from '../../stores/session.ts';

const HOUR = 3_600_000;
const ALL = 72;

/** The law's 72 hours and the policy's, side by side; the earlier is the one to work to. They stop at the report. */
export function BreachClocks({ incident }: { incident: Incident }) {
  const { timeZone } = useOpened().opened.group;
  const present = useNow();
  const { law, policy, earlier } = clocksOf(incident, timeZone);
  const now = incident.reported ?? present;
  if (now === null) return null;
  return (
    <section className="breach-clocks" aria-label="The 72 hours">
      <div className="clock-pair">
        <Clock title="By law, from awareness" clock={law} isFirst={earlier === law} now={now} />
        {policy && (
          <Clock
            title="By the policy, from the breach"
            clock={policy}
            isFirst={earlier === policy}
            now={now}
          />
        )}
      </div>
      <p className="muted">
        {incident.reported === null
          ? 'Weekends and holidays count. '
          : `Reported ${formatInstant(incident.reported, timeZone)}. `}
        {AUTHORITY}
      </p>
    </section>
  );
}

function Clock({
  title,
  clock: { at, working },
  isFirst,
  now,
}: {
  title: string;
  clock: BreachClock;
  isFirst: boolean;
  now: number;
}) {
  const elapsed = Math.floor((now - at) / HOUR) + ALL;
  const isLate = now > at;
  return (
    <div className={isFirst ? 'breach-clock is-first' : 'breach-clock'}>
      <h3>{title}</h3>
      <p className={isLate ? 'clock-left overdue' : 'clock-left'}>{leftInWords(at, now)}</p>
      <meter min={0} max={ALL} value={Math.min(elapsed, ALL)} aria-label={`${title}: hours gone`}>
        {elapsed} of {ALL} hours
      </meter>
      <p className="muted">{working}</p>
    </div>
  );
}

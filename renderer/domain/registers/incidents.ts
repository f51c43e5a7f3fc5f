import { dayOf, formatDay } from '../dates.ts';
import { type BreachClocks, breachClocks } from '../deadlines.ts';
import { fail, ok } from '../errors.ts';
import type { Incident } from '../incident.ts';
import { type Risk, riskOf } from '../risk.ts';
import { checkIncident } from './incident-check.ts';
import { INCIDENT_FIELDS } from './incident-fields.ts';
import type { Around, Due, Follow, Register } from './register.ts';

const HOUR = 3_600_000;

/** BREACH: both clocks, the risk, the decisions and why; recorded whether it is reported or not. */
export const incidents: Register<'incident'> = {
  one: 'incident',
  many: 'incidents',
  byHand: true,
  columns: ['aware', 'closed'],
  fields: INCIDENT_FIELDS,
  title: (incident) => incident.summary,
  // For their order alone: the day in the vault's own zone is worked out where it is shown.
  day: ({ aware }) => dayOf(aware, 'UTC'),
  states: {
    new: { words: 'To assess', tone: 'warning' },
    'to-report': { words: 'To report', tone: 'warning' },
    late: { words: 'Overdue', tone: 'alarm' },
    reported: { words: 'Reported', tone: 'accent' },
    recorded: { words: 'Recorded, not reported', tone: 'plain' },
    closed: { words: 'Closed', tone: 'plain' },
  },
  state(incident, { now, timeZone }) {
    const { closed, reported, report } = incident;
    if (closed !== null) return 'closed';
    if (reported !== null) return 'reported';
    if (report === 'not') return 'recorded';
    if (now > clocksOf(incident, timeZone).earlier.at) return 'late';
    return riskIn(incident) === null ? 'new' : 'to-report';
  },
  check: checkIncident,
  endedOn: ({ closed }) => closed,
  // A breach that is not reported is recorded all the same.
  checkRemoval: ({ report }) => (report === 'undecided' ? ok(null) : fail('register/kept')),
  holds: ({ affected, closed }) => (closed === null ? affected : []),
  follows: letterTasks,
  dues: (incident, around) =>
    incident.closed === null ? [...toReport(incident, around), ...toTell(incident, around)] : [],
  inTime(incident, { now, timeZone }) {
    const { report, reported } = incident;
    const last = clocksOf(incident, timeZone).earlier.at;
    if (reported !== null) return reported <= last;
    return report === 'not' || now <= last ? null : false;
  },
  blank: () => ({
    purpose: 'accountability',
    likelihood: null,
    severity: null,
    report: 'undecided',
    tell: 'undecided',
  }),
};

/** Both readings of the 72 hours. */
export function clocksOf({ aware, occurred }: Incident, timeZone: string): BreachClocks {
  return breachClocks(aware, occurred, timeZone);
}

/** null while it has not been assessed. */
export function riskIn({ likelihood, severity }: Incident): Risk | null {
  return likelihood === null || severity === null ? null : riskOf(likelihood, severity);
}

function toReport(incident: Incident, { now, timeZone }: Around): Due[] {
  const { report, reported } = incident;
  if (reported !== null || report === 'not') return [];
  const { law, policy, earlier } = clocksOf(incident, timeZone);
  const what =
    report === 'tell'
      ? 'Report the breach to the ICO'
      : riskIn(incident) === null
        ? 'Assess the breach'
        : 'Decide whether to report the breach';
  const working = [law.working, ...(policy ? [policy.working] : []), leftInWords(earlier.at, now)];
  return [{ what, due: dayOf(earlier.at, timeZone), at: earlier.at, working: working.join(' ') }];
}

/** `53 hours left.`, whole hours. */
export function leftInWords(at: number, now: number): string {
  const hours = Math.floor(Math.abs(at - now) / HOUR);
  const count = hours === 1 ? '1 hour' : `${hours} hours`;
  return at >= now ? `${count} left.` : `${count} late.`;
}

function toTell({ tell, told, aware }: Incident, { timeZone }: Around): Due[] {
  if (tell !== 'tell' || told !== null) return [];
  const working = `Without undue delay; known since ${formatDay(dayOf(aware, timeZone))}.`;
  return [{ what: 'Tell the people affected', due: null, working }];
}

/** Once the people are to be told, a task for each of them; those who are added later get theirs. */
function letterTasks(incident: Incident, before: Incident | null, around: Around): Follow[] {
  if (incident.tell !== 'tell') return [];
  const had = new Set(before?.tell === 'tell' ? before.affected : []);
  return incident.affected
    .filter((person) => !had.has(person))
    .map((person) => ({
      before: null,
      after: {
        kind: 'task',
        id: around.newId('task'),
        purpose: 'accountability',
        what: 'letter',
        words: 'Send the letter about a breach to somebody whom it affects.',
        about: person,
        because: incident.id,
        due: around.today,
        done: null,
        notes: '',
      },
    }));
}

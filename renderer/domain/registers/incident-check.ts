import { type Result, fail, ok } from '../errors.ts';
import { breachClocks } from '../deadlines.ts';
import { textIn, valueIn } from '../fields.ts';
import type { Incident } from '../incident.ts';
import type { Around } from './register.ts';

/** The texts that go on the ICO's form. */
const ON_THE_FORM = [
  'summary',
  'what',
  'howDiscovered',
  'impact',
  'recovery',
  'consequences',
  'measuresBefore',
  'training',
  'actionTaken',
  'actionPlanned',
  'lateReason',
  'reference',
  'othersTold',
  'reportWhy',
  'tellWhy',
  'followUp',
] as const satisfies readonly (keyof Incident)[];

/**
 * Errors: record/in-future, incident/known-too-early, record/ends-before-start, incident/no-reason (a decision without
 * why), incident/late-without-reason, incident/not-decided-to-report, incident/undecided (closed before all is decided
 * and done), incident/names-somebody (an account that names one of the people affected).
 */
export function checkIncident(
  incident: Incident,
  _before: Incident | null,
  around: Around,
): Result<Incident> {
  for (const check of [checkMoments, checkDecisions, checkClosing, checkNames]) {
    const failed = check(incident, around);
    if (!failed.ok) return failed;
  }
  return ok(incident);
}

function checkMoments(incident: Incident, { now, today, timeZone }: Around): Result<null> {
  const { aware, occurred, reported, lateReason, told, closed } = incident;
  for (const [field, at] of Object.entries({ aware, occurred, reported }))
    if (at !== null && at > now) return fail('record/in-future', { field });
  for (const [field, day] of Object.entries({ told, closed }))
    if (day !== null && day > today) return fail('record/in-future', { field });
  if (occurred !== null && occurred > aware)
    return fail('incident/known-too-early', { field: 'occurred' });
  if (reported === null) return ok(null);
  if (reported < aware) return fail('record/ends-before-start', { field: 'reported' });
  const { earlier } = breachClocks(aware, occurred, timeZone);
  return reported > earlier.at && lateReason.trim() === ''
    ? fail('incident/late-without-reason', { field: 'lateReason' })
    : ok(null);
}

function checkDecisions({ report, reportWhy, reported, tell, tellWhy, told }: Incident) {
  if (report !== 'undecided' && reportWhy.trim() === '')
    return fail('incident/no-reason', { field: 'reportWhy' });
  if (tell !== 'undecided' && tellWhy.trim() === '')
    return fail('incident/no-reason', { field: 'tellWhy' });
  if (reported !== null && report !== 'tell')
    return fail('incident/not-decided', { field: 'report' });
  if (told !== null && tell !== 'tell') return fail('incident/not-decided', { field: 'tell' });
  return ok(null);
}

function checkClosing({ closed, report, reported, tell, told }: Incident) {
  if (closed === null) return ok(null);
  const isReported = report === 'not' || (report === 'tell' && reported !== null);
  const isTold = tell === 'not' || (tell === 'tell' && told !== null);
  return isReported && isTold ? ok(null) : fail('incident/undecided', { field: 'closed' });
}

function checkNames(incident: Incident, { find }: Around) {
  const names = incident.affected.flatMap((id) => {
    const person = find(id);
    return person?.kind === 'person' ? [person.name.full.toLowerCase()] : [];
  });
  for (const field of ON_THE_FORM) {
    const text = textIn(valueIn(incident, field)).toLowerCase();
    if (text !== '' && names.some((name) => text.includes(name)))
      return fail('incident/names-somebody', { field });
  }
  return ok(null);
}

import type { Complaint } from '../complaint.ts';
import { formatDay } from '../dates.ts';
import { type ComplaintDeadlines, complaintDeadlines } from '../deadlines.ts';
import { type Result, fail, ok } from '../errors.ts';
import type { Around, Due, Register } from './register.ts';

const ANSWER = 'To look into the complaint and to answer it.';

/** COMPLAINT: acknowledged within 30 days by law, answered within one month as the policy promises. */
export const complaints: Register<'complaint'> = {
  one: 'complaint',
  many: 'complaints',
  byHand: true,
  columns: ['received', 'acknowledged', 'responded'],
  fields: {
    person: { label: 'Who complains', why: ANSWER, as: 'person', atStart: true },
    name: {
      label: 'Or their name',
      why: ANSWER,
      help: 'Where they are not in the register.',
      as: 'text',
      most: 200,
      atStart: true,
    },
    received: {
      label: 'Received',
      why: 'Both clocks start on that day.',
      as: 'day',
      isNeeded: true,
      atStart: true,
    },
    about: { label: 'About', why: ANSWER, as: 'long-text', most: 5_000, atStart: true },
    acknowledged: {
      label: 'Acknowledged on',
      why: 'To prove that it was acknowledged within 30 days.',
      as: 'day',
    },
    investigator: { label: 'Looked into by', why: 'Who answers for it.', as: 'person' },
    outcome: {
      label: 'Outcome',
      why: ANSWER,
      help: 'What was found, and what is done about it. It stands in the response.',
      as: 'long-text',
      most: 5_000,
    },
    responded: {
      label: 'Answered on',
      why: 'To prove that it was answered within one month.',
      as: 'day',
    },
  },
  title: ({ person, name }, names) => (person === null ? name : names(person)),
  day: (complaint) => complaint.received,
  states: {
    received: { words: 'To acknowledge', tone: 'accent' },
    pressing: { words: 'Acknowledge today', tone: 'warning' },
    open: { words: 'To answer', tone: 'accent' },
    late: { words: 'Overdue', tone: 'alarm' },
    answered: { words: 'Answered', tone: 'plain' },
  },
  state(complaint, { today, holidays }) {
    if (complaint.responded !== null) return 'answered';
    const due = complaintDeadlines(complaint.received, holidays);
    const isLate = today > due.respond.day || (waits(complaint) && today > due.acknowledge.day);
    if (isLate) return 'late';
    if (!waits(complaint)) return 'open';
    return today >= due.warn.day ? 'pressing' : 'received';
  },
  check: checkComplaint,
  endedOn: ({ responded }) => responded,
  checkRemoval: (complaint) => (waits(complaint) ? ok(null) : fail('register/kept')),
  holds: ({ person, responded }) => (person !== null && responded === null ? [person] : []),
  dues: (complaint, { holidays }) =>
    complaint.responded === null
      ? owed(complaint, complaintDeadlines(complaint.received, holidays))
      : [],
  inTime({ received, responded }, { today, holidays }) {
    const last = complaintDeadlines(received, holidays).respond.day;
    if (responded !== null) return responded <= last;
    return today <= last ? null : false;
  },
  blank: (today) => ({
    purpose: 'accountability',
    person: null,
    name: '',
    received: today,
    about: '',
    acknowledged: null,
    investigator: null,
    outcome: '',
    responded: null,
  }),
};

const waits = ({ acknowledged, responded }: Complaint) =>
  acknowledged === null && responded === null;

/**
 * Errors: complaint/nobody, complaint/no-outcome (an answer without one), record/in-future, record/ends-before-start.
 */
function checkComplaint(
  complaint: Complaint,
  _before: Complaint | null,
  { today }: Around,
): Result<Complaint> {
  const { person, name, received, acknowledged, responded, outcome } = complaint;
  if (person === null && name.trim() === '') return fail('complaint/nobody', { field: 'name' });
  for (const [field, day] of Object.entries({ received, acknowledged, responded })) {
    if (day === null) continue;
    if (day > today) return fail('record/in-future', { field });
    if (day < received) return fail('record/ends-before-start', { field });
  }
  if (responded !== null && outcome.trim() === '')
    return fail('complaint/no-outcome', { field: 'outcome' });
  return ok(complaint);
}

function owed(complaint: Complaint, { acknowledge, warn, respond }: ComplaintDeadlines): Due[] {
  const answer = { what: 'Answer the complaint', due: respond.day, working: respond.working };
  if (!waits(complaint)) return [answer];
  const early = `Safer by ${formatDay(warn.day)}: the law may also be read as a day earlier.`;
  const working = `${acknowledge.working} ${early}`;
  return [{ what: 'Acknowledge the complaint', due: acknowledge.day, working }, answer];
}

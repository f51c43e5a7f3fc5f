import { heldOn } from '../consent.ts';
import { GROUNDS, WHERE } from '../disclosure.ts';
import { fail, ok } from '../errors.ts';
import type { RecordOf } from '../kinds.ts';
import type { Around, Register } from './register.ts';

const ANSWER = 'To answer who was given which data, and why that was lawful.';

/** DISCLOSE: outside IMSIG and the CQI only with the consent of each person or by a stated legal duty. */
export const disclosures: Register<'disclosure'> = {
  one: 'disclosure',
  many: 'disclosures',
  byHand: true,
  columns: ['on', 'where', 'ground', 'people'],
  fields: {
    on: { label: 'On', why: ANSWER, as: 'day', isNeeded: true, atStart: true },
    to: {
      label: 'To whom',
      why: ANSWER,
      help: 'The office, firm or authority.',
      as: 'text',
      most: 200,
      isNeeded: true,
      atStart: true,
    },
    where: { label: 'Where', why: ANSWER, as: 'choice', of: WHERE, atStart: true },
    people: { label: 'Whose data', why: ANSWER, as: 'people', isNeeded: true, atStart: true },
    what: {
      label: 'What',
      why: ANSWER,
      help: 'Without names: it outlives what is kept of the people.',
      as: 'long-text',
      most: 1_000,
      isNeeded: true,
      atStart: true,
    },
    ground: {
      label: 'Ground',
      why: ANSWER,
      help: 'Outside IMSIG and the CQI: consent or a legal duty.',
      as: 'choice',
      of: GROUNDS,
      atStart: true,
    },
    consents: {
      label: 'Consents',
      why: ANSWER,
      help: 'Where consent is the ground: one in force that day for each person.',
      as: 'records',
      of: ['consent'],
      atStart: true,
    },
    duty: {
      label: 'Legal duty',
      why: ANSWER,
      help: 'Where a legal duty is the ground: which law, section or order.',
      as: 'text',
      most: 500,
      atStart: true,
    },
  },
  title: ({ to }) => to,
  day: ({ on }) => on,
  endedOn: ({ on }) => on,
  check(disclosure, before, around) {
    const { on, where, ground, duty } = disclosure;
    if (on > around.today) return fail('record/in-future', { field: 'on' });
    if (where === 'outside' && ground === 'purpose')
      return fail('disclosure/no-ground', { field: 'ground' });
    if (ground === 'legal-duty' && duty.trim() === '')
      return fail('disclosure/no-duty', { field: 'duty' });
    // What it rests on may have been erased since it was recorded.
    if (ground === 'consent' && changes(disclosure, before) && !allConsented(disclosure, around))
      return fail('disclosure/no-consent', { field: 'consents' });
    return ok(disclosure);
  },
  blank: (today) => ({
    purpose: 'accountability',
    on: today,
    where: 'cqi',
    ground: 'purpose',
  }),
};

/** Whether something that the consents have to cover is new. */
function changes(now: RecordOf<'disclosure'>, before: RecordOf<'disclosure'> | null): boolean {
  const rests = ({ on, people, ground, consents }: RecordOf<'disclosure'>) =>
    JSON.stringify([on, people, ground, consents]);
  return before === null || rests(now) !== rests(before);
}

/** Whether each person has one of the linked consents, in force on the day of the disclosure. */
function allConsented(
  { on, people, consents }: RecordOf<'disclosure'>,
  { find }: Pick<Around, 'find'>,
): boolean {
  const agreed = new Set<string>();
  for (const id of consents) {
    const consent = find(id);
    if (consent?.kind === 'consent' && heldOn(consent, on)) agreed.add(consent.person);
  }
  return people.every((person) => agreed.has(person));
}

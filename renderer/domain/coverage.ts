/**
 * What rests on consents: who has to have one in force for a publication, a photograph or a mailing, and what follows
 * when one is missing or ends (clauses CONSENT, COLLECT-PHOTOS, COLLECT-AUTHORS, CONSENT-PROSPECTS).
 */
import { type Consent, type ConsentState, consentState, heldOn } from './consent.ts';
import { type PlainDate, formatDay } from './dates.ts';
import { type Result, fail, ok } from './errors.ts';
import type { PersonId } from './ids.ts';
import type { AnyRecord } from './kinds.ts';
import type { Mailing, Photograph, Publication } from './publishing.ts';
import type { PurposeId } from './purposes.ts';
import type { Around, Due } from './registers/register.ts';

export type Resting = Publication | Photograph | Mailing;

/** How far a record is: 0 nobody sees it, 1 it may be published, 2 it is out. */
function stepOf(record: Resting): 0 | 1 | 2 {
  if (record.kind === 'mailing') return record.sent === null ? 0 : 2;
  if (record.removed !== null) return 0;
  return record.published !== null ? 2 : record.publishable !== null ? 1 : 0;
}

type Finding = Pick<Around, 'find'>;

/** Who has to have consented to what. Of a mailing to others, those who are prospective members all the same. */
function askedOf(
  record: Resting,
  { find }: Finding,
): { people: readonly PersonId[]; purpose: PurposeId } {
  switch (record.kind) {
    case 'publication':
      return {
        people: [...new Set([...record.authors, ...record.named])],
        purpose: 'publications',
      };
    case 'photograph':
      return { people: record.recognisable, purpose: 'photographs' };
    case 'mailing':
      return {
        people:
          record.audience === 'prospects'
            ? record.recipients
            : record.recipients.filter((id) => find(id)?.purpose === 'prospects'),
        purpose: 'prospects',
      };
  }
}

/** Whether a record is of a kind that rests on consents. */
export function isResting(record: AnyRecord): record is Resting {
  return ['publication', 'photograph', 'mailing'].includes(record.kind);
}

/** Whether a withdrawal has to do something about it: it shows, holds or will be sent to the person. */
export function restsOn(record: Resting, { person, purpose }: Consent, around: Finding): boolean {
  const asked = askedOf(record, around);
  if (asked.purpose !== purpose || !asked.people.includes(person)) return false;
  switch (record.kind) {
    case 'publication':
      return stepOf(record) > 0;
    // A photograph is kept on the consent too.
    case 'photograph':
      return record.removed === null;
    // One that was sent stays sent.
    case 'mailing':
      return record.sent === null;
  }
}

/** A person that a record needs the consent of, and where that consent stands. */
export interface Covering {
  readonly person: PersonId;
  /** The one in force, or else the newest; null where they were never asked. */
  readonly consent: Consent | null;
  readonly state: ConsentState | null;
}

/** The same as the screen shows it. */
export interface CoveringView {
  readonly person: PersonId;
  readonly name: string;
  /** The id of the consent. */
  readonly consent: string | null;
  readonly state: ConsentState | null;
}

/** Each person of a record with their consent: on the day it was sent, for a mailing, else today. */
export function coverageOf(record: Resting, around: Around): Covering[] {
  const { people, purpose } = askedOf(record, around);
  if (people.length === 0) return [];
  const on = record.kind === 'mailing' ? (record.sent ?? around.today) : around.today;
  const wanted = new Set<string>(people);
  const found = new Map<string, Consent>();
  for (const consent of around.all('consent')) {
    if (consent.purpose !== purpose || !wanted.has(consent.person)) continue;
    const known = found.get(consent.person);
    if (!known || isBetter(consent, known, on)) found.set(consent.person, consent);
  }
  return people.map((person) => {
    const consent = found.get(person) ?? null;
    if (!consent) return { person, consent, state: null };
    const state = heldOn(consent, on) ? 'in-force' : consentState(consent, around.today);
    return { person, consent, state };
  });
}

/** In force before anything else, open before ended, then the newer one. */
function isBetter(one: Consent, other: Consent, on: PlainDate): boolean {
  const rank = (value: Consent) =>
    heldOn(value, on) ? 2 : value.given === null && value.withdrawn === null ? 1 : 0;
  const dayOf = (value: Consent) => value.given?.on ?? '';
  return rank(one) > rank(other) || (rank(one) === rank(other) && dayOf(one) > dayOf(other));
}

/** Those of a record whose consent is not in force. */
export function missingOf(record: Resting, around: Around): Covering[] {
  return coverageOf(record, around).filter(({ state }) => state !== 'in-force');
}

/**
 * A record may not go a step further, nor take somebody in once it is out, without a consent in force. What lost one
 * since may still be edited, so that it can be taken down.
 * Errors: publishing/consents-missing, mailing/consents-missing; each with how many are missing.
 */
export function checkCovered<R extends Resting>(
  record: R,
  before: R | null,
  around: Around,
): Result<R> {
  if (stepOf(record) === 0) return ok(record);
  const known = new Set(
    before && isNoFurther(record, before) ? askedOf(before, around).people : [],
  );
  const missing = missingOf(record, around).filter(({ person }) => !known.has(person));
  if (missing.length === 0) return ok(record);
  const code =
    record.kind === 'mailing' ? 'mailing/consents-missing' : 'publishing/consents-missing';
  return fail(code, { missing: missing.length, of: askedOf(record, around).people.length });
}

/** Whom a record newly shows, or writes to, whether or not they have to consent. */
export function newlyReached(record: Resting, before: Resting | null): PersonId[] {
  if (stepOf(record) === 0) return [];
  const known = new Set(before && isNoFurther(record, before) ? peopleIn(before) : []);
  return peopleIn(record).filter((person) => !known.has(person));
}

function peopleIn(record: Resting): readonly PersonId[] {
  if (record.kind === 'mailing') return record.recipients;
  return record.kind === 'photograph' ? record.recognisable : [...record.authors, ...record.named];
}

/** Whether a record was as far before. */
function isNoFurther(record: Resting, before: Resting): boolean {
  return stepOf(before) >= stepOf(record) && sentOf(before) === sentOf(record);
}

function sentOf(record: Resting): PlainDate | null {
  return record.kind === 'mailing' ? record.sent : null;
}

export const RELEASE_STATES = {
  draft: { words: 'Draft', tone: 'plain' },
  publishable: { words: 'Publishable', tone: 'accent' },
  published: { words: 'Published', tone: 'accent' },
  missing: { words: 'Consent missing', tone: 'warning' },
  'to-take-down': { words: 'To take down', tone: 'alarm' },
  removed: { words: 'Taken down', tone: 'plain' },
} as const;

/** Where a publication or a photograph stands: what is published without the consents is to be taken down. */
export function releaseState(
  record: Publication | Photograph,
  around: Around,
): keyof typeof RELEASE_STATES {
  if (record.removed !== null) return 'removed';
  const step = stepOf(record);
  if (step === 0) return 'draft';
  const isCovered = missingOf(record, around).length === 0;
  if (step === 2) return isCovered ? 'published' : 'to-take-down';
  return isCovered ? 'publishable' : 'missing';
}

/** What an uncovered record owes, where no task says so already: a consent that expired makes none. */
export function coverageDues(record: Publication | Photograph, around: Around): Due[] {
  const state = releaseState(record, around);
  if (state !== 'to-take-down' && state !== 'missing') return [];
  for (const task of around.all('task'))
    if (task.about === record.id && task.done === null) return [];
  const missing = missingOf(record, around);
  const ends = missing.flatMap(({ consent, state: now }) =>
    now === 'expired' && consent?.expires ? [consent.expires] : [],
  );
  const due = ends.sort()[0] ?? null;
  const since = due === null ? '' : ` One expired at the end of ${formatDay(due)}.`;
  const working = `Without a consent in force: ${missing.length} of ${askedOf(record, around).people.length}.${since}`;
  return [{ what: state === 'missing' ? 'Do not publish' : 'Take down', due, working }];
}

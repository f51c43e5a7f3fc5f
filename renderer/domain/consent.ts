import { z } from 'zod';
import { attachments } from './attachment.ts';
import { type PlainDate, instant, plainDate } from './dates.ts';
import { type Result, fail, ok } from './errors.ts';
import { type ConsentId, type PersonId, consentId, personId } from './ids.ts';
import { type LawfulBasis, type PurposeId, purposeId } from './purposes.ts';

/** A wording that a person is asked to agree to. A change of words is a new version, never an edit. */
export interface ConsentWording {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly purpose: PurposeId;
  readonly text: string;
  readonly dataTypes: readonly string[];
  readonly withdrawal: string;
}

/** How a consent is withdrawn, as shipped. */
export const WITHDRAWING =
  'You may withdraw this consent at any time, without giving a reason, by writing to secretaryimsig@quality.org. Withdrawing is as simple as giving it and takes effect at once.';

/** IMSIG's wordings as shipped (clauses CONSENT, COLLECT-PHOTOS, COLLECT-AUTHORS, CONSENT-PROSPECTS). */
export const CONSENT_WORDINGS: readonly ConsentWording[] = [
  {
    id: 'photographs',
    version: '1.0',
    title: 'Photographs at events',
    purpose: 'photographs',
    text: 'I agree that photographs in which I can be recognised, taken at IMSIG events, may be kept by IMSIG and published on the IMSIG website.',
    dataTypes: ['Photographs', 'Name, where it is shown beside a photograph'],
    withdrawal: WITHDRAWING,
  },
  {
    id: 'publication',
    version: '1.0',
    title: 'Publishing an article',
    purpose: 'publications',
    text: 'I agree that IMSIG may place my document on its website together with my name, my contact details and my photograph as they appear in it.',
    dataTypes: [
      'Name',
      'Contact details given in the document',
      'Photograph given in the document',
    ],
    withdrawal: WITHDRAWING,
  },
  {
    id: 'newsletter',
    version: '1.0',
    title: 'News for prospective members',
    purpose: 'prospects',
    text: 'I agree that IMSIG may keep my name and e-mail address to send me its newsletter and information on integrated management and MSS1000.',
    dataTypes: ['Name', 'E-mail address'],
    withdrawal: WITHDRAWING,
  },
];

/** How a consent was given or withdrawn. */
export const METHODS = {
  paper: 'Signed on paper',
  email: 'By e-mail',
  'web-form': 'On a web form',
  spoken: 'Spoken, and noted',
} as const;
const method = z.enum(['paper', 'email', 'web-form', 'spoken']);

const consentEvent = z.object({
  on: plainDate,
  how: method,
  /** When it was entered here, and by whom (the profile's post is in the trail). */
  recordedAt: instant,
});

/** Fields follow ISO/IEC TS 27560. */
export const consent = z.object({
  kind: z.literal('consent'),
  id: consentId,
  person: personId,
  purpose: purposeId,
  /** The exact words the person agreed to, kept with the record so that no later edit can change them. */
  wording: z.object({
    id: z.string().max(60),
    version: z.string().max(20),
    title: z.string().max(200),
    text: z.string().min(1).max(5_000),
    dataTypes: z.array(z.string().max(200)).max(20),
    withdrawal: z.string().max(1_000),
  }),
  language: z.string().max(35),
  given: consentEvent.nullable(),
  withdrawn: consentEvent.nullable(),
  expires: plainDate.nullable(),
  notes: z.string().max(5_000),
  /** Evidence: a scan, an e-mail. */
  attachments,
});
export type Consent = z.infer<typeof consent>;

/** A consent that is asked for in these words, and not given yet. */
export function askedConsent(id: ConsentId, person: PersonId, wording: ConsentWording): Consent {
  const { purpose, dataTypes, ...words } = wording;
  return {
    kind: 'consent',
    id,
    person,
    purpose,
    wording: { ...words, dataTypes: [...dataTypes] },
    language: 'en-GB',
    given: null,
    withdrawn: null,
    expires: null,
    notes: '',
  };
}

export type ConsentState = 'asked' | 'in-force' | 'expired' | 'withdrawn';
export const CONSENT_STATES = {
  asked: 'Asked for',
  'in-force': 'In force',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
} as const satisfies Record<ConsentState, string>;

/** Where a consent stands on a day. Withdrawal takes effect on its own day, at once (clause CONSENT). */
export function consentState(value: Consent, day: PlainDate): ConsentState {
  if (value.withdrawn !== null) return 'withdrawn';
  if (value.given === null) return 'asked';
  if (value.expires !== null && day > value.expires) return 'expired';
  return 'in-force';
}

/** Whether a consent held on a day that is past or today: what was lawful then stays so when it is withdrawn later. */
export function heldOn({ given, withdrawn, expires }: Consent, day: PlainDate): boolean {
  if (given === null || given.on > day) return false;
  return (withdrawn === null || day < withdrawn.on) && (expires === null || day <= expires);
}

/**
 * The rules that a well-formed consent must keep beyond its shape.
 * @param before the consent as it is kept; null for a new one.
 * @param basis of its purpose, as it is in this vault.
 * Errors: consent/other-basis, consent/fixed (clause CONSENT: the words agreed to stay), consent/in-future,
 * consent/not-given, consent/withdrawn-before-given, consent/withdrawn (it stays so; another is given anew).
 */
export function checkConsent(
  value: Consent,
  before: Consent | null,
  today: PlainDate,
  basis: LawfulBasis,
): Result<Consent> {
  // One from before the basis changed can still be withdrawn.
  if (basis !== 'consent' && before?.purpose !== value.purpose)
    return fail('consent/other-basis', { field: 'purpose' });
  if (before?.given && subjectOf(value) !== subjectOf(before)) return fail('consent/fixed');
  if (before?.withdrawn && value.withdrawn === null)
    return fail('consent/withdrawn', { field: 'withdrawn' });
  if (value.given && value.given.on > today)
    return fail('consent/in-future', { field: 'given.on' });
  if (value.withdrawn && value.withdrawn.on > today)
    return fail('consent/in-future', { field: 'withdrawn.on' });
  if (value.withdrawn === null) return ok(value);
  if (value.given === null) return fail('consent/not-given', { field: 'withdrawn' });
  if (value.withdrawn.on < value.given.on)
    return fail('consent/withdrawn-before-given', { field: 'withdrawn.on' });
  return ok(value);
}

/** Who consented to what. */
function subjectOf({ person, purpose, wording }: Consent): string {
  const { id, version, title, text, dataTypes, withdrawal } = wording;
  return JSON.stringify([person, purpose, id, version, title, text, dataTypes, withdrawal]);
}

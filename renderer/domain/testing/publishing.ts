/** What is published or sent, its consents, and a vault to look at them in: for the tests of this folder. */
import { CONSENT_WORDINGS, type Consent, askedConsent } from '../consent.ts';
import { plainDate } from '../dates.ts';
import { makeId } from '../ids.ts';
import type { AnyRecord, RecordOf } from '../kinds.ts';
import type { Mailing, Photograph, Publication } from '../publishing.ts';
import type { PurposeId } from '../purposes.ts';
import type { Around } from '../registers/register.ts';

export const TODAY = plainDate.parse('2026-11-23');
const bytes = (n: number) => new Uint8Array(16).fill(n);
export const someone = (n: number) => makeId('person', bytes(n));

/** The vault that holds these records, on a day. */
export function around(records: readonly AnyRecord[], today = TODAY): Around {
  let made = 100;
  return {
    today,
    now: 0,
    timeZone: 'Europe/London',
    holidays: new Set(),
    trail: () => [],
    find: (id) => records.find((one) => one.id === id),
    all: <K extends AnyRecord['kind']>(kind: K) =>
      records.filter((one): one is RecordOf<K> => one.kind === kind),
    newId: (kind) => makeId(kind, bytes((made += 1))),
  };
}

export type State = 'none' | 'asked' | 'in-force' | 'expired' | 'withdrawn';
export const eventOn = (day: string) => ({
  on: plainDate.parse(day),
  how: 'email' as const,
  recordedAt: 0,
});

/** The consent of somebody to a purpose; none where they were never asked. */
export function consentOf(n: number, purpose: PurposeId, state: State): Consent[] {
  const wording = CONSENT_WORDINGS.find((one) => one.purpose === purpose);
  if (!wording || state === 'none') return [];
  const asked = askedConsent(makeId('consent', bytes(n)), someone(n), wording);
  if (state === 'asked') return [asked];
  const given = { ...asked, given: eventOn('2026-03-01') };
  if (state === 'in-force') return [given];
  if (state === 'expired') return [{ ...given, expires: plainDate.parse('2026-11-22') }];
  return [{ ...given, withdrawn: eventOn('2026-11-01') }];
}

export const photograph: Photograph = {
  kind: 'photograph',
  id: makeId('photograph', bytes(50)),
  purpose: 'photographs',
  event: null,
  taken: null,
  caption: 'At the stand',
  recognisable: [],
  nobody: false,
  where: '',
  publishable: null,
  published: null,
  removed: null,
};
export const publication: Publication = {
  kind: 'publication',
  id: makeId('publication', bytes(51)),
  purpose: 'publications',
  title: 'On MSS1000',
  type: 'article',
  address: '',
  authors: [someone(1)],
  named: [someone(2)],
  publishable: null,
  published: null,
  removed: null,
  notes: '',
};
export const mailing: Mailing = {
  kind: 'mailing',
  id: makeId('mailing', bytes(52)),
  purpose: 'prospects',
  title: 'News of winter',
  audience: 'prospects',
  recipients: [someone(1), someone(2)],
  sent: null,
  notes: '',
};

import { describe, expect, test } from 'vitest';
import { CONSENT_WORDINGS, type Consent, checkConsent, consentState } from './consent.ts';
import { plainDate } from './dates.ts';
import { makeId } from './ids.ts';
import { PURPOSES } from './purposes.ts';
import { EMPTY_TEXT, fromPlainText, plainTextOf, richText } from './rich-text.ts';

const day = (text: string) => plainDate.parse(text);
const event = (on: string) => ({ on: day(on), how: 'email' as const, recordedAt: 0 });
const wording = CONSENT_WORDINGS[0];
if (!wording) throw new Error('no wording is shipped');
const asked: Consent = {
  kind: 'consent',
  id: makeId('consent', new Uint8Array(16)),
  person: makeId('person', new Uint8Array(16)),
  purpose: wording.purpose,
  wording: { ...wording, dataTypes: [...wording.dataTypes] },
  language: 'en',
  given: null,
  withdrawn: null,
  expires: null,
  notes: '',
};
const TODAY = day('2026-12-01');
const codeOf = (value: Consent, before: Consent | null) => {
  const checked = checkConsent(value, before, TODAY, PURPOSES[value.purpose].basis);
  return checked.ok ? 'none' : checked.error.code;
};
const given: Consent = { ...asked, given: event('2026-03-01'), expires: day('2026-06-30') };

describe('a consent (CONSENT)', () => {
  test('runs from asked to in force to expired, and is withdrawn at once', () => {
    expect(consentState(asked, day('2026-03-01'))).toBe('asked');
    expect(consentState(given, day('2026-06-30'))).toBe('in-force');
    expect(consentState(given, day('2026-07-01'))).toBe('expired');
    const withdrawn = { ...given, withdrawn: event('2026-04-01') };
    expect(consentState(withdrawn, day('2026-04-01'))).toBe('withdrawn');
    expect(checkConsent(withdrawn, given, TODAY, 'consent').ok).toBe(true);
  });

  test('cannot be withdrawn before it was given, or when it never was', () => {
    const early = { ...given, withdrawn: event('2026-02-28') };
    expect(codeOf(early, given)).toBe('consent/withdrawn-before-given');
    expect(codeOf({ ...asked, withdrawn: event('2026-03-02') }, asked)).toBe('consent/not-given');
  });

  test('is not given or withdrawn on a day that has not come', () => {
    expect(codeOf({ ...asked, given: event('2026-12-01') }, asked)).toBe('none');
    expect(codeOf({ ...asked, given: event('2026-12-02') }, asked)).toBe('consent/in-future');
    expect(codeOf({ ...given, withdrawn: event('2026-12-02') }, given)).toBe('consent/in-future');
  });

  test('keeps its person, purpose and words once it was given', () => {
    const reworded = { ...given, wording: { ...given.wording, text: 'I agree to anything.' } };
    expect(codeOf(reworded, given)).toBe('consent/fixed');
    expect(codeOf({ ...given, purpose: 'prospects' }, given)).toBe('consent/fixed');
    const another = makeId('person', new Uint8Array(16).fill(1));
    expect(codeOf({ ...given, person: another }, given)).toBe('consent/fixed');
    expect(codeOf({ ...given, person: another }, asked)).toBe('none');
    expect(codeOf({ ...given, notes: 'By e-mail to the secretary' }, given)).toBe('none');
  });

  test('is recorded only for purposes that rest on it (BASIS)', () => {
    expect(codeOf({ ...asked, purpose: 'steering' }, null)).toBe('consent/other-basis');
  });
});

test('what the policy bases on consent has no other basis (CONSENT-PROSPECTS, BASIS)', () => {
  for (const { purpose } of CONSENT_WORDINGS) expect(PURPOSES[purpose].basis).toBe('consent');
  expect(PURPOSES.prospects.basis).toBe('consent');
  expect(PURPOSES.photographs.basis).toBe('consent');
});

describe('text of minutes', () => {
  test('keeps paragraphs, and nothing but what minutes need passes the wall', () => {
    const text = fromPlainText('One\n\nThree');
    expect(plainTextOf(text)).toBe('One\n\nThree');
    expect(richText.safeParse(text).success).toBe(true);
    expect(richText.safeParse(EMPTY_TEXT).success).toBe(true);
    const image = { type: 'doc', content: [{ type: 'image', attrs: { src: 'x' } }] };
    expect(richText.safeParse(image).success).toBe(false);
  });
});

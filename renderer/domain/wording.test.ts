import { expect, it } from 'vitest';
import { CONSENT_WORDINGS, askedConsent } from './consent.ts';
import { makeId } from './ids.ts';
import { wordings } from './registers/wordings.ts';
import { around, someone } from './testing/publishing.ts';
import { type Wording, newestWordings, versionAfter } from './wording.ts';

const own = (version: string, changes: Partial<Wording> = {}): Wording => ({
  kind: 'wording',
  id: makeId('wording', new Uint8Array(16)),
  purpose: 'prospects',
  series: 'newsletter',
  version,
  title: 'News for prospective members',
  text: 'I agree to receive the newsletter twice a year.',
  data: 'Name\n E-mail address \n',
  withdrawal: 'Write to us.',
  ...changes,
});
const codeOf = (
  value: Wording,
  before: Wording | null,
  ...records: Parameters<typeof around>[0][number][]
) => {
  const checked = wordings.check?.(value, before, around(records));
  return checked === undefined || checked.ok ? 'ok' : checked.error.code;
};

it('offers the newest version of each wording, and keeps the shipped ones (CONSENT)', () => {
  expect(newestWordings([])).toEqual(CONSENT_WORDINGS);
  const newest = newestWordings([own('2.0'), own('10.0'), own('1.1')]);
  expect(newest.map(({ id, version }) => [id, version])).toEqual([
    ['photographs', '1.0'],
    ['publication', '1.0'],
    ['newsletter', '10.0'],
  ]);
  expect(newest[2]?.dataTypes).toEqual(['Name', 'E-mail address']);
  expect(versionAfter('9.0')).toBe('10.0');
});

it('is edited until somebody was asked with it, and never after (CONSENT)', () => {
  const first = own('2.0');
  const edited = { ...first, text: 'I agree to other words.' };
  expect(codeOf(edited, first, first)).toBe('ok');
  const [offered] = newestWordings([first]).filter(({ id }) => id === 'newsletter');
  if (!offered) throw new Error('no wording');
  const asked = askedConsent(makeId('consent', new Uint8Array(16)), someone(1), offered);
  expect(codeOf(edited, first, first, asked)).toBe('wording/used');
  expect(codeOf({ ...edited, version: '3.0' }, null, first, asked)).toBe('ok');
  // Removed and written anew, its version would mean other words than were agreed to.
  expect(codeOf(edited, null, asked)).toBe('wording/used');
});

it('refuses a version that is there, another purpose within a wording, and purposes of another basis (CONSENT-PROSPECTS)', () => {
  expect(codeOf(own('1.0'), null)).toBe('wording/twice');
  expect(codeOf(own('2.0', { purpose: 'photographs' }), null)).toBe('wording/other-basis');
  expect(codeOf(own('1.0', { purpose: 'members', series: 'x' }), null)).toBe('wording/other-basis');
});

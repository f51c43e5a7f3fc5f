import { fail, ok } from '../errors.ts';
import { purposeIn } from '../processing.ts';
import { everyWording, isUsed } from '../wording.ts';
import type { Register } from './register.ts';

const ASKED = 'What people are asked to agree to.';

/** CONSENT: the exact words and their version; a change of words is a new version, never an edit of one that was used. */
export const wordings: Register<'wording'> = {
  one: 'wording',
  many: 'wordings',
  byHand: true,
  fields: {
    series: { label: 'Wording', why: 'Which versions belong together.', as: 'kept' },
    version: { label: 'Version', why: 'Which words were agreed to.', as: 'text', most: 7 },
    title: { label: 'Title', why: ASKED, as: 'text', most: 200, isNeeded: true },
    text: { label: 'Words', why: ASKED, as: 'long-text', most: 5_000, isNeeded: true },
    data: { label: 'Data', why: 'What the consent covers.', as: 'long-text', most: 1_000 },
    withdrawal: { label: 'Withdrawing', why: 'How to end it.', as: 'long-text', most: 1_000 },
  },
  title: ({ title, version }) => `${title}, version ${version}`,
  check(wording, before, { all }) {
    if (purposeIn(wording.purpose, all('processing')).basis !== 'consent')
      return fail('wording/other-basis', { field: 'purpose' });
    if (isUsed(before ?? wording, all('consent'))) return fail('wording/used');
    const others = everyWording(all('wording')).filter(
      ({ id, version }) => !(before && id === before.series && version === before.version),
    );
    const series = others.filter(({ id }) => id === wording.series);
    if (series.some(({ version }) => version === wording.version))
      return fail('wording/twice', { field: 'version' });
    if (series.some(({ purpose }) => purpose !== wording.purpose))
      return fail('wording/other-basis', { field: 'purpose' });
    return ok(wording);
  },
};

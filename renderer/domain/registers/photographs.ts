import { RELEASE_STATES, checkCovered, coverageDues, releaseState } from '../coverage.ts';
import { fail } from '../errors.ts';
import { settled } from '../take-down.ts';
import type { Register } from './register.ts';
import { checkSteps, stepFields } from './release.ts';

/** COLLECT-PHOTOS: publishable only with a consent in force from each person who can be recognised. */
export const photographs: Register<'photograph'> = {
  one: 'photograph',
  many: 'photographs',
  byHand: true,
  columns: ['event', 'taken', 'recognisable'],
  fields: {
    caption: {
      label: 'Caption',
      why: 'To tell photographs apart.',
      as: 'text',
      most: 300,
      isNeeded: true,
      atStart: true,
    },
    event: {
      label: 'Event',
      why: 'Where it was taken: whom to ask for consent.',
      as: 'record',
      of: ['event'],
      atStart: true,
    },
    taken: { label: 'Taken on', why: 'How old it is, for the review.', as: 'day', atStart: true },
    recognisable: {
      label: 'People who can be recognised',
      why: 'Each of them has to have consented before it is published.',
      as: 'people',
      atStart: true,
    },
    nobody: {
      label: 'Nobody can be recognised in it',
      why: 'Then nobody has to be asked.',
      as: 'yes-no',
      atStart: true,
    },
    where: {
      label: 'Where it is published',
      why: 'To find it when it has to be taken down.',
      as: 'text',
      most: 500,
    },
    ...stepFields('Taken down', 'it was taken down'),
  },
  title: (photograph) => photograph.caption,
  day: ({ taken, published }) => taken ?? published,
  states: { ...RELEASE_STATES, draft: { words: 'Kept', tone: 'plain' } },
  state: releaseState,
  check(photograph, before, around) {
    const steps = checkSteps(photograph, around.today);
    if (!steps.ok) return steps;
    const { taken, recognisable, nobody, removed, publishable, published } = photograph;
    if (taken !== null && taken > around.today) return fail('record/in-future', { field: 'taken' });
    if (nobody && recognisable.length > 0)
      return fail('photograph/somebody-marked', { field: 'nobody' });
    const isOut = removed === null && (publishable !== null || published !== null);
    if (isOut && !nobody && recognisable.length === 0)
      return fail('photograph/nobody-marked', { field: 'recognisable' });
    return checkCovered({ ...photograph, purpose: 'photographs' }, before, around);
  },
  follows: (photograph, _before, around) => settled(photograph, around),
  dues: coverageDues,
  blank: () => ({
    purpose: 'photographs',
    nobody: false,
    publishable: null,
    published: null,
    removed: null,
  }),
};

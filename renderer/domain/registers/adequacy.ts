import { ADEQUACY } from '../adequacy.ts';
import type { Register } from './register.ts';

const LAW = 'Whether a safeguard is needed depends on it.';

/** TRANSFER: changes of the shipped list of adequate countries; dated, with their source. */
export const adequacyChanges: Register<'adequacy'> = {
  one: 'change of the adequacy list',
  many: 'changes of the adequacy list',
  byHand: true,
  columns: ['standing', 'from', 'source'],
  fields: {
    country: { label: 'Country', why: LAW, as: 'country', isNeeded: true, atStart: true },
    standing: { label: 'By UK law', why: LAW, as: 'choice', of: ADEQUACY, atStart: true },
    from: { label: 'From', why: LAW, as: 'day', isNeeded: true, atStart: true },
    source: {
      label: 'Source',
      why: 'Where it is written.',
      help: 'The regulation, or the page of GOV.UK or the ICO with the day it was read.',
      as: 'text',
      most: 500,
      isNeeded: true,
      atStart: true,
    },
  },
  title: ({ country }) => new Intl.DisplayNames('en-GB', { type: 'region' }).of(country) ?? country,
  day: ({ from }) => from,
  blank: (today) => ({ purpose: 'accountability', standing: 'adequate', from: today }),
};

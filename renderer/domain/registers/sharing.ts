import { daysBetween, formatDay } from '../dates.ts';
import { POSTS } from '../posts.ts';
import type { Register } from './register.ts';

const EXPIRY_NOTICE = 14;
const TRANSFERRED = 'To answer what was sent where, under which safeguard.';

export const cards: Register<'card'> = {
  one: 'officer’s card',
  many: 'officers’ cards',
  byHand: false,
  fields: {
    content: {
      label: 'Card',
      why: 'To seal bundles for the officer and to know theirs.',
      as: 'kept',
      words: ({ name, post, country }) => `${name}, ${POSTS[post]}, ${country}`,
    },
    checkedOn: { label: 'Checked on', why: 'When its words were compared.', as: 'day' },
  },
  title: (card) => card.content.name,
  day: (card) => card.checkedOn,
};

export const transfers: Register<'transfer'> = {
  one: 'sealed bundle',
  many: 'sealed bundles',
  byHand: false,
  fields: {
    bundle: { label: 'Bundle', why: TRANSFERRED, as: 'text', most: 80 },
    recipients: { label: 'Recipients', why: TRANSFERRED, as: 'records', of: ['card'] },
    recipientPost: { label: 'Post', why: TRANSFERRED, as: 'choice', of: POSTS },
    countries: { label: 'Countries', why: TRANSFERRED, as: 'kept', words: inWords },
    method: {
      label: 'Sealed',
      why: TRANSFERRED,
      as: 'choice',
      of: { card: 'For a card', passphrase: 'By a passphrase' },
    },
    safeguard: { label: 'Safeguard', why: TRANSFERRED, as: 'long-text', most: 1_000 },
    sealedAt: { label: 'Sealed at', why: TRANSFERRED, as: 'moment' },
    expires: { label: 'Expires', why: TRANSFERRED, as: 'day' },
    contents: {
      label: 'Contents',
      why: TRANSFERRED,
      as: 'rows',
      one: 'kind',
      of: {
        kind: { label: 'Kind', why: TRANSFERRED, as: 'text', most: 40 },
        count: { label: 'Number', why: TRANSFERRED, as: 'count', most: 1_000_000 },
      },
    },
  },
  title: () => 'Sealed bundle',
  dues({ expires }, { today }) {
    const days = daysBetween(today, expires);
    if (days > EXPIRY_NOTICE || days < 0) return [];
    const working = `Expires at the end of ${formatDay(expires)}.`;
    return [{ what: 'Bundle expires', due: expires, working }];
  },
};

export const imports: Register<'import'> = {
  one: 'import',
  many: 'imports',
  byHand: false,
  fields: {
    at: { label: 'When', why: 'So that it can be undone.', as: 'moment' },
    format: { label: 'Format', why: 'So that it can be undone.', as: 'text', most: 40 },
    created: { label: 'New records', why: 'So that it can be undone.', as: 'kept' },
    changed: { label: 'Changed records', why: 'So that it can be undone.', as: 'kept' },
    undone: { label: 'Undone', why: 'So that it is undone once.', as: 'yes-no' },
  },
  title: () => 'Import',
};

function inWords(codes: readonly string[]): string {
  return codes.join(', ');
}

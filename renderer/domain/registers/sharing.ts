import { dayOf, daysBetween, formatDay, plusDays } from '../dates.ts';
import { fail, ok } from '../errors.ts';
import { FOOTINGS } from '../sharing.ts';
import { POSTS } from '../posts.ts';
import type { Register } from './register.ts';

const EXPIRY_NOTICE = 14;
/** A bundle that nobody has acknowledged is asked after from then on, in days. */
const SILENCE = 14;
const regions = new Intl.DisplayNames('en-GB', { type: 'region' });
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
  byHand: true,
  fields: {
    bundle: { label: 'Bundle', why: TRANSFERRED, as: 'text', most: 80, isFixed: true },
    recipients: {
      label: 'Recipients',
      why: TRANSFERRED,
      as: 'records',
      of: ['card'],
      isFixed: true,
    },
    recipientPost: { label: 'Post', why: TRANSFERRED, as: 'choice', of: POSTS, isFixed: true },
    countries: { label: 'Countries', why: TRANSFERRED, as: 'kept', words: inWords },
    method: {
      label: 'Sealed',
      why: TRANSFERRED,
      as: 'choice',
      of: { card: 'For a card', passphrase: 'By a passphrase' },
      isFixed: true,
    },
    footing: {
      label: 'Rests on',
      why: TRANSFERRED,
      as: 'choice',
      of: FOOTINGS,
      isFixed: true,
    },
    safeguard: {
      label: 'Safeguard or reasoning',
      why: TRANSFERRED,
      as: 'long-text',
      most: 1_000,
      isFixed: true,
    },
    sealedAt: { label: 'Sealed at', why: TRANSFERRED, as: 'moment', isFixed: true },
    expires: { label: 'Expires', why: TRANSFERRED, as: 'day', isFixed: true },
    contents: {
      label: 'Contents',
      why: TRANSFERRED,
      as: 'rows',
      one: 'kind',
      isFixed: true,
      of: {
        kind: { label: 'Kind', why: TRANSFERRED, as: 'text', most: 40 },
        count: { label: 'Number', why: TRANSFERRED, as: 'count', most: 1_000_000 },
      },
    },
    use: { label: 'Purpose', why: TRANSFERRED, as: 'long-text', most: 500, isFixed: true },
    sender: {
      label: 'Sealed by',
      why: TRANSFERRED,
      as: 'kept',
      words: (sender) => (sender ? `${POSTS[sender.post]}, ${inWords([sender.country])}` : ''),
    },
    wider: {
      label: 'More than the post needs',
      why: 'That goes only with the Chair’s leave and a reason.',
      as: 'part',
      of: {
        reason: { label: 'Reason', why: TRANSFERRED, as: 'long-text', most: 1_000 },
        decision: {
          label: 'The Chair’s decision',
          why: TRANSFERRED,
          as: 'record',
          of: ['decision'],
        },
      },
    },
    acknowledged: {
      label: 'Acknowledged on',
      why: 'Whether it came to the one it was for.',
      help: 'The day on which a recipient said that it came and that they could open it.',
      as: 'day',
    },
  },
  title: () => 'Sealed bundle',
  day: ({ expires }) => expires,
  check(transfer, before, { today, timeZone }) {
    // A line of the register is written by the sealing; only what came after is filled in.
    const { acknowledged } = transfer;
    const without = (one: typeof transfer) => JSON.stringify({ ...one, acknowledged: null });
    if (!before || without(before) !== without(transfer)) return fail('register/kept');
    if (!acknowledged) return ok(transfer);
    if (acknowledged > today) return fail('record/in-future', { field: 'acknowledged' });
    return acknowledged < dayOf(transfer.sealedAt, timeZone)
      ? fail('record/ends-before-start', { field: 'acknowledged' })
      : ok(transfer);
  },
  checkRemoval: () => fail('register/kept'),
  dues({ expires, acknowledged, sealedAt }, { today, timeZone }) {
    const days = daysBetween(today, expires);
    if (days < 0) return [];
    const asked = plusDays(dayOf(sealedAt, timeZone), SILENCE);
    return [
      ...(days > EXPIRY_NOTICE
        ? []
        : [
            {
              what: 'Bundle expires',
              due: expires,
              working: `Expires at the end of ${formatDay(expires)}.`,
            },
          ]),
      ...(acknowledged || today < asked
        ? []
        : [
            {
              what: 'Bundle not acknowledged',
              due: asked,
              working: `Sealed ${SILENCE} days or more ago; ask the recipient whether it came.`,
            },
          ]),
    ];
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
  return codes.map((code) => regions.of(code) ?? code).join(', ');
}

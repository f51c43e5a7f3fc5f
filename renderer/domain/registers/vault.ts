import { ERASURE_REASONS } from '../erasure.ts';
import { PAPERS } from '../paper.ts';
import { POSTS } from '../posts.ts';
import { LONGEST_SENDER } from '../sharing.ts';
import type { Register } from './register.ts';

const WHOSE = 'Whose vault it is, and where a day begins.';
const PROOF = 'To prove that it was erased, without saying who it was.';
const SHARES = 'Who can open the vault together when the passphrase is lost.';

export const groups: Register<'group'> = {
  one: 'group',
  many: 'groups',
  byHand: false,
  fields: {
    name: { label: 'Name', why: WHOSE, as: 'text', most: 200 },
    paper: { label: 'Paper', why: 'What its documents are printed on.', as: 'choice', of: PAPERS },
    sender: {
      label: 'Line under its name',
      why: 'So that whoever has a document knows where to reach it.',
      as: 'text',
      most: LONGEST_SENDER,
    },
    timeZone: { label: 'Time zone', why: WHOSE, as: 'text', most: 60 },
    owner: {
      label: 'Kept by',
      why: WHOSE,
      as: 'part',
      of: {
        name: { label: 'Name', why: WHOSE, as: 'text', most: 200 },
        post: { label: 'Post', why: WHOSE, as: 'choice', of: POSTS },
        country: { label: 'Country', why: WHOSE, as: 'country' },
        person: { label: 'Person', why: WHOSE, as: 'person' },
      },
    },
  },
  title: (group) => group.name,
};

export const erasures: Register<'erasure'> = {
  one: 'certificate',
  many: 'certificates',
  byHand: false,
  fields: {
    at: { label: 'When', why: PROOF, as: 'moment' },
    by: { label: 'By', why: PROOF, as: 'choice', of: POSTS },
    reason: { label: 'Why', why: PROOF, as: 'choice', of: ERASURE_REASONS },
    erased: {
      label: 'What',
      why: PROOF,
      as: 'kept',
      words: (erased) => `${erased.length} ${erased.length === 1 ? 'record' : 'records'}`,
    },
    epochs: { label: 'Keys left behind', why: PROOF, as: 'kept' },
    places: { label: 'Backups', why: PROOF, as: 'kept' },
  },
  title: () => 'Certificate of an erasure',
};

export const shareSets: Register<'shares'> = {
  one: 'note of recovery shares',
  many: 'notes of recovery shares',
  byHand: false,
  fields: {
    set: { label: 'Set', why: SHARES, as: 'count', most: 65_535 },
    threshold: { label: 'Needed', why: SHARES, as: 'count', most: 9 },
    holders: { label: 'Holders', why: SHARES, as: 'kept', words: (names) => names.join(', ') },
    madeOn: { label: 'Made on', why: SHARES, as: 'day' },
  },
  title: () => 'Recovery shares',
  day: (shares) => shares.madeOn,
};

import type { Kind } from './kinds.ts';
import type { Post } from './posts.ts';

/** Kinds of record that can travel in a bundle. */
export const SHARED_KINDS = [
  'person',
  'meeting',
  'minutes',
  'consent',
] as const satisfies readonly Kind[];
export type SharedKind = (typeof SHARED_KINDS)[number];

/**
 * What each post needs for its work, as shipped (clause ACCESS). `person-committee` are people in post only,
 * `person-all` everybody. Minutes go to committee members only, which every post here is (RETAIN-MINUTES).
 */
type Grant = 'person-all' | 'person-committee' | 'meeting' | 'minutes' | 'consent';
const ACCESS_MATRIX: Readonly<Record<Post, readonly Grant[]>> = {
  chair: ['person-all', 'meeting', 'minutes', 'consent'],
  'vice-chair': ['person-committee', 'meeting', 'minutes'],
  secretary: ['person-all', 'meeting', 'minutes', 'consent'],
  treasurer: ['person-committee', 'meeting', 'minutes'],
  'events-officer': ['person-committee', 'meeting', 'minutes', 'consent'],
  'publications-officer': ['person-committee', 'meeting', 'minutes', 'consent'],
  'membership-officer': ['person-all', 'meeting', 'minutes'],
  'committee-member': ['person-committee', 'meeting', 'minutes'],
};

/** Whether a post may be given records of a kind; people outside the committee need the wider grant. */
export function mayReceive(holder: Post, kind: SharedKind, aboutCommittee: boolean): boolean {
  const grants = ACCESS_MATRIX[holder];
  if (kind !== 'person') return grants.includes(kind);
  return grants.includes('person-all') || (aboutCommittee && grants.includes('person-committee'));
}

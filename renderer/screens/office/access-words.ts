import { sameCell } from '../../domain/access.ts';
import type { Matrix } from '../../domain/access.ts';
import type { AccessCell } from '../../domain/access-version.ts';
import { capital } from '../../domain/capital.ts';
import type { Kind } from '../../domain/kinds.ts';
import { POSTS, POST_ORDER, type Post } from '../../domain/posts.ts';
import { SHARED_KINDS, leftOut } from '../../domain/registers/sharing-rules.ts';
import { registerOf } from '../../domain/registers/table.ts';

/** The short heads of the matrix's columns; a screen reader is told the whole name. */
export const SHORT: Readonly<Record<Post, string>> = {
  chair: 'Chair',
  'vice-chair': 'Vice Chair',
  secretary: 'Secretary',
  treasurer: 'Treasurer',
  'events-officer': 'Events',
  'publications-officer': 'Publications',
  'membership-officer': 'Membership',
  'committee-member': 'Member',
};

/** A kind in the plural, as a heading. */
export function kindWords(kind: Kind): string {
  if (kind === 'minutes') return 'Minutes';
  const { many } = registerOf(kind);
  return capital(many);
}

/** What a cell gives, in words. */
export function cellWords(kind: Kind, cell: AccessCell): string {
  if (cell.sees === 'none') return 'none';
  const without = leftOut(kind, cell);
  return [
    without.length === 0 ? 'all' : `all but ${without.join(', ').toLowerCase()}`,
    ...(cell.committeeOnly ? ['of the committee only'] : []),
  ].join(', ');
}

/** Where two matrices differ, a sentence each. */
export function changesBetween(before: Matrix, after: Matrix): string[] {
  return POST_ORDER.flatMap((post) =>
    SHARED_KINDS.flatMap((kind) => {
      const [old, now] = [before.cell(post, kind), after.cell(post, kind)];
      if (sameCell(old, now)) return [];
      return [
        `${POSTS[post]}, ${registerOf(kind).many}: ${cellWords(kind, now)} (before: ${cellWords(kind, old)}).`,
      ];
    }),
  );
}

import { formatDay } from '../dates.ts';
import { POSTS } from '../posts.ts';
import type { Role } from '../role.ts';
import { checkApproval } from './approval.ts';
import { fail, ok } from '../errors.ts';
import type { Around, Register } from './register.ts';

/** GOVERN: officer role descriptions, each in force only with the Steering Committee's approval. */
export const roles: Register<'role'> = {
  one: 'role description',
  many: 'role descriptions',
  byHand: true,
  columns: ['version', 'decision'],
  fields: {
    post: {
      label: 'Post',
      why: 'Which office it describes.',
      as: 'choice',
      of: POSTS,
      isNeeded: true,
      atStart: true,
      isFixed: true,
    },
    version: {
      label: 'Version',
      why: 'To tell it from the one before.',
      as: 'count',
      most: 999,
      isNeeded: true,
      atStart: true,
    },
    responsibilities: {
      label: 'Responsibilities',
      why: 'What the holder answers for.',
      as: 'long-text',
      most: 10_000,
      isNeeded: true,
      atStart: true,
    },
    needs: {
      label: 'Data its holder needs, and why',
      why: 'The access matrix follows from it.',
      as: 'long-text',
      most: 5_000,
      atStart: true,
    },
    decision: {
      label: 'Approved by',
      why: 'It is in force only once the Steering Committee has approved it.',
      help: 'A decision of the Steering Committee that approves nothing else. From then on it is not edited.',
      as: 'record',
      of: ['decision'],
    },
  },
  title: ({ post, version }) => `${POSTS[post]}, version ${version}`,
  states: {
    draft: { words: 'To be approved', tone: 'warning' },
    'in-force': { words: 'In force', tone: 'accent' },
    earlier: { words: 'Replaced', tone: 'plain' },
  },
  state: (role, around) => stateOf(role, around),
  check(role, before, around) {
    if (before?.decision) return fail('approval/stands', { field: 'decision' });
    if (before && before.post !== role.post) return fail('wall/refused');
    for (const { id, post, version } of around.all('role'))
      if (id !== role.id && post === role.post && version === role.version)
        return fail('role/version-taken', { field: 'version' });
    const approved = checkApproval(role.decision, around);
    return approved.ok ? ok(role) : approved;
  },
  checkRemoval: ({ decision }) => (decision === null ? ok(null) : fail('approval/stands')),
  dues: (role, around) =>
    role.decision === null
      ? [
          {
            what: 'Role description to be approved',
            due: null,
            working: `By the Steering Committee; as of ${formatDay(around.today)} it is a draft.`,
          },
        ]
      : [],
  blank: () => ({ purpose: 'accountability', version: 1, needs: '', decision: null }),
};

function stateOf(role: Role, { all }: Pick<Around, 'all'>): string {
  if (role.decision === null) return 'draft';
  for (const { post, version, decision } of all('role'))
    if (post === role.post && decision !== null && version > role.version) return 'earlier';
  return 'in-force';
}

import { versionOn } from '../access.ts';
import { formatDay } from '../dates.ts';
import { fail, ok } from '../errors.ts';
import { checkApproval } from './approval.ts';
import type { Register } from './register.ts';

/** ACCESS: the versions of the access matrix, each decided by the Steering Committee and never edited from then on. */
export const accessVersions: Register<'access'> = {
  one: 'version of the access matrix',
  many: 'versions of the access matrix',
  byHand: true,
  columns: ['from', 'decision'],
  fields: {
    version: { label: 'Version', why: 'To tell it from the one before.', as: 'count', most: 9_999 },
    from: { label: 'In force from', why: 'Since when it decides.', as: 'day', isNeeded: true },
    decision: {
      label: 'Decided by',
      why: 'Only the Steering Committee changes who sees what.',
      as: 'record',
      of: ['decision'],
    },
    cells: {
      label: 'What each post is given',
      why: 'Post holders see only what their post needs.',
      as: 'kept',
      words: (cells) => {
        const given = cells.filter(({ sees }) => sees !== 'none').length;
        return `${given} of ${cells.length} combinations of post and kind of record`;
      },
    },
  },
  title: ({ version }) => `Access matrix, version ${version}`,
  day: ({ from }) => from,
  states: {
    draft: { words: 'Draft', tone: 'warning' },
    'to-come': { words: 'Decided, not begun', tone: 'plain' },
    'in-force': { words: 'In force', tone: 'accent' },
    earlier: { words: 'Replaced', tone: 'plain' },
  },
  state(record, { today, all }) {
    if (record.decision === null) return 'draft';
    if (record.from > today) return 'to-come';
    return versionOn(all('access'), today)?.id === record.id ? 'in-force' : 'earlier';
  },
  check(record, before, around) {
    if (before?.decision) return fail('approval/stands', { field: 'decision' });
    for (const { id, version } of around.all('access'))
      if (id !== record.id && version === record.version)
        return fail('access/version-taken', { field: 'version' });
    const approved = checkApproval(record.decision, around);
    if (!approved.ok) return approved;
    const decision = record.decision === null ? undefined : around.find(record.decision);
    return decision?.kind === 'decision' && record.from < decision.on
      ? fail('access/from-before-decision', { field: 'from' })
      : ok(record);
  },
  checkRemoval: ({ decision }) => (decision === null ? ok(null) : fail('approval/stands')),
  dues: ({ decision, from }) =>
    decision === null
      ? [
          {
            what: 'Access matrix to be decided',
            due: null,
            working: `A draft that would begin on ${formatDay(from)}, without the committee’s decision.`,
          },
        ]
      : [],
};

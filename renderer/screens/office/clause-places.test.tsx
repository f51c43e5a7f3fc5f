// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { CLAUSES } from '../../domain/clauses.ts';
import { KINDS, registerOf } from '../../domain/registers/table.ts';
import { ROOMS } from '../../stores/navigation.ts';
import { SHARING_TABS } from '../sharing/sharing-room.tsx';
import { OFFICE_TABS } from './office-room.tsx';

const TABS: Readonly<Record<string, readonly string[]>> = {
  office: OFFICE_TABS.map(({ id }) => id),
  sharing: SHARING_TABS,
};

it('leads from each clause to a room, and in a room with tabs to one of them', () => {
  const rooms = Object.keys(ROOMS);
  const leadsNowhere = CLAUSES.filter(
    ({ at }) =>
      at.length === 0 ||
      at.some(
        ({ room, tab }) =>
          !rooms.includes(room) || (tab !== undefined && !TABS[room]?.includes(tab)),
      ),
  );
  expect(leadsNowhere.map(({ id }) => id)).toEqual([]);
});

it('counts every register that people write under a clause that it is kept for', () => {
  const counted = CLAUSES.flatMap(({ kinds = [] }) => kinds);
  expect(counted).toEqual(expect.arrayContaining(KINDS.filter((kind) => registerOf(kind).byHand)));
});

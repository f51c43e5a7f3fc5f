import { expect, it } from 'vitest';
import { type KindFacts, type PolicyFacts, clauseState } from './clause-state.ts';
import type { Kind } from './kinds.ts';
import type { TrailAction } from './trail.ts';

const facts = (
  kinds: Partial<Record<Kind, Partial<KindFacts>>>,
  actions: Partial<Record<TrailAction, number>> = {},
): PolicyFacts => ({
  kinds: new Map(
    // Object.entries widens the keys; they are kinds.
    (Object.entries(kinds) as [Kind, Partial<KindFacts>][]).map(([kind, own]) => [
      kind,
      { total: 0, byState: {}, overdue: 0, inTime: 0, late: 0, ...own },
    ]),
  ),
  actions: new Map(Object.entries(actions) as [TrailAction, number][]),
});

it('tells how a clause stands by the states of its registers', () => {
  const consent = { total: 5, byState: { 'in-force': 4, withdrawn: 1 } };
  expect(clauseState({ kinds: ['consent'] }, facts({ consent }))).toEqual({
    words: '4 consents in force, 1 withdrawn, nothing overdue',
    overdue: 0,
  });
  expect(
    clauseState({ kinds: ['consent', 'task'] }, facts({ task: { total: 2, overdue: 1 } })),
  ).toEqual({
    words: 'no consents, 2 tasks, 1 overdue',
    overdue: 1,
  });
  expect(clauseState({ kinds: ['person'] }, facts({ person: { total: 1 } }))).toEqual({
    words: '1 person',
    overdue: null,
  });
});

it('tells by the trail what no register does, and of the rest that it is built in', () => {
  expect(clauseState({ actions: ['printed', 'exported'] }, facts({}, { printed: 1 })).words).toBe(
    'printed once, never exported',
  );
  expect(clauseState({}, facts({}))).toEqual({
    words: 'Part of how the program is built',
    overdue: null,
  });
});

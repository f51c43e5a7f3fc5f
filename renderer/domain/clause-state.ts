/** How a clause stands in a vault, in words: "4 consents in force, 1 withdrawn, nothing overdue". */
import type { Clause } from './clauses.ts';
import type { Kind } from './kinds.ts';
import { registerOf } from './registers/table.ts';
import { TRAIL_ACTIONS, type TrailAction } from './trail.ts';

/** A register by count. */
export interface KindFacts {
  readonly total: number;
  /** By the names of the register's states; those that none is in may lack. */
  readonly byState: Readonly<Record<string, number>>;
  /** What is owed and past its day. */
  readonly overdue: number;
  /** Of what was promised by a day: done by then, and not. */
  readonly inTime: number;
  readonly late: number;
}

export interface PolicyFacts {
  readonly kinds: ReadonlyMap<Kind, KindFacts>;
  readonly actions: ReadonlyMap<TrailAction, number>;
}

export interface ClauseState {
  readonly words: string;
  /** How much of what its registers owe is past its day; null: they owe nothing by a day. */
  readonly overdue: number | null;
}

/** The state of a clause. One without registers or entries of the trail is part of how the program is built. */
export function clauseState(
  { kinds = [], actions = [] }: Pick<Clause, 'kinds' | 'actions'>,
  facts: PolicyFacts,
): ClauseState {
  const overdue = kinds.some((kind) => registerOf(kind).dues)
    ? kinds.reduce((all, kind) => all + (facts.kinds.get(kind)?.overdue ?? 0), 0)
    : null;
  const parts = [
    ...kinds.map((kind) => kindInWords(kind, facts.kinds.get(kind))),
    ...actions.map((action) => actionInWords(action, facts.actions.get(action) ?? 0)),
    ...(overdue === null ? [] : [overdue === 0 ? 'nothing overdue' : `${figure(overdue)} overdue`]),
  ];
  return {
    words: parts.length === 0 ? 'Part of how the program is built' : parts.join(', '),
    overdue,
  };
}

/** `4 consents in force, 1 withdrawn`; without states `12 people`. */
function kindInWords(kind: Kind, facts: KindFacts | undefined): string {
  const { one, many, states = {} } = registerOf(kind);
  const total = facts?.total ?? 0;
  if (total === 0) return `no ${many}`;
  const called = (count: number) => `${figure(count)} ${count === 1 ? one : many}`;
  const present = Object.entries(states).flatMap(([name, { words }]) => {
    const count = facts?.byState[name] ?? 0;
    return count === 0 ? [] : [{ count, words: words.toLowerCase() }];
  });
  if (present.length === 0) return called(total);
  return present
    .map(({ count, words }, at) => `${at === 0 ? called(count) : figure(count)} ${words}`)
    .join(', ');
}

function actionInWords(action: TrailAction, count: number): string {
  const words = `${TRAIL_ACTIONS[action].charAt(0).toLowerCase()}${TRAIL_ACTIONS[action].slice(1)}`;
  if (count === 0) return `never ${words}`;
  return `${words} ${count === 1 ? 'once' : `${figure(count)} times`}`;
}

const figures = new Intl.NumberFormat('en-GB');
const figure = (count: number) => figures.format(count);

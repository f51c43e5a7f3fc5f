/** What a review walks: everything held, purpose by purpose, in groups of records that have the same facts (clause REVIEW). */
import type { AnyRecord, Kind } from '../../domain/kinds.ts';
import { CATEGORIES } from '../../domain/person.ts';
import { PURPOSE_IDS } from '../../domain/purposes.ts';
import { KINDS, registerOf } from '../../domain/registers/table.ts';
import type { ReviewGroup, ReviewScope } from '../../domain/review.ts';
import { KEPT_FOR, type Summary } from '../summary.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';
import { purposeOf, whatIsDue } from './due-for-review.ts';

/** Kinds that name nobody: they outlive what they are about, and there is nothing to review in them. */
const NAMELESS: readonly Kind[] = [
  'decision',
  'task',
  'hold',
  'role',
  'access',
  'wording',
  'calendar',
  'adequacy',
];

/** A group with its records. */
export interface Walked extends ReviewGroup {
  readonly of: Kind;
  readonly ids: readonly string[];
}

/** All groups in order; `due`: only records that have reached the end of their time. */
export function groupsToReview(scope: ReviewScope, context: OpenContext): Walked[] {
  const due = scope === 'due' ? new Set(whatIsDue(context).map(({ id }) => id)) : null;
  const groups = new Map<string, Walked & { ids: string[] }>();
  const add = (group: ReviewGroup & { of: Kind }, id: string) => {
    if (due && !due.has(id)) return;
    const key = `${group.purpose} ${group.of} ${group.facts}`;
    const known = groups.get(key);
    if (known) known.ids.push(id);
    else groups.set(key, { ...group, ids: [id] });
  };
  for (const summary of context.session.state.sorted('person')) {
    const purpose = purposeOf(summary, context);
    add({ purpose, of: 'person', facts: personGroup(summary, context) }, summary.id);
  }
  for (const kind of KINDS)
    if (kind !== 'person' && registerOf(kind).byHand && !NAMELESS.includes(kind))
      addKind(kind, context, add);
  const place = ({ purpose, of }: Walked) => PURPOSE_IDS.indexOf(purpose) * 100 + KINDS.indexOf(of);
  return [...groups.values()].sort((a, b) => place(a) - place(b) || (a.facts < b.facts ? -1 : 1));
}

function addKind<K extends Kind>(
  kind: K,
  context: OpenContext,
  add: (group: ReviewGroup & { of: Kind }, id: string) => void,
): void {
  const register = registerOf(kind);
  const around = aroundOf(context);
  for (const record of context.session.state.all(kind)) {
    if (register.isHidden?.(record, around)) continue;
    const state = register.state?.(record, around);
    const facts = state === undefined ? '' : (register.states?.[state]?.words ?? '');
    add({ purpose: record.purpose, of: kind, facts }, record.id);
  }
}

/** "Member, appointed officer; in post": what a person's summary tells of them. */
function personGroup({ facts }: Summary, { today }: OpenContext): string {
  const words: string[] = [];
  let standing = '';
  for (const fact of facts.split(' ')) {
    if (fact.startsWith(KEPT_FOR)) continue;
    if (fact in CATEGORIES) words.push(CATEGORIES[fact as keyof typeof CATEGORIES]);
    const [, from, until] = fact.split(':');
    if (from === undefined) continue;
    const runs = from <= today && (!until || today <= until);
    standing = runs || standing === 'in post' ? 'in post' : 'not in post now';
  }
  return [words.join(', '), ...(standing ? [standing] : [])].join('; ');
}

/** What is shown of one record among others of its group. */
export function dayOfRecord(record: AnyRecord): string {
  return registerOf(record.kind).day?.(record) ?? '';
}

/** What belongs to a record: shown beside it, so that no page has to be searched for it. */
import { idsNamed } from '../../domain/fields.ts';
import { formatDay } from '../../domain/dates.ts';
import type { AnyRecord } from '../../domain/kinds.ts';
import { MARKS } from '../../domain/meeting.ts';
import type { Around } from '../../domain/registers/register.ts';
import { KINDS, registerOf } from '../../domain/registers/table.ts';
import type { OpenRecord } from '../protocol.ts';
import type { VaultState } from '../state.ts';
import { aroundOf } from './around.ts';
import { findIn, titleOf } from './titles.ts';
import type { OpenContext } from './context.ts';

type Related = OpenRecord['related'];

/** Ids of the records that a record names, people and others, each once. */
export function idsIn(record: AnyRecord): string[] {
  return idsNamed(registerOf(record.kind).fields, record);
}

/** Titles of the records a record names, and names of its people, by id. */
export function namesIn(record: AnyRecord, state: VaultState): Record<string, string> {
  return Object.fromEntries(idsIn(record).map((id) => [id, titleOf(id, findIn(state))]));
}

/** What names this record, and what it names: all but people, who are shown where they are named. */
export function relatedTo(record: AnyRecord, context: OpenContext): Related {
  const { state } = context.session;
  const around = aroundOf(context);
  const found = new Map<string, AnyRecord>();
  for (const one of mentioning(new Set([record.id]), state)) found.set(one.id, one);
  for (const id of idsIn(record)) {
    const named = state.get(id)?.record;
    if (named && named.kind !== 'person') found.set(id, named);
  }
  return [...found.values()].flatMap((one) => {
    const register = registerOf(one.kind);
    if (!register.byHand || register.isHidden?.(one, around)) return [];
    // Beside a person, the meetings are told by their days.
    if (one.kind === 'minutes' && record.kind === 'person') return [];
    const title = one.kind === 'minutes' ? 'Minutes' : titleBeside(one, record, state);
    return [{ id: one.id, kind: one.kind, title, detail: detailOf(one, record, around) }];
  });
}

/** Records that are not among these and refer to one of them. */
export function mentioning(ids: ReadonlySet<string>, state: VaultState): AnyRecord[] {
  const found: AnyRecord[] = [];
  for (const kind of KINDS) {
    // A person names nobody, and there may be a hundred thousand of them.
    if (kind === 'person') continue;
    for (const record of state.all(kind))
      if (!ids.has(record.id) && idsIn(record).some((id) => ids.has(id))) found.push(record);
  }
  return found;
}

/** Without the name of the person that it stands beside. */
function titleBeside(record: AnyRecord, beside: AnyRecord, state: VaultState): string {
  if (record.kind === 'consent' && beside.kind === 'person') return record.wording.title;
  return titleOf(record.id, findIn(state));
}

function detailOf(record: AnyRecord, beside: AnyRecord, around: Around): string {
  if (record.kind === 'minutes') return record.approved ? 'Approved' : 'Draft';
  const register = registerOf(record.kind);
  if (record.kind === 'meeting') {
    const mark = record.attendance.find(({ person }) => person === beside.id)?.mark;
    return [formatDay(record.date), ...(mark ? [MARKS[mark].toLowerCase()] : [])].join(', ');
  }
  const state = register.state?.(record, around);
  const day = register.day?.(record) ?? null;
  return state ? (register.states?.[state]?.words ?? '') : day === null ? '' : formatDay(day);
}

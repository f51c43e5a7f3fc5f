/** Ctrl+K: any record, tolerant of a slip of the finger. */
import { formatDay } from '../../domain/dates.ts';
import { ok } from '../../domain/errors.ts';
import type { AnyRecord } from '../../domain/kinds.ts';
import { firstEmail } from '../../domain/person.ts';
import { KINDS, registerOf } from '../../domain/registers/table.ts';
import { aroundOf } from '../desk/around.ts';
import { titleOf } from '../desk/titles.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { postsInWords } from '../desk/lookups.ts';
import type { Hit } from '../protocol.ts';

/** What people write by hand, people first. */
const FOUND = KINDS.filter((kind) => registerOf(kind).byHand);

export const find: Command<'find'> = ({ text, kinds, limit }, context) => {
  const { search, state } = context.session;
  const hits: Hit[] = [];
  // Expired minutes are passed over, so a few more than the limit are asked for.
  for (const id of search.find(text, kinds ?? FOUND, limit + 20)) {
    const record = state.get(id)?.record;
    const hit = record && hitOf(record, context);
    if (hit) hits.push(hit);
    if (hits.length === limit) break;
  }
  return ok(hits);
};

function hitOf(record: AnyRecord, context: OpenContext): Hit | null {
  const { id, kind } = record;
  const register = registerOf(kind);
  const around = aroundOf(context);
  if (register.isHidden?.(record, around)) return null;
  const title = record.kind === 'minutes' ? 'Minutes' : titleOf(id, around.find);
  if (record.kind === 'person') {
    const parts = [postsInWords(record, context.today), firstEmail(record)];
    return { id, kind, title, detail: parts.filter(Boolean).join(' · ') };
  }
  const state = register.state?.(record, around);
  const day = register.day?.(record) ?? null;
  const detail = state ? register.states?.[state]?.words : day === null ? '' : formatDay(day);
  return { id, kind, title, detail: detail ?? '' };
}

/** Holds as an erasing meets them: what belongs to a record goes with it, and keeps it too. */
import { holdsOn } from '../../domain/holds.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { goingWith } from '../erasing.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';

/** Which of these records may not be erased, because they are held or something that would go along is. */
export function heldAmong(ids: readonly string[], context: OpenContext): Set<string> {
  const going = goingWith(ids, context.session.state);
  const all = [...ids, ...going.map((one): string => one.id)];
  const held = new Set(holdsOn(all, aroundOf(context)).flatMap((hold) => hold.held));
  for (const record of going) {
    const owner = held.has(record.id) ? registerOf(record.kind).belongsTo?.id(record) : null;
    if (owner) held.add(owner);
  }
  return new Set(ids.filter((id) => held.has(id)));
}

/** What every record owes, by when: for Today and for the calendar. */
import { daysBetween } from '../../domain/dates.ts';
import type { Kind } from '../../domain/kinds.ts';
import { KINDS, registerOf } from '../../domain/registers/table.ts';
import type { TodayLine } from '../protocol.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';
import { titleOf } from './titles.ts';

/** In no order. */
export function linesOwed(context: OpenContext): TodayLine[] {
  return KINDS.flatMap((kind) => linesOf(kind, context));
}

/** What the records of a kind owe. */
function linesOf<K extends Kind>(kind: K, context: OpenContext): TodayLine[] {
  const register = registerOf(kind);
  const { state } = context.session;
  const around = aroundOf(context);
  const lines: TodayLine[] = [];
  if (!register.dues) return lines;
  for (const record of state.all(kind)) {
    if (register.isHidden?.(record, around)) continue;
    for (const { what, title, due, at, working } of register.dues(record, around)) {
      lines.push({
        what,
        id: record.id,
        kind,
        title: title ?? titleOf(record.id, around.find),
        due,
        at: at ?? null,
        days: due === null ? null : daysBetween(around.today, due),
        working,
      });
    }
  }
  return lines;
}

/** "What do I owe anyone?": each line names the record where it is done and shows its working. */
import { daysBetween } from '../../domain/dates.ts';
import { ok } from '../../domain/errors.ts';
import type { Kind } from '../../domain/kinds.ts';
import { KINDS, registerOf } from '../../domain/registers/table.ts';
import { aroundOf } from '../desk/around.ts';
import { titleOf } from '../desk/titles.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import type { TodayLine } from '../protocol.ts';

export const today: Command<'today'> = (_request, context) => {
  const lines = KINDS.flatMap((kind) => linesOf(kind, context));
  const when = (line: TodayLine) => line.days ?? Number.MAX_SAFE_INTEGER;
  return ok({ lines: lines.sort((a, b) => when(a) - when(b)), damage: context.desk.trailDamage });
};

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

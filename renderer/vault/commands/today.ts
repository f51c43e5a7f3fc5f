/** "What do I owe anyone?": each line names the record where it is done and shows its working. */
import { dayOf } from '../../domain/dates.ts';
import { ok } from '../../domain/errors.ts';
import { describe } from '../desk/change.ts';
import { type MinutesOver, minutesOver } from '../desk/minutes-over.ts';
import { linesOwed } from '../desk/owed.ts';
import { noticeLines } from '../desk/notice-given.ts';
import { erasedBefore, forgetErased } from '../desk/retaining.ts';
import { postLines } from '../desk/posts.ts';
import { retentionLines } from '../desk/retention-lines.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import type { ClockQuestion, TodayLine } from '../protocol.ts';

export const today: Command<'today'> = async (_request, context) => {
  const over = minutesOver(context);
  const lines = [
    ...linesOwed(context),
    ...postLines(context),
    ...retentionLines(over, context),
    ...noticeLines(context),
  ];
  const when = (line: TodayLine) => line.days ?? Number.MAX_SAFE_INTEGER;
  return ok({
    lines: lines.sort((a, b) => when(a) - when(b)),
    damage: context.desk.trailDamage,
    clock: questionOf(over, context),
    erased: await erasedBefore(context.session),
  });
};

/** A person has read what an unlock has erased. */
export const erasedSeen: Command<'erased.seen'> = (_request, { session }) => forgetErased(session);

/** The clock is right, a person says: what rests on it is done at the next unlock. */
export const clockConfirm: Command<'clock.confirm'> = async (_request, { session, now }) => {
  const noted = await session.commit([], 'clock-confirmed', now);
  return noted.ok ? ok(describe([], noted.value.sequence)) : noted;
};

function questionOf(over: MinutesOver, { today: day, group }: OpenContext): ClockQuestion | null {
  const { clock, doubtful } = over;
  const { stands } = clock;
  if (stands === 'right') return null;
  return { stands, today: day, last: dayOf(clock.known, group.timeZone), waiting: doubtful };
}

/** "What do I owe anyone?": each line names the record where it is done and shows its working. */
import { dayOf, formatDay, minutesLastDay } from '../../domain/dates.ts';
import { ok } from '../../domain/errors.ts';
import { aroundOf } from '../desk/around.ts';
import { describe } from '../desk/change.ts';
import { type MinutesOver, minutesOver } from '../desk/minutes-over.ts';
import { linesOwed } from '../desk/owed.ts';
import { erasedBefore, forgetErased } from '../desk/retaining.ts';
import { postLines } from '../desk/posts.ts';
import { titleOf } from '../desk/titles.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import type { ClockQuestion, TodayLine } from '../protocol.ts';

export const today: Command<'today'> = async (_request, context) => {
  const over = minutesOver(context);
  const lines = [...linesOwed(context), ...overLines(over, context), ...postLines(context)];
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

/** Minutes beyond their last day: those that something holds, each, and the others as one line. */
function overLines({ free, holds }: MinutesOver, context: OpenContext): TodayLine[] {
  const { find } = aroundOf(context);
  const lines: TodayLine[] = [];
  for (const { by, kind, held } of holds) {
    for (const id of held) {
      const minutes = find(id);
      if (minutes?.kind !== 'minutes') continue;
      const lastDay = formatDay(minutesLastDay(minutes.meetingDate));
      lines.push({
        what: 'Kept beyond its last day',
        id: by,
        kind,
        title: titleOf(id, find),
        due: null,
        at: null,
        days: null,
        working: `Last day ${lastDay}, hidden since. Held by: ${titleOf(by, find)}`,
      });
    }
  }
  const [first] = free;
  if (first) {
    const words = free.length === 1 ? 'one set of minutes' : `${free.length} sets of minutes`;
    lines.push({
      what: 'Minutes past their last day',
      id: first.meeting,
      kind: 'meeting',
      title: `${words.charAt(0).toUpperCase()}${words.slice(1)}, hidden`,
      due: null,
      at: null,
      days: null,
      working: 'Erased for good at the next unlock, before anything is shown.',
    });
  }
  return lines;
}

function questionOf(over: MinutesOver, { today: day, group }: OpenContext): ClockQuestion | null {
  const { clock, doubtful } = over;
  const { stands } = clock;
  if (stands === 'right' || (stands === 'ahead' && doubtful === 0)) return null;
  return { stands, today: day, last: dayOf(clock.known, group.timeZone), waiting: doubtful };
}

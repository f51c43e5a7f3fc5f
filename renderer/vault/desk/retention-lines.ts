/** What retention owes, as lines of Today: never one for each person (clauses RETAIN-MINUTES, RETAIN-PEOPLE, REVIEW). */
import {
  type PlainDate,
  dayOf,
  daysBetween,
  formatDay,
  minutesLastDay,
  plusMonths,
} from '../../domain/dates.ts';
import { type PurposeId, retentionInWords } from '../../domain/purposes.ts';
import type { TodayLine } from '../protocol.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';
import { rulesIn, whatIsDue } from './due-for-review.ts';
import type { MinutesOver } from './minutes-over.ts';
import { titleOf } from './titles.ts';

const NOTICE_DAYS = 30;
const number = new Intl.NumberFormat('en-GB');

export function retentionLines(over: MinutesOver, context: OpenContext): TodayLine[] {
  return [
    ...heldLines(over, context),
    ...overLines(over),
    ...dueLines(context),
    ...firstReview(context),
  ];
}

/** Minutes beyond their last day that something holds, each with what does. */
function heldLines({ holds }: MinutesOver, context: OpenContext): TodayLine[] {
  const { find } = aroundOf(context);
  return holds.flatMap(({ by, kind, held }) =>
    held.flatMap((id): TodayLine[] => {
      const minutes = find(id);
      if (minutes?.kind !== 'minutes') return [];
      const lastDay = formatDay(minutesLastDay(minutes.meetingDate));
      const working = `Last day ${lastDay}, hidden since. Held by: ${titleOf(by, find)}`;
      const title = titleOf(id, find);
      return [{ ...UNDATED, what: 'Kept beyond its last day', id: by, kind, title, working }];
    }),
  );
}

function overLines({ free }: MinutesOver): TodayLine[] {
  const [first] = free;
  if (!first) return [];
  const title =
    free.length === 1 ? 'One set of minutes, hidden' : `${free.length} sets of minutes, hidden`;
  const working = 'Erased for good at the next unlock, before anything is shown.';
  const what = 'Minutes past their last day';
  return [{ ...UNDATED, what, id: first.meeting, kind: 'meeting', title, working }];
}

function dueLines(context: OpenContext): TodayLine[] {
  const counts = new Map<PurposeId, number>();
  for (const { purpose } of whatIsDue(context)) counts.set(purpose, (counts.get(purpose) ?? 0) + 1);
  const rules = rulesIn(context);
  return [...counts].map(([purpose, count]): TodayLine => {
    const rule = rules[purpose];
    const records = count === 1 ? '1 record' : `${number.format(count)} records`;
    return {
      ...UNDATED,
      what: 'Kept as long as it may be: decide',
      id: `retention-${purpose}`,
      kind: 'review',
      title: `${rule.name}: ${records}`,
      working: retentionInWords(rule),
      tab: 'retention',
    };
  });
}

/** The first annual review, of which no record tells: a year after the vault was made. */
function firstReview({ session, group, today }: OpenContext): TodayLine[] {
  for (const { scope } of session.state.all('review')) if (scope === 'all') return [];
  const [made] = session.state.trail();
  if (!made) return [];
  const since = dayOf(made.at, group.timeZone);
  const due: PlainDate = plusMonths(since, 12);
  const days = daysBetween(today, due);
  if (days > NOTICE_DAYS) return [];
  const working = `Vault made on ${formatDay(since)} + 12 months = ${formatDay(due)}.`;
  const title = 'Is the group still entitled to hold it?';
  return [
    {
      what: 'Annual review',
      id: 'review',
      kind: 'review',
      title,
      due,
      at: null,
      days,
      working,
      tab: 'review',
    },
  ];
}

const UNDATED = { due: null, at: null, days: null } as const;

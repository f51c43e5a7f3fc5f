/** "What do I owe anyone?": each line names the record where it is done and shows its working. */
import { consentState } from '../../domain/consent.ts';
import { type PlainDate, daysBetween, formatDay, minutesLastDay } from '../../domain/dates.ts';
import { ok } from '../../domain/errors.ts';
import type { TodayLine } from '../protocol.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { nameOf, pastLastDay } from '../desk/lookups.ts';

/** Minutes are warned of this many days before their last day (RETAIN-MINUTES). */
const LAST_DAY_NOTICE = 30;
const SOON = 14;

export const today: Command<'today'> = (_request, context) => {
  const lines = [
    ...linesOfMeetings(context),
    ...linesOfMinutes(context),
    ...linesOfConsents(context),
    ...linesOfTransfers(context),
  ];
  const when = (line: TodayLine) => line.days ?? Number.MAX_SAFE_INTEGER;
  return ok({ lines: lines.sort((a, b) => when(a) - when(b)), damage: context.desk.trailDamage });
};

function dated(due: PlainDate, { today: day }: OpenContext) {
  return { due, days: daysBetween(day, due) };
}

/** A name within a sentence, in its own direction (U+2068 and U+2069, UAX #9). */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

const undated = { due: null, days: null };

function linesOfMeetings(context: OpenContext): TodayLine[] {
  const written = new Set<string>();
  for (const minutes of context.session.state.all('minutes')) written.add(minutes.meeting);
  const lines: TodayLine[] = [];
  for (const meeting of context.session.state.all('meeting')) {
    const age = daysBetween(meeting.date, context.today);
    if (written.has(meeting.id) || age < 0) continue;
    if (daysBetween(minutesLastDay(meeting.date), context.today) > 0) continue;
    lines.push({
      what: 'minutes-missing',
      id: meeting.id,
      kind: 'meeting',
      title: meeting.title,
      ...undated,
      working: `Met on ${formatDay(meeting.date)}; no minutes are written.`,
    });
  }
  return lines;
}

function linesOfMinutes(context: OpenContext): TodayLine[] {
  const lines: TodayLine[] = [];
  for (const minutes of context.session.state.all('minutes')) {
    if (pastLastDay(minutes, context.today)) continue;
    const { id, kind, meetingDate } = minutes;
    const meeting = context.session.state.get(minutes.meeting)?.record;
    const title = meeting?.kind === 'meeting' ? meeting.title : 'Minutes';
    const last = dated(minutesLastDay(meetingDate), context);
    if (last.days <= LAST_DAY_NOTICE) {
      const working = `Meeting ${formatDay(meetingDate)} + 12 months = ${formatDay(last.due)}.`;
      lines.push({ what: 'minutes-last-day', id, kind, title, ...last, working });
    }
    if (!minutes.approved) {
      const working = `Draft of ${formatDay(meetingDate)}, not approved.`;
      lines.push({ what: 'minutes-draft', id, kind, title, ...undated, working });
    }
    for (const action of minutes.items.flatMap((item) => item.actions)) {
      if (action.done || action.due === null) continue;
      const due = dated(action.due, context);
      if (due.days > SOON) continue;
      const owner = action.owner
        ? isolated(nameOf(action.owner, context.session.state))
        : 'No owner yet';
      const working = `${owner}; agreed on ${formatDay(meetingDate)}.`;
      lines.push({ what: 'action-due', id, kind, title: action.what, ...due, working });
    }
  }
  return lines;
}

function linesOfConsents(context: OpenContext): TodayLine[] {
  const lines: TodayLine[] = [];
  for (const consent of context.session.state.all('consent')) {
    const title = nameOf(consent.person, context.session.state);
    const about = consent.wording.title;
    const { id, kind } = consent;
    const state = consentState(consent, context.today);
    if (state === 'asked') {
      const working = `${about}: asked for, not given yet.`;
      lines.push({ what: 'consent-asked', id, kind, title, ...undated, working });
    }
    if (state !== 'in-force' || consent.expires === null) continue;
    const due = dated(consent.expires, context);
    if (due.days > LAST_DAY_NOTICE) continue;
    const working = `${about}: expires at the end of ${formatDay(consent.expires)}.`;
    lines.push({ what: 'consent-expires', id, kind, title, ...due, working });
  }
  return lines;
}

function linesOfTransfers(context: OpenContext): TodayLine[] {
  const lines: TodayLine[] = [];
  for (const { id, kind, expires } of context.session.state.all('transfer')) {
    const due = dated(expires, context);
    if (due.days > SOON || due.days < 0) continue;
    const working = `Expires at the end of ${formatDay(expires)}.`;
    lines.push({ what: 'bundle-expires', id, kind, title: 'Sealed bundle', ...due, working });
  }
  return lines;
}

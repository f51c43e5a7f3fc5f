/** The deadlines of today and later as a calendar file, without names. */
import { type CalendarEntry, toCalendar } from '../../documents/calendar-file.ts';
import { ok } from '../../domain/errors.ts';
import type { Command } from '../desk/context.ts';
import { exported, leaveAsFile } from '../desk/leaving-elsewhere.ts';
import { linesOwed } from '../desk/owed.ts';

export const calendarWrite: Command<'calendar.write'> = async ({ to }, context) => {
  const entries = linesOwed(context).flatMap(({ id, what, due, at }): CalendarEntry[] =>
    due === null ? [] : [{ id, what, due, at }],
  );
  const ids = [...new Set(entries.map(({ id }) => id))];
  const bytes = ok(new TextEncoder().encode(toCalendar(entries, context.now)));
  const told = exported(ids, { what: 'deadlines', form: 'ics' });
  const written = await leaveAsFile(bytes, to, told, context);
  return written.ok ? ok({ count: entries.length }) : written;
};

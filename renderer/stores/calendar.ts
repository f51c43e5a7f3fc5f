/** The deadlines as a file for other calendars. */
import { type Result, ok } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';

/** Asks for a place, then writes there; answers what was done in a sentence, null when it was called off. */
export async function saveCalendar(): Promise<Result<string | null>> {
  const place = await window.host.ask('chooseSave', {
    kind: 'ics',
    suggestedName: 'deadlines.ics',
  });
  if (!place.ok || place.value === null) return place.ok ? ok(null) : place;
  const { handle, name } = place.value;
  const written = await vault().ask('calendar.write', { to: handle });
  if (!written.ok) return written;
  const { count } = written.value;
  return ok(`Saved as ${name}, ${count} ${count === 1 ? 'deadline' : 'deadlines'}, without names.`);
}

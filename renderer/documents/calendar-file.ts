/**
 * Deadlines as an iCalendar file (RFC 5545). It holds what is to be done and by when, and neither names nor titles, so
 * it has no personal data in it and carries no sentence.
 */
import { Temporal } from 'temporal-polyfill';
import { type PlainDate, plusDays } from '../domain/dates.ts';

export interface CalendarEntry {
  /** The record where it is done: random letters, which say nothing. */
  readonly id: string;
  /** The kind of deadline: "Answer the request". */
  readonly what: string;
  readonly due: PlainDate;
  /** Milliseconds UTC, where it ends at a moment of that day. */
  readonly at: number | null;
}

const MOST_OCTETS = 75;

/** The entries as text; the same deadline has the same UID each time. @param now milliseconds UTC */
export function toCalendar(entries: readonly CalendarEntry[], now: number): string {
  const seen = new Map<string, number>();
  const events = entries.flatMap((entry) => {
    const name = `${entry.id}-${slugOf(entry.what)}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return event(entry, nth === 1 ? name : `${name}-${nth}`, now);
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Muniment//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event({ what, due, at }: CalendarEntry, uid: string, now: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@muniment.invalid`,
    `DTSTAMP:${utc(now)}`,
    ...(at === null
      ? [`DTSTART;VALUE=DATE:${basic(due)}`, `DTEND;VALUE=DATE:${basic(plusDays(due, 1))}`]
      : [`DTSTART:${utc(at)}`]),
    `SUMMARY:${escaped(what)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** `20261123`. */
function basic(day: PlainDate): string {
  return day.replaceAll('-', '');
}

/** `20261123T180000Z`. */
function utc(moment: number): string {
  const at = Temporal.Instant.fromEpochMilliseconds(moment);
  return at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

function slugOf(what: string): string {
  return what.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/** A line is 75 octets at most; what is over goes on in the next, after a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

import { type PlainDate, parsePlainDate } from '../domain/dates.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?$/;
const DAY_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?: 0?0:00(?::00)?)?$/;
const IN_WORDS = /^(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{4})$/;

/** What a cell says about a day: nothing, a day, or something that is no day of the calendar. */
export type CellDay = { is: 'nothing' } | { is: 'day'; day: PlainDate } | { is: 'no-day' };

/**
 * A reader of dates in cells: ISO, day/month/year (also with dots and hyphens), `3 March 2026`.
 * Month-first is never guessed. `0/0/00` is Outlook's word for no date. Two-digit years are those
 * of the hundred years that end ten years after `today`.
 */
export function dayReader(today: PlainDate): (text: string) => CellDay {
  const known = new Map<string, CellDay>();
  return (text) => {
    const trimmed = text.trim();
    const found = known.get(trimmed) ?? read(trimmed.toLowerCase(), today);
    known.set(trimmed, found);
    return found;
  };
}

function read(text: string, today: PlainDate): CellDay {
  if (text === '' || /^0+([/.-])0+\1(?:0+)$/.test(text)) return { is: 'nothing' };
  const iso = ISO.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return day(fullYear(dayFirst[4] ?? '', today), dayFirst[3], dayFirst[1]);
  const words = IN_WORDS.exec(text);
  const month = MONTHS.indexOf((words?.[2] ?? '').slice(0, 3)) + 1;
  return words && month > 0 ? day(words[3], String(month), words[1]) : { is: 'no-day' };
}

function day(year = '', month = '', date = ''): CellDay {
  const parsed = parsePlainDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  return parsed ? { is: 'day', day: parsed } : { is: 'no-day' };
}

function fullYear(year: string, today: PlainDate): string {
  if (year.length === 4) return year;
  const latest = Number(today.slice(0, 4)) + 10;
  const candidate = Math.floor(latest / 100) * 100 + Number(year);
  return String(candidate > latest ? candidate - 100 : candidate);
}

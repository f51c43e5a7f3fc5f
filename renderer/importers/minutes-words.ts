/** Days and times as minutes write them. */
import { type PlainDate } from '../domain/dates.ts';
import { dayReader } from './days.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})\\.?,?\\s+(\\d{4})|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{4}-\\d{2}-\\d{2})\\b`,
  'i',
);
const TIME =
  /(?<![\d.:/-])([01]?\d|2[0-3])(?:[:.]([0-5]\d))?\s*([ap])\.?m\b|(?<![\d.:/-])([01]?\d|2[0-3])[:.]([0-5]\d)(?![.:/\d])/i;

/** The first day that is named in a text; null: none. Day before month, never the other way round. */
export function dayIn(text: string, today: PlainDate): PlainDate | null {
  const found = DAY.exec(text);
  if (!found) return null;
  const [all, date, month, year] = found;
  const read = dayReader(today)(date ? `${date} ${month} ${year}` : all);
  return read.is === 'day' ? read.day : null;
}

/** The first time of day in a text as `HH:MM`; empty: none. */
export function timeIn(text: string): string {
  const found = TIME.exec(text);
  if (!found) return '';
  const [, hour12 = '', minutes12 = '00', half = '', hour24 = '', minutes24 = ''] = found;
  if (half === '') return `${hour24.padStart(2, '0')}:${minutes24}`;
  const hour = (Number(hour12) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return Number(hour12) > 12 ? '' : `${String(hour).padStart(2, '0')}:${minutes12}`;
}

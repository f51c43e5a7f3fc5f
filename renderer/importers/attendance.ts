import { type Mark, MARKS } from '../domain/meeting.ts';
import { emailsIn } from './contact-cells.ts';
import type { CellDay } from './days.ts';
import { splitName } from './names.ts';
import { columnsOf } from './people-table.ts';
import { type Problem, cannot, noticed } from './problems.ts';
import type { AttendanceRow, Format, GridRow, ReadAttendance } from './read-types.ts';
import type { Table } from './tables.ts';

/** What committees write when no key says otherwise. */
const USUAL: readonly (readonly [string, Mark])[] = [
  ...['p', 'present', 'x', 'y', 'yes', '1', '✓', '✔'].map((code) => [code, 'present'] as const),
  ...['a', 'apologies', 'apology', 'apol', 'e', 'excused'].map(
    (code) => [code, 'apologies'] as const,
  ),
  ...['', '-', '–', '—', 'n', 'no', '0', 'absent'].map((code) => [code, 'absent'] as const),
];

/**
 * Reads a register of attendance: a column with names or e-mail addresses, and one column for each meeting,
 * headed by its day. `key` is another sheet that may explain the marks; a blank cell is absent.
 */
export function readAttendance(
  table: Table,
  key: readonly GridRow[],
  how: { format: Format; details: string; dayIn: (cell: string) => CellDay },
): ReadAttendance {
  const marks = new Map([...USUAL, ...explained(key)]);
  const title = titleOf(table.title);
  const days = table.dayColumns.flatMap((at) => {
    const read = how.dayIn(table.header[at] ?? '');
    return read.is === 'day' ? [{ at, date: read.day }] : [];
  });
  const columns = columnsOf(table.header, table.uses, table.rows).map((column) =>
    how.dayIn(column.header).is === 'day' ? { ...column, field: 'Meeting' } : column,
  );
  return {
    what: 'attendance',
    format: how.format,
    details: how.details,
    columns,
    meetings: days.map(({ date }) => ({ date, title })),
    rows: table.rows.map((row) => readRow(table, row, days, marks)),
  };
}

function readRow(
  table: Table,
  { row, cells }: GridRow,
  days: readonly { at: number }[],
  known: ReadonlyMap<string, Mark>,
): AttendanceRow {
  const problems: Problem[] = [];
  const text = (wanted: (use: Table['uses'][number]) => boolean) =>
    table.uses.flatMap((use, at) => (wanted(use) && cells[at]?.trim() ? [cells[at].trim()] : []));
  const names = text(
    (use) => use?.is === 'text' && ['full', 'given', 'family'].includes(use.field),
  );
  const name = splitName(names.join(' ')).full;
  const written = text((use) => use?.is === 'email').join('; ');
  const email = emailsIn(written).good[0] ?? '';
  if (cells.every((cell) => cell.trim() === '')) problems.push(cannot('empty-row', 'Row'));
  else if (email === '') {
    problems.push(cannot(written === '' ? 'email-missing' : 'email-none', 'E-mail'));
  }
  const marks = days.map(({ at }): Mark => {
    const mark = known.get((cells[at] ?? '').trim().toLowerCase());
    if (mark === undefined) problems.push(noticed('mark-unknown', table.header[at] ?? ''));
    return mark ?? 'absent';
  });
  return { row, name, email, marks, problems };
}

/** The key's own words: a code, and beside it what it means. */
function explained(key: readonly GridRow[]): [string, Mark][] {
  return key.flatMap(({ cells }): [string, Mark][] => {
    const word = (cells[1] ?? '').trim().toLowerCase();
    // Object.keys widens to string[]; the keys are exactly the marks.
    const mark = (Object.keys(MARKS) as Mark[]).find((name) => name === word);
    return mark ? [[(cells[0] ?? '').trim().toLowerCase(), mark]] : [];
  });
}

/** `IMSIG Steering Group — attendance 2026` names meetings `IMSIG Steering Group meeting`. */
function titleOf(heading: string): string {
  const body = heading
    .slice(0, 200)
    .replace(/\battendance\b.*$/iu, '')
    .replace(/[\s–—:,-]+$/u, '')
    .trim();
  if (body === '') return 'Meeting';
  return /meetings?$/i.test(body) ? body.replace(/s$/i, '') : `${body} meeting`;
}

import type { PlainDate } from '../domain/dates.ts';
import { type Result, fail, ok } from '../domain/errors.ts';
import type { CollectionRoute } from '../domain/person.ts';
import { readAttendance } from './attendance.ts';
import { readCsv } from './csv.ts';
import { dayReader } from './days.ts';
import { decodeText, strict } from './decode-text.ts';
import type { DraftOptions } from './draft-of.ts';
import { LIMITS } from './limits.ts';
import { columnsOf, readPeopleRows } from './people-table.ts';
import type { Format, GridRow, ReadFile } from './read-types.ts';
import { signatureOf } from './signatures.ts';
import { type Table, findTable } from './tables.ts';
import { looksLikeCards, readCards } from './vcard.ts';
import { type Sheet, readWorkbook } from './xlsx.ts';

/**
 * Reads a foreign file by what it holds, never by its name: a workbook, vCards, or a text table.
 * `route` is how the people came, as the person who imports says; rows that name a post of the group came by
 * the steering group. Nothing is stored, and nothing that stands in an imported column is dropped in silence.
 * Errors: the `file/…` codes of domain/errors.ts; a fault in one row is a problem of that row, never an error.
 */
export function readFile(
  bytes: Uint8Array,
  today: PlainDate,
  { route = 'direct' }: { route?: CollectionRoute } = {},
): Result<ReadFile> {
  if (bytes.length === 0) return fail('file/empty');
  if (bytes.length > LIMITS.bytes) return fail('file/too-large', { megabytes: 50 });
  const options: DraftOptions = { route, today, dayIn: dayReader(today) };
  const signature = signatureOf(bytes);
  if (signature === 'encrypted') return fail('file/encrypted');
  if (signature === 'old-office') return fail('file/not-text');
  if (signature === 'zip') {
    const book = readWorkbook(bytes);
    return book.ok ? fromSheets(book.value, options) : book;
  }
  const decoded = decodeText(wholeCharacters(bytes));
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  if (looksLikeCards(text)) return readCards(text, encoding, options);
  const csv = readCsv(text);
  if (!csv.ok) return csv;
  const table = findTable(csv.value.rows, options.dayIn);
  if (!table) return fail('file/no-columns');
  return fromTable(table, [], 'CSV', `${encoding}, ${csv.value.delimiter}`, options);
}

function fromSheets(sheets: readonly Sheet[], options: DraftOptions): Result<ReadFile> {
  const tables = sheets.map(({ rows }) => findTable(rows, options.dayIn));
  const at = tables.findIndex((table) => table !== null && table.rows.length > 0);
  const table = tables[at];
  const sheet = sheets[at];
  if (!table || !sheet) {
    const nothing = sheets.every(({ rows }) => rows.length === 0);
    return fail(nothing ? 'file/empty' : 'file/no-columns');
  }
  const others = sheets.filter((_, i) => i !== at);
  const key = others.flatMap(({ rows }) => (rows.length <= 20 ? rows : []));
  const details = `sheet “${sheet.name}”, ${at + 1} of ${sheets.length}`;
  return fromTable(table, key, 'XLSX', details, options);
}

function fromTable(
  table: Table,
  key: readonly GridRow[],
  format: Format,
  details: string,
  options: DraftOptions,
): Result<ReadFile> {
  const { header, uses, rows } = table;
  if (rows.length === 0) return fail('file/empty');
  if (rows.length > LIMITS.rows) return fail('file/too-large', { rows: LIMITS.rows });
  if (table.dayColumns.length > 0) {
    return ok(readAttendance(table, key, { format, details, dayIn: options.dayIn }));
  }
  const columns = columnsOf(header, uses, rows);
  return ok({
    what: 'people',
    format,
    details,
    columns,
    rows: readPeopleRows(uses, rows, options),
  });
}

/**
 * Some programs fold a card's lines in the middle of a character, so that only the unfolded bytes are UTF-8
 * (RFC 6350 3.2 warns of it). Anything else is handed back as it is.
 */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 11));
  if (start.toUpperCase() !== 'BEGIN:VCARD' || strict(bytes, 'utf-8') !== null) {
    return bytes;
  }
  const unfolded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const breakLength = bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : bytes[at] === 10 ? 1 : 0;
    const next = bytes[at + breakLength];
    if (breakLength > 0 && (next === 32 || next === 9)) at += breakLength;
    else unfolded[length++] = bytes[at] ?? 0;
  }
  const result = unfolded.subarray(0, length);
  return strict(result, 'utf-8') === null ? bytes : result;
}

import * as XLSX from '@e965/xlsx';
import { zipSync } from 'fflate';
import { type Result, fail, ok } from '../domain/errors.ts';
import { unzipChecked } from './checked-zip.ts';
import { LIMITS } from './limits.ts';
import type { GridRow } from './read-types.ts';

export interface Sheet {
  readonly name: string;
  readonly rows: GridRow[];
}

/** The parts of a workbook that are text: no macros, pictures or fonts. One that is named but absent is an error. */
const WANTED = /\.(?:xml|rels|vml)$/i;

/**
 * The sheets of a workbook as text, day cells as `YYYY-MM-DD` by the sheet's own calendar (1900 or 1904), so that
 * no time zone can move them. Formulas are not read, only the values they had when the file was saved.
 * Errors: file/bomb, file/damaged, file/encrypted, file/not-text (a ZIP, but no workbook), file/too-wide, file/too-large.
 */
export function readWorkbook(bytes: Uint8Array): Result<Sheet[]> {
  const parts = unzipChecked(bytes, (name) => WANTED.test(name));
  if (!parts.ok) return parts;
  if (!Object.hasOwn(parts.value, 'xl/workbook.xml')) return fail('file/not-text');
  if (countCells(parts.value) > LIMITS.cells) return fail('file/too-large');
  let book: XLSX.WorkBook;
  try {
    // Packed anew from what was checked, so that the parser cannot see another file than the guard did.
    book = XLSX.read(zipSync(parts.value, { level: 0 }), {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
    });
  } catch {
    return fail('file/damaged');
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  for (const name of book.SheetNames) {
    const rows = rowsOf(book.Sheets[name], date1904);
    if (!rows.ok) return rows;
    sheets.push({ name, rows: rows.value });
  }
  return ok(sheets);
}

function rowsOf(sheet: XLSX.WorkSheet | undefined, date1904: boolean): Result<GridRow[]> {
  const data = sheet?.['!data'] ?? [];
  if (data.length > LIMITS.rows + 50) return fail('file/too-large', { rows: LIMITS.rows });
  const rows: GridRow[] = [];
  for (let r = 0; r < data.length; r++) {
    const cells: string[] = [];
    const line: readonly (XLSX.CellObject | undefined)[] = data[r] ?? [];
    // Sparse: only cells that are there are visited, wherever they stand.
    for (const key of Object.keys(line)) {
      const column = Number(key);
      const text = textOf(line[column], date1904);
      if (text === '') continue;
      if (column >= LIMITS.columns) return fail('file/too-wide', { columns: LIMITS.columns });
      while (cells.length < column) cells.push('');
      cells[column] = text;
    }
    rows.push({ row: r + 1, cells });
  }
  while (rows.at(-1)?.cells.length === 0) rows.pop();
  return ok(rows);
}

function textOf(cell: XLSX.CellObject | undefined, date1904: boolean): string {
  if (!cell || cell.t === 'e' || cell.t === 'z' || cell.v === undefined) return '';
  if (cell.t !== 'n' || typeof cell.v !== 'number') return String(cell.v).replace(/\r\n?/g, '\n');
  const isDay = typeof cell.z === 'string' && XLSX.SSF.is_date(cell.z);
  const day = isDay ? XLSX.SSF.parse_date_code(cell.v, { date1904 }) : null;
  if (!day) return String(cell.v);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(day.y).padStart(4, '0')}-${two(day.m)}-${two(day.d)}`;
}

/** How many cells the sheets hold, counted in the bytes (`<c ` and `<c>`), before anything is parsed. */
function countCells(parts: Readonly<Record<string, Uint8Array>>): number {
  let cells = 0;
  for (const [name, data] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue;
    for (let at = data.indexOf(0x3c); at >= 0; at = data.indexOf(0x3c, at + 1)) {
      const next = data[at + 2];
      if (data[at + 1] === 0x63 && (next === 0x20 || next === 0x3e || next === 0x2f)) cells += 1;
    }
  }
  return cells;
}

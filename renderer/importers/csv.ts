import Papa from 'papaparse';
import { type Result, fail, ok } from '../domain/errors.ts';
import { useOf } from './columns.ts';
import { LIMITS } from './limits.ts';
import type { GridRow } from './read-types.ts';

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
type Delimiter = keyof typeof DELIMITERS;

interface CsvGrid {
  readonly rows: GridRow[];
  /** In words, for the preview. */
  readonly delimiter: string;
}

/**
 * RFC 4180 with comma, semicolon or tab, any line ending, line breaks inside quotes. Rows are numbered as a
 * spreadsheet numbers them; empty rows at the end are left out. A formula stays the text that it is.
 * Errors: file/too-wide, file/too-large, file/not-text, before anything is parsed.
 */
export function readCsv(text: string): Result<CsvGrid> {
  const unix = text.replace(/\r\n?/g, '\n');
  const told = /^sep=([,;\t])\n/i.exec(unix)?.[1];
  const delimiter = delimiterFrom(told) ?? likeliest(unix);
  const bounded = measure(unix, delimiter);
  if (!bounded.ok) return bounded;
  const parsed = Papa.parse<string[]>(unix, { delimiter, newline: '\n', header: false });
  const rows = parsed.data.map((cells, i) => ({ row: i + 1, cells }));
  if (told) rows.shift();
  while (rows.at(-1)?.cells.every((cell) => cell.trim() === '')) rows.pop();
  return ok({ rows, delimiter: DELIMITERS[delimiter] });
}

function delimiterFrom(told: string | undefined): Delimiter | null {
  return told === ',' || told === ';' || told === '\t' ? told : null;
}

/** The delimiter under which most cells of some early row are known headers; then the one with most cells. */
function likeliest(text: string): Delimiter {
  const sample = text.slice(0, 64 * 1024);
  let best: { delimiter: Delimiter; known: number; cells: number } | null = null;
  for (const delimiter of [',', ';', '\t'] as const) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: 20 });
    let known = 0;
    let cells = 0;
    for (const row of data) {
      const some = row.slice(0, LIMITS.columns);
      known = Math.max(known, some.filter((cell) => useOf(cell) !== null).length);
      cells = Math.max(cells, row.length);
    }
    const better = !best || known > best.known || (known === best.known && cells > best.cells);
    if (better) best = { delimiter, known, cells };
  }
  return best?.delimiter ?? ',';
}

/** Counts rows and columns in one pass without keeping anything, so that a monstrous file is refused early. */
function measure(text: string, delimiter: Delimiter): Result<null> {
  const comma = delimiter.charCodeAt(0);
  let rows = 1;
  let columns = 1;
  let stray = 0;
  let quoted = false;
  let atStart = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code !== 34) continue;
      const next = text.charCodeAt(i + 1);
      if (next === 34) i++;
      else if (next === comma || next === 10 || Number.isNaN(next)) quoted = false;
      else if (++stray > LIMITS.strayQuotes) return fail('file/not-text');
    } else if (code === 34 && atStart) {
      quoted = true;
      atStart = false;
    } else if (code === comma) {
      if (++columns > LIMITS.columns) return fail('file/too-wide', { columns: LIMITS.columns });
      atStart = true;
    } else if (code === 10) {
      if (++rows > LIMITS.rows + 2) return fail('file/too-large', { rows: LIMITS.rows });
      columns = 1;
      atStart = true;
    } else {
      atStart = false;
    }
  }
  return ok(null);
}

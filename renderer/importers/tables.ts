import type { Use } from './columns.ts';
import type { CellDay } from './days.ts';
import { namesSomebody, usesOf } from './people-table.ts';
import type { GridRow } from './read-types.ts';

/** A table as it was found: its header row, what stands above it, and its rows. */
export interface Table {
  /** Words above the header row, such as a merged title. */
  readonly title: string;
  readonly header: readonly string[];
  readonly uses: readonly (Use | null)[];
  readonly rows: readonly GridRow[];
  /** Columns headed by a day: then it is a register of attendance. */
  readonly dayColumns: readonly number[];
  /** How many headers were understood. */
  readonly known: number;
}

/** A header row stands among the first rows; titles may stand above it. */
const SEARCHED = 20;

/** Finds the header row: the one of the first rows with most headers that are known; null when none is. */
export function findTable(
  rows: readonly GridRow[],
  dayIn: (cell: string) => CellDay,
): Table | null {
  let found: Table | null = null;
  for (const [i, { cells }] of rows.slice(0, SEARCHED).entries()) {
    const uses = usesOf(cells);
    if (!namesSomebody(uses)) continue;
    const dayColumns = cells.flatMap((cell, at) =>
      uses[at] === null && dayIn(cell).is === 'day' ? [at] : [],
    );
    const known = uses.filter((use) => use !== null).length + dayColumns.length;
    if (found && found.known >= known) continue;
    const above = rows.slice(0, i).flatMap((row) => row.cells);
    const title = above.find((cell) => cell.trim() !== '')?.trim() ?? '';
    found = { title, header: cells, uses, rows: rows.slice(i + 1), dayColumns, known };
  }
  return found;
}

/** A register as a list by the fields of its kind. */
import type { Field } from '../../domain/fields.ts';
import { valueIn } from '../../domain/fields.ts';
import type { Kind, RecordOf } from '../../domain/kinds.ts';
import { inWords } from '../../domain/registers/in-words.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { normalText } from '../normal-text.ts';
import type { RegisterRow } from '../protocol.ts';
import { aroundOf } from './around.ts';
import { titleOf } from './titles.ts';
import type { OpenContext } from './context.ts';
import { type Listing, shortList } from './listing.ts';

/** The rows of a kind: its title, its state, and the columns that its register names. */
export function registerListing(kind: Kind): Listing<RegisterRow> {
  const { columns = [], fields } = registerOf(kind);
  const shown = Object.entries<Field>(fields).filter(([name]) => columns.some((c) => c === name));
  return shortList<RegisterRow>({
    rows: (context) => rowsOf(kind, shown, context),
    keeps: (row, filter) => row.state === filter,
    words: (row) => [row.title, ...Object.values(row.cells).map(({ words }) => words)].join(' '),
    sorts: {
      title: (row) => normalText(row.title),
      state: (row) => row.state ?? '',
      day: (row) => row.day ?? '',
      ...Object.fromEntries(
        shown.map(([name]) => [name, (row: RegisterRow) => row.cells[name]?.sort ?? '']),
      ),
    },
  });
}

function rowsOf<K extends Kind>(
  kind: K,
  shown: readonly [string, Field][],
  context: OpenContext,
): RegisterRow[] {
  const register = registerOf(kind);
  const { state: vault } = context.session;
  const around = aroundOf(context);
  const names = (id: string) => titleOf(id, around.find);
  const tongue = { names, timeZone: around.timeZone };
  const row = (record: RecordOf<K>): RegisterRow => ({
    id: record.id,
    title: register.title(record, names),
    state: register.state?.(record, around) ?? null,
    day: register.day?.(record) ?? null,
    cells: Object.fromEntries(
      shown.map(([name, field]) => {
        const value = valueIn(record, name);
        const words = inWords(field, value, tongue);
        return [name, { words, sort: sortable(field, value, words) }];
      }),
    ),
  });
  const rows: RegisterRow[] = [];
  for (const record of vault.all(kind))
    if (!register.isHidden?.(record, around)) rows.push(row(record));
  return rows;
}

/** Numbers and days by what they are, everything else by its words. */
function sortable({ as }: Field, value: unknown, words: string): string | number {
  if (typeof value === 'number') return value;
  if (as === 'day') return typeof value === 'string' ? value : '';
  return normalText(words);
}

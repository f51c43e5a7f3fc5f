/** What a list is: its lines, and how they are filtered, searched and sorted. */
import { normalText } from '../normal-text.ts';
import type { OpenContext } from './context.ts';

/** One line of a list. Its row is made when it is shown or sorted by, since making it parses the record. */
export interface Item<Row> {
  readonly id: string;
  /** What filters ask for, without parsing. */
  readonly facts: string;
  row(): Row;
}

export interface Listing<Row> {
  /** Every line, in the list's own order. */
  items(context: OpenContext): Item<Row>[];
  keeps(item: Item<Row>, filter: string, context: OpenContext): boolean;
  find(items: Item<Row>[], text: string, context: OpenContext): Item<Row>[];
  /**
   * Column → a key that compares with `<`: text is normalised, so that case and accents do not part names.
   * `own`: the list's own order is by this column.
   */
  readonly sorts: Readonly<Record<string, 'own' | ((row: Row) => string | number)>>;
}

/** A register of at most some thousand records, whose rows are all made at once. */
export function shortList<Row extends { id: string }>(list: {
  rows(context: OpenContext): Row[];
  keeps?(row: Row, filter: string): boolean;
  words(row: Row): string;
  sorts: Listing<Row>['sorts'];
}): Listing<Row> {
  return {
    items: (context) =>
      list.rows(context).map((row) => ({ id: row.id, facts: '', row: () => row })),
    keeps: (item, filter) => list.keeps?.(item.row(), filter) ?? true,
    find(items, text) {
      const wanted = normalText(text).split(' ').filter(Boolean);
      return items.filter((item) => {
        const words = normalText(list.words(item.row()));
        return wanted.every((word) => words.includes(word));
      });
    },
    sorts: list.sorts,
  };
}

/** Windows of row summaries by query, sort and range: the worker keeps the order, the screen a window. */
import { fail, ok } from '../../domain/errors.ts';
import type { Kind } from '../../domain/kinds.ts';
import { KINDS } from '../../domain/registers/table.ts';
import type { ListName, Replies, RowOf, VaultAsk } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import type { Item, Listing } from '../desk/listing.ts';
import { isKindLockedAway } from '../desk/locked-away.ts';
import { LISTINGS } from '../desk/registers.ts';

type Asked = VaultAsk<'query'>;
interface Order {
  readonly key: string;
  readonly items: readonly Item<RowOf[ListName]>[];
  readonly all: number;
}

/** The kind of record that a list is of. */
const KIND_OF_LIST = new Map<ListName, Kind>([
  ...KINDS.map((kind) => [`register:${kind}`, kind] as const),
  ['people', 'person'],
  ['meetings', 'meeting'],
  ['consents', 'consent'],
]);

/** The last order worked out for each list, until the vault or the question changes. */
const orders = new WeakMap<Session, Map<ListName, Order>>();

export const query: Command<'query'> = (asked, context): Replies['query'] => {
  const kind = KIND_OF_LIST.get(asked.list);
  if (kind && isKindLockedAway(kind, context.session)) return fail('access/not-your-post');
  const { items, all } = ordered(asked, context);
  const { offset, limit } = asked;
  return ok({
    total: items.length,
    all,
    offset,
    rows: items.slice(offset, offset + limit).map((item) => item.row()),
    revision: context.session.state.revision,
  });
};

function ordered(asked: Asked, context: OpenContext): Order {
  const { session, today } = context;
  const { list, text, filter, sort } = asked;
  const key = JSON.stringify([session.state.revision, today, text, filter, sort]);
  const kept = orders.get(session) ?? new Map<ListName, Order>();
  orders.set(session, kept);
  const known = kept.get(list);
  if (known?.key === key) return known;
  const made: Order = { key, ...arrange(list, asked, context) };
  kept.set(list, made);
  return made;
}

function arrange<L extends ListName>(list: L, asked: Asked, context: OpenContext) {
  const listing: Listing<RowOf[L]> = LISTINGS[list];
  const { text, filter, sort } = asked;
  const every = listing.items(context);
  const kept =
    filter === 'all' ? every : every.filter((item) => listing.keeps(item, filter, context));
  const found = text.trim() === '' ? kept : listing.find(kept, text, context);
  const by = listing.sorts[sort.by];
  return { items: by ? inOrder(found, by, sort.descending) : found, all: every.length };
}

function inOrder<Row>(
  items: Item<Row>[],
  by: 'own' | ((row: Row) => string | number),
  descending: boolean,
): Item<Row>[] {
  if (by === 'own') return descending ? items.toReversed() : items;
  const keyed = items.map((item) => ({ item, key: by(item.row()) }));
  const direction = descending ? -1 : 1;
  keyed.sort((a, b) => (a.key < b.key ? -direction : a.key > b.key ? direction : 0));
  return keyed.map(({ item }) => item);
}

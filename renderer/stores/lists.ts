/** The registers: each a window of rows by query, filled as the person scrolls, fresh after every change. */
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { Failure } from '../domain/errors.ts';
import type { Kind } from '../domain/kinds.ts';
import { KINDS } from '../domain/registers/table.ts';
import { vault } from '../vault/client.ts';
import type { ListName, RegisterRow, RowOf, Window } from '../vault/protocol.ts';

export type {
  CardRow,
  ConsentRow,
  ImportRow,
  MeetingRow,
  PersonRow,
  RegisterRow,
  TrailRow,
  TransferRow,
} from '../vault/protocol.ts';

const PAGE = 100;

export interface Sort {
  by: string;
  descending: boolean;
}

export interface ListState<Row> {
  text: string;
  filter: string;
  sort: Sort;
  /** Rows found; `all`: rows without text and filter. Both 0 until `ready`. */
  total: number;
  all: number;
  ready: boolean;
  failure: Failure | null;
  /** Rows by page of 100. */
  pages: Readonly<Record<number, readonly Row[]>>;
}

export interface List<Row> {
  use: UseBoundStore<StoreApi<ListState<Row>>>;
  /** Fetches the rows from `first` to `last` that are not here yet; the first call begins the list. */
  ensure(first: number, last: number): void;
  setText(text: string): void;
  setFilter(filter: string): void;
  setSort(sort: Sort): void;
}

/** What is asked of a list, in one text: when it is another, the register begins at its top. */
export function queryOf({ text, filter, sort }: ListState<unknown>): string {
  return JSON.stringify([text, filter, sort]);
}

/** The row at an index, undefined while it is on its way. */
export function rowAt<Row>(state: Pick<ListState<Row>, 'pages'>, index: number): Row | undefined {
  return state.pages[Math.floor(index / PAGE)]?.[index % PAGE];
}

function createList<N extends ListName>(
  list: N,
  sort: Sort,
  kinds: readonly Kind[],
): List<RowOf[N]> {
  type Row = RowOf[N];
  const use = create<ListState<Row>>(() => ({
    text: '',
    filter: 'all',
    sort,
    total: 0,
    all: 0,
    ready: false,
    failure: null,
    pages: {},
  }));
  let shown = { first: 0, last: 0 };
  let generation = 0;
  /** The generation that the pages in the state are of. */
  let kept = 0;
  let listening = false;
  const asked = new Set<number>();

  const show = (era: number, pages: Record<number, readonly Row[]>, newest: Window<Row>) =>
    use.setState((now) => {
      const sameEra = kept === era ? now.pages : {};
      kept = era;
      const { total, all } = newest;
      return { pages: { ...sameEra, ...pages }, total, all, ready: true, failure: null };
    });

  const fetchPage = async (page: number, era: number): Promise<Window<Row> | null> => {
    const { text, filter, sort: by } = use.getState();
    const reply = await vault().ask('query', {
      list,
      text,
      filter,
      sort: by,
      offset: page * PAGE,
      limit: PAGE,
    });
    if (era !== generation) return null;
    if (!reply.ok) {
      use.setState({ failure: reply.error, ready: true });
      return null;
    }
    // The vault answers each list with its own rows; RowOf in protocol.ts is the contract.
    return reply.value as Window<Row>;
  };

  const refresh = async () => {
    const era = (generation += 1);
    asked.clear();
    const pages: Record<number, readonly Row[]> = {};
    const from = Math.floor(shown.first / PAGE);
    const to = Math.floor(shown.last / PAGE);
    let newest: Window<Row> | null = null;
    for (let page = from; page <= to; page += 1) {
      asked.add(page);
      const answer = await fetchPage(page, era);
      if (!answer) return;
      pages[page] = answer.rows;
      newest = answer;
    }
    if (newest) show(era, pages, newest);
  };

  const listen = () => {
    listening = true;
    vault().onChanged((changed) => {
      if (list === 'trail' || changed.kinds.some((kind) => kinds.includes(kind))) void refresh();
    });
  };

  const change = (part: Partial<ListState<Row>>) => {
    use.setState(part);
    shown = { first: 0, last: 0 };
    void refresh();
  };

  return {
    use,
    ensure(first, last) {
      shown = { first, last };
      if (!listening) {
        listen();
        void refresh();
        return;
      }
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
        if (asked.has(page)) continue;
        asked.add(page);
        const wanted = page;
        const era = generation;
        void fetchPage(wanted, era).then((answer) => {
          if (answer) show(era, { [wanted]: answer.rows }, answer);
        });
      }
    },
    setText: (text) => change({ text }),
    setFilter: (filter) => change({ filter }),
    setSort: (by) => change({ sort: by }),
  };
}

const newest = { by: 'at', descending: true };
export const peopleList = createList('people', { by: 'name', descending: false }, ['person']);
export const meetingsList = createList('meetings', { by: 'date', descending: true }, [
  'meeting',
  'minutes',
]);
export const consentsList = createList('consents', { by: 'name', descending: false }, [
  'consent',
  'person',
]);
export const transfersList = createList('transfers', { by: 'sealedAt', descending: true }, [
  'transfer',
]);
export const importsList = createList('imports', newest, ['import']);
export const erasuresList = createList('erasures', newest, ['erasure']);
export const trailList = createList('trail', newest, []);

const registers = new Map<Kind, List<RegisterRow>>();

/** The list of a kind, by its fields; the same one each time. Fresh when a record that it may name changes. */
export function registerList(kind: Kind): List<RegisterRow> {
  const known = registers.get(kind);
  if (known) return known;
  const made = createList(`register:${kind}`, { by: 'day', descending: true }, KINDS);
  registers.set(kind, made);
  return made;
}

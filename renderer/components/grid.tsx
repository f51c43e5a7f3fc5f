/** The one register: a virtual grid that keeps its speed at a hundred thousand rows. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  memo,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { nextRow } from './grid-keys.ts';
import { Icon } from './icons.tsx';

export interface Column<Row> {
  id: string;
  header: string;
  /** A CSS grid track: `minmax(10rem, 2fr)`. */
  width: string;
  render: (row: Row) => ReactNode;
  isSortable?: boolean;
  /** Numbers stand at the end. */
  align?: 'start' | 'end';
  /** Shown only where the register is at least this wide, in pixels. */
  from?: number;
}

interface Props<Row> {
  /** What the rows are, for those who hear it. */
  label: string;
  columns: readonly Column<Row>[];
  total: number;
  /** undefined while the row is on its way. */
  rowAt: (index: number) => Row | undefined;
  rowKey: (row: Row) => string;
  /** The rows now in view, a few more on either side; called as the person scrolls. */
  onRange: (first: number, last: number) => void;
  sort?: { by: string; descending: boolean };
  onSort?: (sort: { by: string; descending: boolean }) => void;
  selected?: string | null;
  onSelect?: (row: Row) => void;
  /** What is shown, in any text: when it becomes another, the grid goes back to its first row. */
  query?: string;
}

interface Hands {
  choose: (index: number) => void;
  press: (event: KeyboardEvent, index: number) => void;
  focus: (index: number) => void;
}

const ROW_PX = 34;

export function Grid<Row>(props: Props<Row>) {
  const { label, total, rowAt, rowKey, onRange, selected = null, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const width = useWidth(scroller);
  const columns = useMemo(
    () => props.columns.filter((column) => (column.from ?? 0) <= (width ?? Infinity)),
    [props.columns, width],
  );
  const tracks = columns.map((column) => column.width).join(' ');
  const current = Math.min(active, Math.max(0, total - 1));

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
    // The row with the focus stays, however far one scrolls.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (total === 0 || shown.includes(current)) return shown;
      return current < (shown[0] ?? 0) ? [current, ...shown] : [...shown, current];
    },
  });
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => onRange(first, last + 20), [first, last, onRange]);

  const { query } = props;
  const shownQuery = useRef(query);
  useLayoutEffect(() => {
    if (shownQuery.current === query) return;
    shownQuery.current = query;
    setActive(0);
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [query]);

  const latest = useRef({ rowAt, onSelect, total });
  useEffect(() => {
    latest.current = { rowAt, onSelect, total };
  });
  const hands = useMemo<Hands>(() => {
    const choose = (index: number) => {
      const row = latest.current.rowAt(index);
      setActive(index);
      if (row !== undefined) latest.current.onSelect?.(row);
    };
    const focusRow = (index: number) => {
      setActive(index);
      virtual.scrollToIndex(index, { align: 'auto' });
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus(),
      );
    };
    const press = (event: KeyboardEvent, index: number) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        choose(index);
        return;
      }
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 2);
      const to = nextRow(event.key, index, latest.current.total, page);
      if (to === null) return;
      event.preventDefault();
      focusRow(to);
    };
    return { choose, press, focus: setActive };
  }, [virtual]);

  return (
    <div
      className="grid"
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
    >
      <div role="rowgroup" className="grid-head">
        <div
          role="row"
          aria-rowindex={1}
          className="grid-row"
          // As wide as the rows, which a scrollbar may make narrower.
          style={{ gridTemplateColumns: tracks, width: width ?? '100%' }}
        >
          {columns.map((column) => (
            <Header key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" ref={scroller}>
        <div className="grid-space" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <GridRow
                key={index}
                row={row}
                index={index}
                start={start}
                tracks={tracks}
                columns={columns}
                isSelected={row !== undefined && rowKey(row) === selected}
                isActive={index === current}
                hands={hands}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface RowProps<Row> {
  row: Row | undefined;
  index: number;
  start: number;
  tracks: string;
  columns: readonly Column<Row>[];
  isSelected: boolean;
  isActive: boolean;
  /** What a row calls; the same object while the grid changes. */
  hands: Hands;
}

function PlainRow<Row>(props: RowProps<Row>) {
  const { row, index, isSelected, hands } = props;
  return (
    <div
      role="row"
      className={isSelected ? 'grid-row is-selected' : 'grid-row'}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={props.isActive ? 0 : -1}
      style={{ gridTemplateColumns: props.tracks, transform: `translateY(${props.start}px)` }}
      onClick={() => hands.choose(index)}
      onKeyDown={(event) => hands.press(event, index)}
      onFocus={() => hands.focus(index)}
    >
      {props.columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={column.align === 'end' ? 'cell cell-end' : 'cell'}
        >
          {row === undefined ? <span className="coming" /> : column.render(row)}
        </div>
      ))}
    </div>
  );
}
// memo forgets that the component is generic; its props are the same.
const GridRow = memo(PlainRow) as typeof PlainRow;

function Header<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: Props<Row>['sort'];
  onSort: Props<Row>['onSort'];
}) {
  const className = column.align === 'end' ? 'cell cell-end' : 'cell';
  if (!column.isSortable || !onSort) {
    return (
      <div role="columnheader" className={className}>
        {column.header}
      </div>
    );
  }
  const isSorted = sort?.by === column.id;
  const direction = sort?.descending ? 'descending' : 'ascending';
  return (
    <div role="columnheader" className={className} aria-sort={isSorted ? direction : 'none'}>
      <button
        type="button"
        className="sort"
        onClick={() => onSort({ by: column.id, descending: isSorted && !sort?.descending })}
      >
        {column.header}
        {isSorted && <Icon name={sort?.descending ? 'down' : 'up'} />}
      </button>
    </div>
  );
}

/** The room inside an element, in pixels; null before it was measured. */
function useWidth(element: { current: HTMLElement | null }): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** A list that is narrowed by words and by a choice, and whatever of it is open beside it. */
import type { ReactNode } from 'react';
import { FailureText } from '../components/failure.tsx';
import { type Column, Grid } from '../components/grid.tsx';
import { Select, type Option } from '../components/select.tsx';
import { SplitView } from '../components/split-view.tsx';
import { SearchField } from '../components/text-field.tsx';
import { type List, queryOf, rowAt } from '../stores/lists.ts';

interface Props<Row> {
  source: List<Row>;
  /** What the list holds: "Consents". */
  label: string;
  columns: readonly Column<Row>[];
  /** What the search field says. */
  find: string;
  /** By what it may be narrowed; null: by words only. */
  filters: readonly Option<string>[] | null;
  /** Beside the search field. */
  tools?: ReactNode;
  /** Stands in the place of the list when nothing is in it, or nothing fits; null: its head alone. */
  nothing: ReactNode;
  /** The id of the row that is open. */
  open: string | null;
  onOpen: (id: string) => void;
  /** What is open, and what one of it is called: "Consent". */
  detail: ReactNode;
  one: string;
  onClose: () => void;
}

export function ListAndPane<Row extends { readonly id: string }>(props: Props<Row>) {
  const { source, label, columns, find, filters, tools, nothing, open, onOpen } = props;
  const { detail, one, onClose } = props;
  const list = source.use();
  return (
    <>
      <div className="toolbar">
        <SearchField label={find} value={list.text} onChange={source.setText} />
        {filters && (
          <Select
            label="Show"
            isLabelHidden
            value={list.filter}
            options={filters}
            onChange={source.setFilter}
          />
        )}
        {tools}
      </div>
      <FailureText failure={list.failure} />
      <SplitView
        label={one}
        list={
          (list.ready && list.total === 0 && nothing) || (
            <Grid<Row>
              label={label}
              columns={columns}
              total={list.total}
              rowAt={(index) => rowAt(list, index)}
              rowKey={(row) => row.id}
              onRange={source.ensure}
              query={queryOf(list)}
              sort={list.sort}
              onSort={source.setSort}
              selected={open}
              onSelect={(row) => onOpen(row.id)}
            />
          )
        }
        detail={detail}
        onClose={onClose}
      />
    </>
  );
}

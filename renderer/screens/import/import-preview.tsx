/** Every row of the file with what would become of it; nothing is stored yet. */
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { type Column, Grid } from '../../components/grid.tsx';
import { Tag } from '../../components/layout.tsx';
import { formatDay } from '../../domain/dates.ts';
import {
  applyImport,
  chooseList,
  type ImportRowView,
  type ImportSummary,
  needRows,
  rowAt,
  type RowState,
  showRows,
  useImport,
} from '../../stores/import.ts';
import { RowDetail } from './row-detail.tsx';
import { ROW_STATES } from './row-states.ts';

export function ImportPreview() {
  const { summary, state, total, pages, error } = useImport();
  const [selected, setSelected] = useState<ImportRowView | null>(null);
  if (!summary) return null;
  return (
    <>
      <div className="import-head">
        <p>
          <b>{summary.format}</b> <span className="muted">{summary.details}</span>
        </p>
        <Columns columns={summary.columns} />
        {summary.what === 'attendance' && <Meetings meetings={summary.meetings} />}
        <FailureText failure={error} />
      </div>
      <StateFilter
        summary={summary}
        state={state}
        onChange={(wanted) => {
          setSelected(null);
          showRows(wanted);
        }}
      />
      <Grid<ImportRowView>
        key={state}
        label="Rows of the file"
        columns={COLUMNS}
        total={total}
        rowAt={(index) => rowAt(pages, index)}
        rowKey={(row) => String(row.row)}
        onRange={onRange}
        selected={selected ? String(selected.row) : null}
        onSelect={setSelected}
      />
      {selected && <RowDetail row={selected} onClose={() => setSelected(null)} />}
      <footer className="import-foot">
        <p className="muted">{whatStays(summary)}</p>
        <Button onPress={() => void chooseList()}>Choose another file</Button>
        <Button
          variant="primary"
          icon="import"
          isDisabled={changesOf(summary) === 0}
          onPress={() => void applyImport()}
        >
          {importWords(summary)}
        </Button>
      </footer>
    </>
  );
}

const FILTERS: readonly RowState[] = ['all', 'new', 'changed', 'duplicate', 'cannot'];

const onRange = (first: number, last: number) => void needRows(first, last);

const COLUMNS: Column<ImportRowView>[] = [
  { id: 'row', header: 'Row', width: '3.5rem', align: 'end', render: ({ row }) => row },
  {
    id: 'label',
    header: 'Who',
    width: 'minmax(8rem, 1fr)',
    render: ({ label }) => <bdi title={label}>{label}</bdi>,
  },
  {
    id: 'state',
    header: 'What',
    width: '7.5rem',
    render: ({ state }) => <Tag tone={ROW_STATES[state].tone}>{ROW_STATES[state].label}</Tag>,
  },
  {
    id: 'why',
    header: 'Why, and what was noticed',
    width: 'minmax(10rem, 2.5fr)',
    render: ({ reasons, notices }) => {
      const words = [...reasons, ...notices].join(' ');
      return <bdi title={words}>{words}</bdi>;
    },
  },
];

function Columns({ columns }: { columns: ImportSummary['columns'] }) {
  const unread = columns.filter(({ field }) => field === null);
  return (
    <details className="columns">
      <summary>
        {columns.length - unread.length} of {columns.length} columns matched
      </summary>
      <ul>
        {columns.map(({ header, field }, index) => (
          <li key={index} className={field === null ? 'is-unread' : ''}>
            <bdi>{header === '' ? '(no heading)' : header}</bdi>{' '}
            <span className="muted">{field === null ? 'is not read' : `→ ${field}`}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Meetings({ meetings }: { meetings: ImportSummary['meetings'] }) {
  return (
    <table className="plain-table meetings-found">
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Meeting</th>
          <th scope="col">Marks</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map(({ date, title, marks, state }) => (
          <tr key={`${date} ${title}`}>
            <td>{formatDay(date)}</td>
            <td>
              <bdi>{title}</bdi>
            </td>
            <td>{marks}</td>
            <td>
              <Tag tone={ROW_STATES[state].tone}>{ROW_STATES[state].label}</Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The counts are the filter. */
function StateFilter({
  summary,
  state,
  onChange,
}: {
  summary: ImportSummary;
  state: RowState;
  onChange: (state: RowState) => void;
}) {
  const { counts } = summary;
  const all = counts.new + counts.changed + counts.duplicate + counts.cannot;
  return (
    <ToggleButtonGroup
      className="state-filter"
      aria-label="Rows to show"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[state]}
      onSelectionChange={([key]) => {
        const wanted = FILTERS.find((name) => name === key);
        if (wanted) onChange(wanted);
      }}
    >
      {FILTERS.map((name) => (
        <ToggleButton key={name} id={name} className="state">
          {name === 'all' ? 'All' : ROW_STATES[name].label}{' '}
          <span className="state-count">{name === 'all' ? all : counts[name]}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function changesOf(summary: ImportSummary): number {
  return summary.what === 'attendance'
    ? summary.meetings.filter(({ state }) => state !== 'duplicate').length
    : summary.counts.new + summary.counts.changed;
}

function importWords(summary: ImportSummary): string {
  const count = changesOf(summary);
  if (summary.what === 'attendance')
    return `Import ${count} ${count === 1 ? 'meeting' : 'meetings'}`;
  return `Import ${count} ${count === 1 ? 'person' : 'people'}`;
}

function whatStays({ counts }: ImportSummary): string {
  const left = counts.duplicate + counts.cannot;
  return left === 0
    ? 'Nothing is stored yet.'
    : `Nothing is stored yet. ${left} ${left === 1 ? 'row is' : 'rows are'} left out.`;
}

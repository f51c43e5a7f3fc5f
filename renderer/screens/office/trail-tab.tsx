import { type Column, Grid } from '../../components/grid.tsx';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { formatInstant } from '../../domain/dates.ts';
import { POSTS } from '../../domain/posts.ts';
import { TRAIL_ACTIONS, actionInWords } from '../../domain/trail.ts';
import { type TrailRow, queryOf, rowAt, trailList } from '../../stores/lists.ts';
import { openDocument } from '../../stores/document.ts';
import { useOpened } from '../../stores/session.ts';
import { trailFilter, useTrailWanted } from '../../stores/trail.ts';
import { ChainCheck } from './chain-check.tsx';
import './trail.css';

/** Who did what, and when; never whose data it was about. */
export function TrailTab() {
  const list = trailList.use();
  const wanted = useTrailWanted();
  const { timeZone } = useOpened().opened.group;
  const columns: readonly Column<TrailRow>[] = [
    {
      id: 'at',
      header: 'When',
      width: '11rem',
      isSortable: true,
      render: (row) => formatInstant(row.at, timeZone),
    },
    { id: 'actor', header: 'Who', width: '10rem', render: (row) => POSTS[row.actor] },
    {
      id: 'action',
      header: 'What',
      width: 'minmax(9rem, 1fr)',
      // Whole, where the column is too narrow for it.
      render: (row) => <span title={actionInWords(row)}>{actionInWords(row)}</span>,
    },
    {
      id: 'count',
      header: 'Records',
      width: '6rem',
      align: 'end',
      render: (row) => (row.count > 0 ? row.count : ''),
    },
  ];
  return (
    <>
      <TrailToolbar />
      <div className="trail-chain">
        <Button
          icon="print"
          onPress={() =>
            void openDocument({ what: 'trail', filter: trailFilter(wanted, timeZone) })
          }
        >
          Preview and print
        </Button>
        <ChainCheck />
      </div>
      <FailureText failure={list.failure} />
      <Grid
        label="The trail"
        columns={columns}
        total={list.total}
        rowAt={(index) => rowAt(list, index)}
        rowKey={(row) => row.id}
        onRange={trailList.ensure}
        query={queryOf(list)}
        sort={list.sort}
        onSort={trailList.setSort}
      />
    </>
  );
}

function TrailToolbar() {
  const { timeZone } = useOpened().opened.group;
  const wanted = useTrailWanted();
  const change = (part: Partial<typeof wanted>) => {
    useTrailWanted.setState(part);
    trailList.setFilter(trailFilter({ ...wanted, ...part }, timeZone));
  };
  return (
    <div className="toolbar tab-toolbar trail-toolbar">
      <Select
        label="What"
        value={wanted.action ?? 'all'}
        options={[{ id: 'all', label: 'Everything' }, ...optionsOf(TRAIL_ACTIONS)]}
        onChange={(action) => change({ action: action === 'all' ? null : action })}
      />
      <Select
        label="Who"
        value={wanted.actor ?? 'all'}
        options={[{ id: 'all', label: 'Every post' }, ...optionsOf(POSTS)]}
        onChange={(actor) => change({ actor: actor === 'all' ? null : actor })}
      />
      <DateField label="From" value={wanted.from} onChange={(from) => change({ from })} />
      <DateField label="To" value={wanted.until} onChange={(until) => change({ until })} />
    </div>
  );
}

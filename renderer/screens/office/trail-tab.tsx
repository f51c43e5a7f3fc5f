import { type Column, Grid } from '../../components/grid.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Select } from '../../components/select.tsx';
import { formatInstant } from '../../domain/dates.ts';
import { POSTS } from '../../domain/posts.ts';
import { TRAIL_ACTIONS } from '../../domain/trail.ts';
import { type TrailRow, queryOf, rowAt, trailList } from '../../stores/lists.ts';
import { useOpened } from '../../stores/session.ts';

const FILTERS = [
  { id: 'all', label: 'Everything' },
  ...Object.entries(TRAIL_ACTIONS).map(([id, label]) => ({ id, label })),
];

/** Who did what, and when; never whose data it was about. */
export function TrailTab() {
  const list = trailList.use();
  const { timeZone } = useOpened().opened.group;
  const columns: readonly Column<TrailRow>[] = [
    {
      id: 'at',
      header: 'When',
      width: '12rem',
      isSortable: true,
      render: (row) => formatInstant(row.at, timeZone),
    },
    { id: 'actor', header: 'Who', width: 'minmax(8rem, 1fr)', render: (row) => POSTS[row.actor] },
    {
      id: 'action',
      header: 'What',
      width: 'minmax(9rem, 2fr)',
      render: (row) => TRAIL_ACTIONS[row.action],
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
      <div className="toolbar tab-toolbar">
        <Select
          label="Show"
          isLabelHidden
          value={list.filter}
          options={FILTERS}
          onChange={trailList.setFilter}
        />
        <p className="muted">It names no person and holds no values, only actions and times.</p>
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

/** Every bundle that left, for whom and where to. */
import { type Column, Grid } from '../../components/grid.tsx';
import { countryName } from '../../components/country-field.tsx';
import { FailureText } from '../../components/failure.tsx';
import { EmptyState, Tag } from '../../components/layout.tsx';
import { Name } from '../../components/names.tsx';
import { transferView } from '../../domain/countries.ts';
import { daysBetween, formatDay, formatInstant } from '../../domain/dates.ts';
import { POSTS } from '../../domain/posts.ts';
import { queryOf, rowAt, type TransferRow, transfersList } from '../../stores/lists.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { useOpened } from '../../stores/session.ts';

export function TransfersTab() {
  const list = transfersList.use();
  const { rest } = useNavigation();
  const { opened, today } = useOpened();
  const columns: Column<TransferRow>[] = [
    {
      id: 'sealedAt',
      header: 'Sealed',
      width: '10rem',
      isSortable: true,
      render: (row) => formatInstant(row.sealedAt, opened.group.timeZone),
    },
    {
      id: 'recipients',
      header: 'For',
      width: 'minmax(8rem, 2fr)',
      render: (row) =>
        row.recipients === '' ? (
          <span className="muted">By passphrase</span>
        ) : (
          <Name>{row.recipients}</Name>
        ),
    },
    { id: 'post', header: 'Post', width: 'minmax(7rem, 1fr)', render: (row) => POSTS[row.post] },
    {
      id: 'country',
      header: 'Country',
      width: 'minmax(7rem, 1fr)',
      from: 560,
      render: (row) => row.countries.map(countryName).join(', '),
    },
    {
      id: 'abroad',
      header: 'Abroad',
      width: '9.5rem',
      from: 760,
      render: (row) => <Abroad countries={row.countries} />,
    },
    {
      id: 'count',
      header: 'Records',
      width: '5rem',
      align: 'end',
      from: 640,
      render: (row) => row.count,
    },
    {
      id: 'expires',
      header: 'Expires',
      width: '8rem',
      isSortable: true,
      render: (row) =>
        daysBetween(today, row.expires) < 0 ? (
          <span className="muted">{formatDay(row.expires)}</span>
        ) : (
          formatDay(row.expires)
        ),
    },
  ];
  if (list.ready && list.total === 0 && !list.failure) {
    return (
      <EmptyState icon="sharing" title="Nothing has left the vault">
        <p>Every bundle that is sealed is kept here: for whom, to which country, until when.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <FailureText failure={list.failure} />
      <Grid<TransferRow>
        label="Transfer register"
        columns={columns}
        total={list.total}
        rowAt={(index) => rowAt(list, index)}
        rowKey={(row) => row.id}
        onRange={transfersList.ensure}
        query={queryOf(list)}
        sort={list.sort}
        onSort={transfersList.setSort}
        selected={rest}
      />
    </>
  );
}

function Abroad({ countries }: { countries: readonly string[] }) {
  const views = countries.map(transferView);
  if (views.some(({ adequate }) => !adequate)) return <Tag tone="warning">Safeguard</Tag>;
  const abroad = views.filter(({ outsideUk }) => outsideUk);
  if (abroad.length === 0) return <Tag>UK</Tag>;
  return <Tag>{abroad.some(({ outsideEu }) => outsideEu) ? 'Adequate' : 'EU'}</Tag>;
}

/** Every bundle that left, for whom and where to. */
import { type Column, Grid } from '../../components/grid.tsx';
import { countryName } from '../../components/country-field.tsx';
import { FailureText } from '../../components/failure.tsx';
import { EmptyState, Tag } from '../../components/layout.tsx';
import { Name } from '../../components/names.tsx';
import { SplitView } from '../../components/split-view.tsx';
import { daysBetween, formatDay, formatInstant } from '../../domain/dates.ts';
import { POSTS } from '../../domain/posts.ts';
import { queryOf, rowAt, type TransferRow, transfersList } from '../../stores/lists.ts';
import { go, useNavigation } from '../../stores/navigation.ts';
import type { Opened } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { RecordPane } from '../register/record-pane.tsx';
import { BundleSheets } from './bundle-sheets.tsx';

const sheetsOf = ({ record }: Opened<'transfer'>) => <BundleSheets id={record.id} />;

export function TransfersTab() {
  const list = transfersList.use();
  const { rest } = useNavigation();
  const open = rest.startsWith('trf_') ? rest : null;
  const close = () => go('sharing', 'transfers');
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
      width: '14.5rem',
      from: 900,
      render: (row) => <Abroad views={row.views} />,
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
    {
      id: 'acknowledged',
      header: 'Acknowledged',
      width: '8rem',
      from: 700,
      render: (row) =>
        row.acknowledged ? formatDay(row.acknowledged) : <span className="muted">Not yet</span>,
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
      <SplitView
        label="Sealed bundle"
        list={
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
            selected={open}
            onSelect={(row) => go('sharing', row.id)}
          />
        }
        detail={
          open && (
            <RecordPane key={open} kind="transfer" id={open} onClose={close} actions={sheetsOf} />
          )
        }
        onClose={close}
      />
    </>
  );
}

/** Both views: the policy's and UK law's. */
function Abroad({ views }: Pick<TransferRow, 'views'>) {
  const outsideEu = views.some((view) => view.outsideEu);
  const outsideUk = views.some((view) => view.outsideUk);
  const isAdequate = views.every(({ adequate }) => adequate);
  const where = [outsideEu ? 'EU' : '', outsideUk ? 'UK' : ''].filter((part) => part !== '');
  return (
    <>
      {where.length > 0 && <Tag>Outside {where.join(' and ')}</Tag>}{' '}
      {!isAdequate && <Tag tone="warning">Safeguard</Tag>}
    </>
  );
}

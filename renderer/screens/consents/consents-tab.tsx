/** The register of consents, and one consent beside it. */
import { useCallback } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { type Column, Grid } from '../../components/grid.tsx';
import { EmptyState } from '../../components/layout.tsx';
import { Name } from '../../components/names.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { SplitView } from '../../components/split-view.tsx';
import { SearchField } from '../../components/text-field.tsx';
import { CONSENT_STATES } from '../../domain/consent.ts';
import { formatDay, type PlainDate } from '../../domain/dates.ts';
import { type ConsentRow, consentsList, queryOf, rowAt } from '../../stores/lists.ts';
import { go, useNavigation } from '../../stores/navigation.ts';
import { ConsentDetail } from './consent-detail.tsx';
import { ConsentStateTag } from './consent-state-tag.tsx';

const FILTERS = [{ id: 'all', label: 'All consents' }, ...optionsOf<string>(CONSENT_STATES)];

export function ConsentsTab({ onCreate }: { onCreate: () => void }) {
  const { rest } = useNavigation();
  const list = consentsList.use();
  const onRange = useCallback(
    (first: number, last: number) => consentsList.ensure(first, last),
    [],
  );
  const open = rest.startsWith('con_') ? rest : null;

  const register =
    list.ready && list.all > 0 && list.total === 0 ? (
      <EmptyState icon="search" title="No consent fits">
        <p>Change the words or the filter to see others.</p>
      </EmptyState>
    ) : (
      <Grid<ConsentRow>
        label="Consents"
        columns={COLUMNS}
        total={list.total}
        rowAt={(index) => rowAt(list, index)}
        rowKey={(row) => row.id}
        onRange={onRange}
        query={queryOf(list)}
        sort={list.sort}
        onSort={consentsList.setSort}
        selected={open}
        onSelect={(row) => go('consents', row.id)}
      />
    );

  return (
    <>
      {list.ready && list.all === 0 && !open ? (
        <EmptyState
          icon="consents"
          title="No consents yet"
          action={
            <Button icon="plus" variant="primary" onPress={onCreate}>
              Record the first consent
            </Button>
          }
        >
          <p>
            A consent holds who agreed to what, in the exact words, when and how. Withdrawing is one
            action and takes effect at once.
          </p>
        </EmptyState>
      ) : (
        <>
          <div className="toolbar">
            <SearchField label="Find a consent" value={list.text} onChange={consentsList.setText} />
            <Select
              label="Show"
              isLabelHidden
              value={list.filter}
              options={FILTERS}
              onChange={consentsList.setFilter}
            />
          </div>
          <FailureText failure={list.failure} />
          <SplitView
            label="Consent"
            list={register}
            detail={open && <ConsentDetail key={open} id={open} />}
            onClose={() => go('consents')}
          />
        </>
      )}
    </>
  );
}

const day = (value: PlainDate | null) => value && formatDay(value);

const COLUMNS: Column<ConsentRow>[] = [
  {
    id: 'name',
    header: 'Person',
    width: 'minmax(8rem, 2fr)',
    isSortable: true,
    render: (row) => <Name>{row.name}</Name>,
  },
  {
    id: 'title',
    header: 'What',
    width: 'minmax(8rem, 2fr)',
    isSortable: true,
    render: (row) => row.title,
  },
  {
    id: 'version',
    header: 'Version',
    width: '5rem',
    align: 'end',
    from: 760,
    render: (row) => row.version,
  },
  {
    id: 'state',
    header: 'State',
    width: '6.5rem',
    isSortable: true,
    render: (row) => <ConsentStateTag state={row.state} />,
  },
  {
    id: 'given',
    header: 'Given',
    width: '7.5rem',
    isSortable: true,
    from: 560,
    render: (row) => day(row.given),
  },
  {
    id: 'withdrawn',
    header: 'Withdrawn',
    width: '7.5rem',
    isSortable: true,
    from: 680,
    render: (row) => day(row.withdrawn),
  },
];

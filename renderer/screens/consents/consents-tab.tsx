/** The register of consents, and one consent beside it. */
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/grid.tsx';
import { EmptyState } from '../../components/layout.tsx';
import { Name } from '../../components/names.tsx';
import { optionsOf } from '../../components/select.tsx';
import { CONSENT_STATES } from '../../domain/consent.ts';
import { formatDay, type PlainDate } from '../../domain/dates.ts';
import { type ConsentRow, consentsList } from '../../stores/lists.ts';
import { go, useNavigation } from '../../stores/navigation.ts';
import { ListAndPane } from '../list-and-pane.tsx';
import { ConsentDetail } from './consent-detail.tsx';
import { ConsentStateTag } from './consent-state-tag.tsx';

const FILTERS = [{ id: 'all', label: 'All consents' }, ...optionsOf<string>(CONSENT_STATES)];

export function ConsentsTab({ onCreate }: { onCreate: () => void }) {
  const { rest } = useNavigation();
  const list = consentsList.use();
  const open = rest.startsWith('con_') ? rest : null;

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
        <ListAndPane
          source={consentsList}
          label="Consents"
          columns={COLUMNS}
          find="Find a consent"
          filters={FILTERS}
          nothing={
            list.all > 0 && (
              <EmptyState icon="search" title="No consent fits">
                <p>Change the words or the filter to see others.</p>
              </EmptyState>
            )
          }
          open={open}
          onOpen={(id) => go('consents', id)}
          detail={open && <ConsentDetail key={open} id={open} />}
          one="Consent"
          onClose={() => go('consents')}
        />
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

/** The register of consents, and one consent with its exact words. */
import { useCallback } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { type Column, Grid } from '../../components/grid.tsx';
import { EmptyState, PageHeader } from '../../components/layout.tsx';
import { Name } from '../../components/names.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { SplitView } from '../../components/split-view.tsx';
import { SearchField } from '../../components/text-field.tsx';
import { CONSENT_STATES, CONSENT_WORDINGS } from '../../domain/consent.ts';
import { formatDay, type PlainDate } from '../../domain/dates.ts';
import { useRoomCommands } from '../../stores/commands.ts';
import { openDocument } from '../../stores/document.ts';
import { type ConsentRow, consentsList, queryOf, rowAt } from '../../stores/lists.ts';
import { go, useNavigation } from '../../stores/navigation.ts';
import { ConsentDetail } from './consent-detail.tsx';
import { ConsentStateTag } from './consent-state-tag.tsx';
import { NewConsent } from './new-consent.tsx';
import './consents.css';

const FILTERS = [{ id: 'all', label: 'All consents' }, ...optionsOf<string>(CONSENT_STATES)];

export function ConsentsRoom() {
  const { rest } = useNavigation();
  const list = consentsList.use();
  const onRange = useCallback(
    (first: number, last: number) => consentsList.ensure(first, last),
    [],
  );
  const create = () => go('consents', 'new');
  useRoomCommands({ new: create });
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
    <div className="page consents">
      <PageHeader title="Consents" remark={list.ready && list.all > 0 ? String(list.all) : null}>
        <BlankForms />
        <Button icon="plus" variant="primary" onPress={create}>
          New consent
        </Button>
      </PageHeader>
      {list.ready && list.all === 0 && !open ? (
        <EmptyState
          icon="consents"
          title="No consents yet"
          action={
            <Button icon="plus" variant="primary" onPress={create}>
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
      {rest === 'new' && <NewConsent onClose={() => go('consents')} />}
    </div>
  );
}

/** A form to print and sign, for any wording. */
function BlankForms() {
  return (
    <MenuTrigger>
      <Button icon="print">Blank form</Button>
      <Popover className="popover" offset={4}>
        <Menu
          className="options"
          onAction={(wording) =>
            void openDocument({ what: 'consent-form', wording: String(wording) })
          }
        >
          {CONSENT_WORDINGS.map(({ id, title, version }) => (
            <MenuItem key={id} id={id} className="option" textValue={title}>
              {title} <span className="muted">version {version}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
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

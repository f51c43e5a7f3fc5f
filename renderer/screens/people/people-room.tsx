/** Everybody the group keeps data of: the register, and one person beside it. */
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/grid.tsx';
import { EmptyState, PageHeader } from '../../components/layout.tsx';
import { Name } from '../../components/names.tsx';
import { optionsOf } from '../../components/select.tsx';
import { CATEGORIES } from '../../domain/person.ts';
import { POSTS } from '../../domain/posts.ts';
import { useRoomCommands } from '../../stores/commands.ts';
import { openDocument } from '../../stores/document.ts';
import { type PersonRow, peopleList } from '../../stores/lists.ts';
import { go, useNavigation } from '../../stores/navigation.ts';
import { ImportWizard } from '../import/import-wizard.tsx';
import { ListAndPane } from '../list-and-pane.tsx';
import { NewPerson } from './new-person.tsx';
import { PersonDetail } from './person-detail.tsx';

const FILTERS = {
  all: 'Everybody',
  committee: 'In post now',
  ...CATEGORIES,
  'without-notice': 'Without the privacy notice',
};
const FILTER_OPTIONS = optionsOf(FILTERS);

const COLUMNS: readonly Column<PersonRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(9rem, 2fr)',
    isSortable: true,
    render: (row) => <Name>{row.name}</Name>,
  },
  {
    id: 'posts',
    header: 'Post',
    width: 'minmax(7rem, 1.4fr)',
    isSortable: true,
    from: 300,
    render: (row) => row.posts.map((post) => POSTS[post]).join(', '),
  },
  {
    id: 'email',
    header: 'E-mail',
    width: 'minmax(9rem, 2.6fr)',
    isSortable: true,
    from: 420,
    render: (row) => row.email,
  },
  {
    id: 'phone',
    header: 'Phone',
    width: 'minmax(9.5rem, 1fr)',
    from: 720,
    render: (row) => row.phone,
  },
  {
    id: 'organisation',
    header: 'Organisation',
    width: 'minmax(7rem, 1.5fr)',
    isSortable: true,
    from: 640,
    render: (row) => <bdi>{row.organisation}</bdi>,
  },
  {
    id: 'categories',
    header: 'Category',
    width: 'minmax(9.5rem, 1fr)',
    from: 900,
    render: (row) => row.categories.map((category) => CATEGORIES[category]).join(', '),
  },
];

export function PeopleRoom() {
  const rest = useNavigation((place) => place.rest);
  const list = peopleList.use();
  const preview = () =>
    void openDocument({ what: 'contacts', filter: list.filter, text: list.text });
  const importList = () => go('people', 'import');
  useRoomCommands({
    new: () => go('people', 'new'),
    import: importList,
    ...(list.total === 0 ? {} : { print: preview, 'save-pdf': preview }),
  });

  if (rest === 'import') return <ImportWizard onClose={() => go('people')} />;
  return (
    <div className="page">
      <PageHeader title="People" remark={list.ready ? countInWords(list.total, list.all) : ''}>
        <Button icon="import" onPress={importList}>
          Import
        </Button>
        <Button icon="file" onPress={preview} isDisabled={list.total === 0}>
          Contact list
        </Button>
        <Button icon="plus" variant="primary" onPress={() => go('people', 'new')}>
          New person
        </Button>
      </PageHeader>
      <ListAndPane
        source={peopleList}
        label="People"
        columns={COLUMNS}
        find="Search people"
        filters={FILTER_OPTIONS}
        nothing={list.all === 0 ? <NobodyYet /> : <NobodyFits />}
        open={rest}
        onOpen={(id) => go('people', id)}
        detail={detailOf(rest)}
        one="Person"
        onClose={() => go('people')}
      />
    </div>
  );
}

function NobodyYet() {
  return (
    <EmptyState
      icon="people"
      title="Nobody is here yet."
      action={
        <>
          <Button variant="primary" onPress={() => go('people', 'import')}>
            Import a list
          </Button>
          <Button onPress={() => go('people', 'new')}>New person</Button>
        </>
      }
    >
      <p>
        The steering group, members, authors and others the group is in touch with belong here: how
        they came, what for, and how to reach them.
      </p>
    </EmptyState>
  );
}

function NobodyFits() {
  const showAll = () => {
    peopleList.setText('');
    peopleList.setFilter('all');
  };
  return (
    <EmptyState
      icon="search"
      title="Nobody fits."
      action={<Button onPress={showAll}>Show everybody</Button>}
    />
  );
}

function detailOf(rest: string) {
  if (rest === 'new') return <NewPerson />;
  return rest.startsWith('per_') ? <PersonDetail key={rest} id={rest} /> : null;
}

function countInWords(total: number, all: number): string {
  const number = new Intl.NumberFormat('en-GB');
  return total === all ? number.format(all) : `${number.format(total)} of ${number.format(all)}`;
}

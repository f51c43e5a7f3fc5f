/** A register by the fields of its kind: its list, one record beside it, and the way to a new one. */
import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/grid.tsx';
import type { IconName } from '../../components/icons.tsx';
import { EmptyState, Tag } from '../../components/layout.tsx';
import { optionsOf } from '../../components/select.tsx';
import { capital } from '../../domain/capital.ts';
import type { Field } from '../../domain/fields.ts';
import { ID_PREFIXES } from '../../domain/ids.ts';
import type { Kind } from '../../domain/kinds.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { useRoomCommands } from '../../stores/commands.ts';
import { type RegisterRow, registerList } from '../../stores/lists.ts';
import { type Room, go, useNavigation } from '../../stores/navigation.ts';
import type { Opened } from '../../stores/records.ts';
import { ListAndPane } from '../list-and-pane.tsx';
import { NewRecord } from './new-record.tsx';
import { RecordPane } from './record-pane.tsx';
import './register.css';

interface Props<K extends Kind> {
  kind: K;
  room: Room;
  /** Where the register is, when no record of it is open: the name of its tab; empty where it is the whole room. */
  home?: string;
  icon: IconName;
  /** What belongs here, in a sentence or two, shown while nothing does. */
  empty: ReactNode;
  /** null: none is made by hand here. */
  create?: string | null;
  actions?: (open: Opened<K>) => ReactNode;
  sections?: (open: Opened<K>) => ReactNode;
  /** Beside the search field. */
  tools?: ReactNode;
}

export function RegisterView<K extends Kind>({
  kind,
  room,
  home = '',
  icon,
  empty,
  create,
  actions,
  sections,
  tools,
}: Props<K>) {
  const { one, many, states } = registerOf(kind);
  const { rest } = useNavigation();
  const source = registerList(kind);
  const list = source.use();
  const onRange = source.ensure;
  const newPlace = home === '' ? 'new' : `${home}/new`;
  const begin = () => go(room, newPlace);
  const close = useCallback(() => go(room, home), [room, home]);
  const isMade = create !== null;
  useRoomCommands(isMade ? { new: begin } : {});
  const open = rest.startsWith(`${ID_PREFIXES[kind]}_`) ? rest : null;
  const columns = useMemo(() => columnsOf(kind), [kind]);
  const filters = [{ id: 'all', label: 'All' }, ...optionsOf<string>(wordsOf(states ?? {}))];
  const newButton = isMade && (
    <Button icon="plus" variant="primary" onPress={begin}>
      {create ?? `New ${one}`}
    </Button>
  );

  if (list.ready && list.all === 0 && !open && !list.failure) {
    return (
      <>
        <EmptyState icon={icon} title={`No ${many} yet`} action={newButton}>
          {empty}
        </EmptyState>
        <Watch onRange={onRange} />
        {rest === newPlace && <NewRecord kind={kind} onClose={close} />}
      </>
    );
  }
  return (
    <>
      <ListAndPane
        source={source}
        label={many}
        columns={columns}
        find={`Find in ${many}`}
        filters={states ? filters : null}
        tools={
          <>
            {tools}
            <span className="toolbar-space" />
            {newButton}
          </>
        }
        nothing={
          <EmptyState icon="search" title="Nothing fits">
            <p>Change the words or the filter to see others.</p>
          </EmptyState>
        }
        open={open}
        onOpen={(id) => go(room, id)}
        detail={
          open && (
            <RecordPane
              key={open}
              kind={kind}
              id={open}
              onClose={close}
              {...(actions ? { actions } : {})}
              {...(sections ? { sections } : {})}
            />
          )
        }
        one={one}
        onClose={close}
      />
      {rest === newPlace && <NewRecord kind={kind} onClose={close} />}
    </>
  );
}

/** Keeps an empty list fresh: the grid, which otherwise asks, is not there. */
function Watch({ onRange }: { onRange: (first: number, last: number) => void }) {
  useEffect(() => onRange(0, 0), [onRange]);
  return null;
}

function wordsOf(states: Readonly<Record<string, { words: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(states).map(([name, { words }]) => [name, words]));
}

/** Wide enough for the longest: each row is laid out by itself, and all are to line up under the head. */
function widthOfStates(states: Readonly<Record<string, { words: string }>>): string {
  const longest = Math.max(...Object.values(states).map(({ words }) => words.length));
  return `${Math.max(6.5, 1.5 + 0.4 * longest).toFixed(1)}rem`;
}

/** Of columns whose words are all as long. */
const WIDTHS: Partial<Record<Field['as'], string>> = {
  day: '7.5rem',
  moment: 'minmax(10.5rem, 1fr)',
};

/** The title, the state, and the fields that the register names. */
function columnsOf(kind: Kind): Column<RegisterRow>[] {
  const { one, fields, columns = [], states } = registerOf(kind);
  const named = Object.entries<Field>(fields).filter(([name]) => columns.some((c) => c === name));
  return [
    {
      id: 'title',
      header: capital(one),
      width: 'minmax(9rem, 2fr)',
      isSortable: true,
      render: (row) => <bdi>{row.title}</bdi>,
    },
    ...(states
      ? [
          {
            id: 'state',
            header: 'State',
            width: widthOfStates(states),
            isSortable: true,
            render: (row: RegisterRow) => {
              const standing = row.state === null ? undefined : states[row.state];
              return standing && <Tag tone={standing.tone}>{standing.words}</Tag>;
            },
          },
        ]
      : []),
    ...named.map(([name, field], at): Column<RegisterRow> => ({
      id: name,
      header: field.label,
      width: WIDTHS[field.as] ?? 'minmax(6rem, 1fr)',
      isSortable: true,
      from: 480 + at * 110,
      ...(field.as === 'money' || field.as === 'count' ? { align: 'end' } : {}),
      render: (row) => <bdi>{row.cells[name]?.words}</bdi>,
    })),
  ];
}

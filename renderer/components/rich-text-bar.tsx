/** What can be done with the text under the cursor of the minutes editor, and with the table that it stands in. */
import type { Editor } from '@tiptap/core';
import { type Command, TextSelection } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from '@tiptap/pm/tables';
import { useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import { Button, Group, Separator, ToggleButton, Toolbar } from 'react-aria-components';

/** Rows and columns of a new table, the head among them. */
const NEW_TABLE = { rows: 3, columns: 3 };

export function FormatBar({ editor, label }: { editor: Editor; label: string }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      heading: now.isActive('heading', { level: 1 }),
      subheading: now.isActive('heading', { level: 2 }),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      table: isInTable(now.state),
    }),
  });
  const run = () => editor.chain().focus();
  return (
    <Toolbar className="rich-text-bar" aria-label={`Format: ${label}`}>
      <Group aria-label="Letters">
        <Format name="Bold" on={on.bold} onPress={() => run().toggleBold().run()}>
          <b>B</b>
        </Format>
        <Format name="Italic" on={on.italic} onPress={() => run().toggleItalic().run()}>
          <i>I</i>
        </Format>
      </Group>
      <Separator orientation="vertical" />
      <Group aria-label="Paragraphs">
        <Format
          name="Heading"
          on={on.heading}
          isDisabled={on.table}
          onPress={() => run().toggleHeading({ level: 1 }).run()}
        >
          <b>H</b>
        </Format>
        <Format
          name="Subheading"
          on={on.subheading}
          isDisabled={on.table}
          onPress={() => run().toggleHeading({ level: 2 }).run()}
        >
          <small>H</small>
        </Format>
        <Format
          name="Bulleted list"
          on={on.bulletList}
          isDisabled={on.table}
          onPress={() => run().toggleBulletList().run()}
        >
          <ListMark numbered={false} />
        </Format>
        <Format
          name="Numbered list"
          on={on.orderedList}
          isDisabled={on.table}
          onPress={() => run().toggleOrderedList().run()}
        >
          <ListMark numbered />
        </Format>
      </Group>
      <Separator orientation="vertical" />
      {on.table ? (
        <TableTools editor={editor} />
      ) : (
        <Tool editor={editor} command={insertTable}>
          Table
        </Tool>
      )}
    </Toolbar>
  );
}

const TABLE_TOOLS: readonly [string, Command][] = [
  ['Add row', addRowAfter],
  ['Add column', addColumnAfter],
  ['Remove row', orTable(deleteRow)],
  ['Remove column', orTable(deleteColumn)],
  ['Remove table', deleteTable],
];

function TableTools({ editor }: { editor: Editor }) {
  return (
    <Group aria-label="Table">
      {TABLE_TOOLS.map(([name, command]) => (
        <Tool key={name} editor={editor} command={command}>
          {name}
        </Tool>
      ))}
    </Group>
  );
}

function Tool(props: { editor: Editor; command: Command; children: string }) {
  const { editor, command, children } = props;
  const run = () =>
    editor
      .chain()
      .focus()
      .command(({ state, dispatch }) => command(state, dispatch))
      .run();
  return (
    <Button className="rich-text-format" onPress={run}>
      {children}
    </Button>
  );
}

/** The last row or column goes with its table. */
function orTable(command: Command): Command {
  return (state, dispatch) => command(state, dispatch) || deleteTable(state, dispatch);
}

/** Puts a table after the paragraph or list of the cursor, or in the place of an empty line, and the cursor in it. */
const insertTable: Command = ({ schema, selection: { $from }, tr }, dispatch) => {
  const { table, tableRow, tableHeader, tableCell } = schema.nodes;
  if (!table || !tableRow || !tableHeader || !tableCell || $from.depth === 0) return false;
  const rows = Array.from({ length: NEW_TABLE.rows }, (_row, at) =>
    tableRow.create(
      null,
      Array.from({ length: NEW_TABLE.columns }, () =>
        (at === 0 ? tableHeader : tableCell).createAndFill(),
      ).filter((cell) => cell !== null),
    ),
  );
  const block = $from.node(1);
  const from = block.content.size === 0 ? $from.before(1) : $from.after(1);
  tr.replaceWith(from, $from.after(1), table.create(null, rows));
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1))).scrollIntoView());
  return true;
};

function Format(props: {
  name: string;
  on: boolean;
  isDisabled?: boolean;
  onPress(): void;
  children: ReactNode;
}) {
  return (
    <ToggleButton
      className="rich-text-format"
      aria-label={props.name}
      isSelected={props.on}
      isDisabled={props.isDisabled ?? false}
      onChange={props.onPress}
    >
      {props.children}
    </ToggleButton>
  );
}

function ListMark({ numbered }: { numbered: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M6 4h8M6 8h8M6 12h8" stroke="currentColor" strokeWidth="1.4" fill="none" />
      {numbered ? (
        <path
          d="M2 2.6h1v3M1.7 7h1.6l-1.6 2.2h1.8M1.7 10.8h1.6v1.2h-1v0h1v1.3H1.7"
          stroke="currentColor"
          strokeWidth="0.9"
          fill="none"
        />
      ) : (
        <path
          d="M2.5 4h.01M2.5 8h.01M2.5 12h.01"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      )}
    </svg>
  );
}

/** Tables of the minutes editor: rows of as many cells each, none merged, the first row always the head. */
import { Node, type Attribute } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { addRowAfter, goToNextCell, tableEditing } from '@tiptap/pm/tables';

/** What the table engine asks of a cell; nothing of it is read from pasted text, shown or kept. */
const unmerged = (value: number | null): Attribute => ({
  default: value,
  rendered: false,
  parseHTML: () => value,
});

const CELL = {
  content: 'paragraph+',
  isolating: true,
  addAttributes: () => ({
    colspan: unmerged(1),
    rowspan: unmerged(1),
    colwidth: unmerged(null),
  }),
};

const ROLES: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableHeader: 'header_cell',
  tableCell: 'cell',
};

/** After a change, the first row of every table is its head again, and no other row is. */
const headOnTop = () =>
  new Plugin({
    appendTransaction(transactions, _before, { doc, tr, schema }) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const { tableHeader, tableCell } = schema.nodes;
      doc.forEach((table, start) => {
        if (table.type.name !== 'table') return;
        table.forEach((row, rowAt, index) =>
          row.forEach((cell, cellAt) => {
            const type = index === 0 ? tableHeader : tableCell;
            if (cell.type !== type) tr.setNodeMarkup(start + 1 + rowAt + 1 + cellAt, type);
          }),
        );
      });
      return tr.docChanged ? tr : null;
    },
  });

const Table = Node.create({
  name: 'table',
  group: 'part',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  extendNodeSchema: ({ name }) => (ROLES[name] ? { tableRole: ROLES[name] } : {}),
  addProseMirrorPlugins: () => [tableEditing(), headOnTop()],
  addKeyboardShortcuts() {
    const { editor } = this;
    const next = (by: 1 | -1) =>
      editor.commands.command(({ state, dispatch }) => goToNextCell(by)(state, dispatch));
    return {
      Tab: () =>
        next(1) ||
        (editor.commands.command(({ state, dispatch }) => addRowAfter(state, dispatch)) && next(1)),
      'Shift-Tab': () => next(-1),
    };
  },
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const TableHeader = Node.create({
  ...CELL,
  name: 'tableHeader',
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', 0],
});

const TableCell = Node.create({
  ...CELL,
  name: 'tableCell',
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0],
});

export const TABLE_EXTENSIONS = [Table, TableRow, TableHeader, TableCell];

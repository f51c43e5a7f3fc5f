/** The tables of a Word file: of records, of facts, of letters to be typed off, and of rules to write on. */
import {
  AlignmentType,
  type ITableCellOptions,
  type ITableOptions,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import {
  type Block,
  type Column,
  type Inline,
  NO_ROWS,
  type SignatureLine,
  words,
} from '../tree.ts';
import { type Place, paragraph } from './place.ts';
import { INK, type StyleName, hairline, noLine, rule } from './styles.ts';

type DataTable = Extract<Block, { type: 'table' }>;
type Fields = Extract<Block, { type: 'fields' }>;
type Look = Partial<Pick<ITableOptions, 'borders' | 'tableLook'>>;

const HAIRLINES = {
  top: noLine,
  left: noLine,
  right: noLine,
  insideVertical: noLine,
  insideHorizontal: hairline,
  bottom: hairline,
} as const;
const NO_LINES = { ...HAIRLINES, insideHorizontal: noLine, bottom: noLine } as const;

/** Its head is repeated on each page; no row is split, and the title of a group stays with its first row. */
export function dataTable({ columns, groups, rowHeader }: DataTable, place: Place): Table {
  const widths = widthsOf(columns, place.width);
  const row = (contents: readonly Inline[], styleAt: (index: number) => StyleName, look = {}) =>
    contents.map((content, index) => {
      const held = inCell(content, place, styleAt(index), columns[index]?.align);
      const isFull = index === columns.length - 1 || columns[index]?.align === 'centre';
      return cell([held], widths[index], { ...(isFull && { margins: { right: 0 } }), ...look });
    });
  const styleAt = (index: number) =>
    index === 0 && rowHeader === 0 ? 'TableRowName' : 'TableText';
  const headAt = (index: number) =>
    columns[index]?.align === 'centre' ? 'TableMarkHead' : 'TableHead';
  const headings = columns.map(({ heading }) => words(heading));
  const head = new TableRow({
    cantSplit: true,
    tableHeader: true,
    children: row(headings, headAt, { borders: { bottom: rule } }),
  });
  const body = groups.flatMap(({ heading, rows }) => [
    ...(heading === null ? [] : [wholeRow(heading, columns.length, place, 'TableGroup')]),
    ...rows.map((cells) => new TableRow({ cantSplit: true, children: row(cells, styleAt) })),
  ]);
  const tableLook = { firstRow: true, firstColumn: rowHeader === 0, noHBand: true, noVBand: true };
  const none = [wholeRow(NO_ROWS, columns.length, place, 'TableText')];
  const isEmpty = groups.every(({ rows }) => rows.length === 0);
  return table(widths, place, [head, ...(isEmpty ? none : body)], { tableLook });
}

function wholeRow(text: string, columns: number, place: Place, style: StyleName): TableRow {
  const title = inCell(words(text), place, style);
  return new TableRow({
    cantSplit: true,
    children: [cell([title], place.width, { columnSpan: columns })],
  });
}

/** Parts of a table's width, as print.css has them. */
const PARTS = { mark: 0.047, number: 0.07, narrow: 0.14, medium: 0.19, wide: 0.27 } as const;

/** Twips; together the whole width. */
function widthsOf(columns: readonly Column[], whole: number): number[] {
  const parts = columns.map(({ width }) => (width === 'rest' ? null : PARTS[width]));
  const taken = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  const rests = parts.filter((part) => part === null).length;
  const rest = rests > 0 ? Math.max(1 - taken, LEAST) / rests : 0;
  const all = taken + rest * rests;
  return parts.map((part) => Math.floor(((part ?? rest) / all) * whole));
}
/** What the columns that take the rest have together, however many others there are. */
const LEAST = 0.15;

/** 38 mm for the terms. */
const TERM_WIDTH = 2150;

export function fieldTable({ rows, small }: Fields, place: Place): Table {
  const [term, text] = small
    ? (['SmallFieldName', 'SmallFieldText'] as const)
    : (['FieldName', 'FieldText'] as const);
  const widths = [TERM_WIDTH, place.width - TERM_WIDTH];
  return table(
    widths,
    place,
    rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([inCell(words(row.term), place, term)], widths[0]),
            cell(
              row.value.map((line) => inCell(line, place, text)),
              widths[1],
            ),
          ],
        }),
    ),
    {
      borders: { ...HAIRLINES, top: hairline },
      tableLook: { firstColumn: true, firstRow: false, noHBand: true, noVBand: true },
    },
  );
}

const LETTER_COLUMNS = 4;

/** Numbered groups of letters, four in a row, all on one page. */
export function letterTable(groups: readonly string[], place: Place): Table {
  const width = Math.floor(place.width / LETTER_COLUMNS);
  const rows = Math.ceil(groups.length / LETTER_COLUMNS);
  const at = (row: number, column: number): Inline => {
    const index = row * LETTER_COLUMNS + column;
    const group = groups[index];
    return group === undefined ? [] : words(`${index + 1}\t${group}`);
  };
  const columns = Array.from({ length: LETTER_COLUMNS }, (_, column) => column);
  return table(
    columns.map(() => width),
    place,
    Array.from({ length: rows }, (_, row) => {
      const there = { ...place, keepNext: row < rows - 1 };
      return new TableRow({
        cantSplit: true,
        children: columns.map((column) => cell([inCell(at(row, column), there, 'Letters')], width)),
      });
    }),
    { borders: { ...HAIRLINES, top: hairline, insideVertical: noLine } },
  );
}

/** Between two lines to write on. */
const SIGNATURE_SPACE = 400;

/** Lines to write on, side by side, each with its label under it; kept on one page. */
export function signatureTable(lines: readonly SignatureLine[], place: Place): Table {
  const gaps = SIGNATURE_SPACE * Math.max(0, lines.length - 1);
  const width = Math.floor((place.width - gaps) / Math.max(1, lines.length));
  const widths = lines.flatMap((_, index) => (index === 0 ? [width] : [SIGNATURE_SPACE, width]));
  const row = (style: StyleName, contentOf: (line: SignatureLine) => Inline, more: object) =>
    new TableRow({
      cantSplit: true,
      children: lines.flatMap((line, index) => [
        ...(index === 0 ? [] : [cell([inCell([], place, style)], SIGNATURE_SPACE)]),
        cell([inCell(contentOf(line), place, style)], width, more),
      ]),
    });
  const toWriteOn = { ...rule, color: INK };
  return table(
    widths,
    place,
    [
      row('SignatureText', ({ value }) => value ?? [], { borders: { bottom: toWriteOn } }),
      row('SignatureLabel', ({ label }) => words(label), {}),
    ],
    { borders: NO_LINES },
  );
}

/** A table of two columns without a head: what is counted, and the count. */
export function countTable(
  lines: readonly { readonly words: string; readonly value: string; readonly style: StyleName }[],
  place: Place,
): Table {
  const count = Math.floor(place.width * PARTS.wide);
  const widths = [place.width - count, count];
  return table(
    widths,
    place,
    lines.map(
      (line) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([inCell(words(line.words), place, line.style)], widths[0]),
            cell([inCell(words(line.value), place, line.style, 'end')], widths[1], {
              margins: { right: 0 },
            }),
          ],
        }),
    ),
    { tableLook: { firstColumn: true, firstRow: false, noHBand: true, noVBand: true } },
  );
}

const ALIGNMENTS = { centre: AlignmentType.CENTER, end: AlignmentType.RIGHT } as const;

function inCell(
  content: Inline,
  place: Place,
  style: StyleName,
  align: Column['align'] = 'start',
): Paragraph {
  const there = { ...place, left: 0, box: null, lead: null };
  return paragraph(content, there, style, {
    bidirectional: false,
    ...(align !== 'start' && { alignment: ALIGNMENTS[align] }),
  });
}

function cell(
  children: readonly Paragraph[],
  width = 0,
  more: Partial<ITableCellOptions> = {},
): TableCell {
  return new TableCell({ children, width: { size: width, type: WidthType.DXA }, ...more });
}

/** 3 mm. */
const BETWEEN_COLUMNS = 170;

function table(widths: readonly number[], place: Place, rows: TableRow[], look: Look): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    indent: { size: place.left, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: BETWEEN_COLUMNS },
    borders: HAIRLINES,
    ...look,
  });
}

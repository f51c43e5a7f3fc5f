/** Pasted tables as minutes hold them: no cell spans others, and none holds a table of its own. */

import { RICH_TEXT_LIMITS } from '../domain/rich-text.ts';
import { withContentOf } from './pasted-parts.ts';

/** One column or row more than minutes hold: the editor refuses the table, and nothing more is made of it. */
const TOO_WIDE = RICH_TEXT_LIMITS.columns + 1;
const TOO_LONG = RICH_TEXT_LIMITS.rows + 1;

/** Takes merged cells apart, empty ones in their place, and makes a table of one cell what is in it. */
export function straightenTables(root: Element): void {
  // The innermost first: so each word is read once, however deep it lies.
  for (const inner of Array.from(root.querySelectorAll('table table')).toReversed()) flatten(inner);
  for (const caption of root.querySelectorAll('table > caption')) {
    const table = caption.parentElement;
    table?.before(withContentOf(caption, 'p'));
    caption.remove();
  }
  for (const table of root.querySelectorAll('table')) {
    const cells = table.querySelectorAll('td, th');
    if (cells.length === 0) table.remove();
    else if (cells.length === 1) table.replaceWith(...(cells[0]?.childNodes ?? []));
    else {
      onlyParagraphs(table);
      takeApart(table);
      putHeadOnTop(table);
    }
  }
}

function takeApart(table: Element): void {
  /** How many more rows the cell above reaches down, by column. */
  const above: number[] = [];
  for (const row of Array.from(table.querySelectorAll('tr')).slice(0, TOO_LONG)) {
    let column = 0;
    const fill = () => {
      for (; (above[column] ?? 0) > 0; column += 1) above[column] = (above[column] ?? 0) - 1;
    };
    for (const cell of row.querySelectorAll(':scope > td, :scope > th')) {
      const from = column;
      fill();
      for (let at = from; at < column; at += 1) cell.before(emptyCell(cell));
      const wide = spanOf(cell, 'colspan', TOO_WIDE);
      const high = spanOf(cell, 'rowspan', TOO_LONG);
      for (let at = 0; at < wide; at += 1) above[column + at] = high - 1;
      for (let at = 1; at < wide; at += 1) cell.after(emptyCell(cell));
      column += wide;
      if (column >= TOO_WIDE) return;
    }
    const from = column;
    fill();
    for (let at = from; at < column; at += 1) row.append(emptyCell(row));
  }
}

/** Lists and headings in cells become paragraphs. */
function onlyParagraphs(table: Element): void {
  for (const list of table.querySelectorAll('ul, ol')) list.replaceWith(...list.childNodes);
  for (const part of table.querySelectorAll('li, h4, h5')) {
    if (part.querySelector('p')) part.replaceWith(...part.childNodes);
    else part.replaceWith(withContentOf(part, 'p'));
  }
}

/** The first row is the head, and the others are not, whatever was one there. */
function putHeadOnTop(table: Element): void {
  [...table.querySelectorAll('tr')].forEach((row, at) => {
    for (const cell of row.querySelectorAll(':scope > td, :scope > th')) {
      cell.replaceWith(withContentOf(cell, at === 0 ? 'th' : 'td'));
    }
  });
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1;
}

function emptyCell({ ownerDocument }: Element): Element {
  return ownerDocument.createElement('td');
}

/** A table within a cell becomes paragraphs, one a row. */
function flatten(table: Element): void {
  const rows = [...table.querySelectorAll('tr')].map((row) => {
    const words = row.ownerDocument.createElement('p');
    words.textContent = [...row.querySelectorAll('td, th')]
      .map(({ textContent }) => textContent.trim())
      .filter((text) => text !== '')
      .join(' · ');
    return words;
  });
  table.replaceWith(...rows);
}

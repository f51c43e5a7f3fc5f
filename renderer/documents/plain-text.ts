/** A document as plain text, for the clipboard: the sentence first, then what it says, in the order that it says it. */
import { ANONYMISED } from '../domain/banner.ts';
import { formatDay } from '../domain/dates.ts';
import { type Result, ok } from '../domain/errors.ts';
import { CONTROLLER } from '../domain/notice.ts';
import { labelWords } from '../domain/summary/labels.ts';
import { type AnonymousDocument, inWords, requireAnonymous } from './anonymous.ts';
import { linesOf } from './anonymous-lines.ts';
import { plain } from './plain.ts';
import { type StampedDocument, requireStamp } from './stamp.ts';
import { type Block, type DocumentTree, type Inline, NO_ROWS, type RowGroup } from './tree.ts';

/** Line feeds end its lines; an empty line parts its paragraphs. Errors: document/unstamped. */
export function toText(document: StampedDocument): Result<string> {
  const checked = requireStamp(document);
  if (!checked.ok) return checked;
  const { tree, banner } = checked.value;
  return ok(paged([banner, head(tree), ...tree.blocks.map(block), plain(tree.foot ?? '')]));
}

/** The same of counts, under a sentence of their own. Errors: document/unstamped. */
export function toAnonymousText(document: AnonymousDocument): Result<string> {
  const checked = requireAnonymous(document);
  if (!checked.ok) return checked;
  const { content, title } = checked.value;
  const parts = content.parts.map((part) =>
    paged([
      labelWords(part.title),
      ...part.sentences.map(inWords),
      linesOf(part)
        .map(({ kind, words, value }) => `${kind === 'part' ? '  ' : ''}${labelled(words, value)}`)
        .join('\n'),
    ]),
  );
  return ok(
    paged([
      ANONYMISED,
      `${CONTROLLER.name}\n${title}`,
      ...content.sentences.map(inWords),
      ...parts,
    ]),
  );
}

function head({ issuer, status, title, subtitle, made, letter }: DocumentTree): string {
  const lines = (...all: string[]) =>
    all
      .filter((line) => line !== '')
      .map(plain)
      .join('\n');
  if (!letter) return lines(issuer, title, subtitle, status, `Made on ${formatDay(made)}`);
  const { from, to, reference, greeting } = letter;
  return paged([
    lines(issuer, ...from.map(text), status),
    lines(...to.map(text)),
    lines(formatDay(made), `Our reference: ${reference}`),
    text(greeting),
    lines(title, subtitle),
  ]);
}

function block(value: Block): string {
  switch (value.type) {
    case 'heading':
    case 'paragraph':
    case 'notice':
      return text(value.content);
    case 'list': {
      const bullet = value.boxes ? '☐ ' : '- ';
      return value.items
        .map((item, index) => hung(value.ordered ? `${index + 1}. ` : bullet, item))
        .join('\n');
    }
    case 'table':
      return table(value);
    case 'fields':
      return value.rows
        .map(({ term, value: lines }) => labelled(plain(term), lines.map(text).join('\n')))
        .join('\n');
    case 'section':
      return paged([
        `${value.number === null ? '' : `${value.number}. `}${text(value.title)}`,
        ...value.blocks.map(block),
      ]);
    case 'marked':
      return hung(`${plain(value.label)}: `, value.blocks);
    case 'letters':
      return value.groups.map((group, index) => `${index + 1}. ${plain(group)}`).join('\n');
    case 'signature':
      return value.rows
        .flat()
        .map(({ label, value: signed }) => labelled(plain(label), signed ? text(signed) : '………'))
        .join('\n');
  }
}

/** A line a row; what a cell says stands after its column's heading, so that a row can be read alone. */
function table({ caption, columns, groups }: Extract<Block, { type: 'table' }>): string {
  const row = (cells: RowGroup['rows'][number]) =>
    cells
      .map((cell, index) => ({ heading: columns[index]?.heading ?? '', said: oneLine(text(cell)) }))
      .filter(({ said }) => said !== '')
      .map(({ heading, said }) => labelled(plain(heading), said))
      .join('; ');
  if (groups.every(({ rows }) => rows.length === 0)) return paged([plain(caption), NO_ROWS]);
  return paged([
    plain(caption),
    ...groups.map(({ heading, rows }) =>
      [
        ...(heading === null ? [] : [plain(heading)]),
        ...rows.map((cells) => `- ${row(cells)}`),
      ].join('\n'),
    ),
  ]);
}

function text(content: Inline): string {
  return plain(content.map((run) => run.text).join(''));
}

function oneLine(value: string): string {
  return value.replaceAll('\n', ', ');
}

function labelled(label: string, value: string): string {
  return value === '' ? `${label}:` : `${label}: ${value.replaceAll('\n', '\n  ')}`;
}

/** Blocks behind a sign, their further lines under the first. */
function hung(sign: string, blocks: readonly Block[]): string {
  const lines = blocks.map(block).join('\n');
  return sign + lines.replaceAll('\n', `\n${' '.repeat(Math.min(sign.length, 4))}`);
}

function paged(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

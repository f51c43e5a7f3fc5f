/** A stamped document as one HTML file, for preview, print and PDF: no script, no inline style, everything escaped. */
import { type PlainDate, formatDay } from '../domain/dates.ts';
import { type Result, ok } from '../domain/errors.ts';
import { plain } from './plain.ts';
import { type Copy, type Logo, PLAIN_SHEET, type Sheet, copyWords } from './sheet.ts';
import { type Stretch, languageTag, readsFromRight, stretchesOf } from './script.ts';
import { type StampedDocument, requireStamp } from './stamp.ts';
import {
  type Block,
  type Column,
  type DocumentTree,
  type Inline,
  type LetterHead,
  NO_ROWS,
  type RowGroup,
  type Run,
  type SignatureLine,
} from './tree.ts';

/**
 * The whole file. It wants `/fonts.css`, `/print.css` and the sheet of its paper beside it. The sentence stands in the head of the outer table,
 * which paper repeats on each sheet; where `data-banner` of the body is `header`, the style sheet hides that head
 * because the PDF's own page header shows the sentence. Of several copies each is such a table. Where its address ends
 * in `#mark` it is shown with the mark: a preview can have it without being made anew.
 * Errors: document/unstamped.
 */
export function toHtml(document: StampedDocument, sheet: Sheet = PLAIN_SHEET): Result<string> {
  const checked = requireStamp(document);
  if (!checked.ok) return checked;
  const { tree, banner } = checked.value;
  const content = ['<main>', head(tree, sheet), tree.blocks.map(block).join('\n'), '</main>'].join(
    '\n',
  );
  const copies = sheet.copies.length === 0 ? [null] : sheet.copies;
  return ok(
    [
      '<!doctype html>',
      `<html lang="${languageTag(tree.language)}">`,
      '<head>',
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${escape(tree.dullTitle ?? tree.title)}</title>`,
      '<link rel="stylesheet" href="/fonts.css">',
      '<link rel="stylesheet" href="/print.css">',
      `<link rel="stylesheet" href="/${sheet.paper}.css">`,
      '</head>',
      `<body id="mark" data-banner="page" data-paper="${sheet.paper}"${sheet.mark ? ' data-mark' : ''}>`,
      ...copies.map((copy) => onSheet(content, banner, copy, tree.foot ?? '')),
      '</body>',
      '</html>',
      '',
    ].join('\n'),
  );
}

function onSheet(content: string, banner: string, copy: Copy | null, foot: string): string {
  const { before, after } = copy ? copyWords(copy) : { before: '', after: '' };
  const name = copy ? isolated({ text: copy.name }) : '';
  return [
    '<table class="sheet" role="presentation">',
    '<thead>',
    `<tr><td class="banner">${escape(banner)}</td></tr>`,
    ...(copy
      ? [`<tr><td class="copy" aria-hidden="true"><p>${before}${name}${after}</p></td></tr>`]
      : []),
    '</thead>',
    `<tfoot><tr><td class="foot">${text(foot)}</td></tr></tfoot>`,
    `<tbody><tr><td class="content">${content}</td></tr></tbody>`,
    '</table>',
  ].join('\n');
}

function head(tree: DocumentTree, { logo, sender }: Sheet): string {
  const status = tree.status === '' ? '' : `<strong class="status">${text(tree.status)}</strong>`;
  return [
    tree.letter ? '<header class="letter">' : '<header>',
    '<div class="letterhead">',
    logo === null ? '' : picture(logo, tree.issuer),
    `<p class="issuer">${text(tree.issuer)}${sender === '' ? '' : `<span class="sender">${text(sender)}</span>`}</p>`,
    status,
    '</div>',
    ...(tree.letter ? opening(tree.letter, tree.made, sender !== '') : []),
    `<h1>${text(tree.title)}</h1>`,
    tree.subtitle === '' ? '' : `<p class="subtitle">${text(tree.subtitle)}</p>`,
    tree.letter ? '' : `<p class="made">Made on ${formatDay(tree.made)}</p>`,
    '</header>',
  ].join('\n');
}

/** Its size is in millimetres by the style sheet, so that it is as large on every printer. */
function picture({ png, width, height }: Logo, issuer: string): string {
  return `<img class="logo" src="data:image/png;base64,${png}" width="${width}" height="${height}" alt="${escape(`Logo of ${issuer}`)}">`;
}

/** From, to, date, reference and greeting, as they stand on a British letter. @param isSaid the letterhead says from where */
function opening(
  { from, to, reference, greeting }: LetterHead,
  day: PlainDate,
  isSaid: boolean,
): string[] {
  const lines = (value: readonly Inline[]) => value.map(inline).join('<br>');
  return [
    isSaid ? '' : `<p class="from">${lines(from)}</p>`,
    `<p class="to">${lines(to)}</p>`,
    `<p class="date">${formatDay(day)}</p>`,
    `<p class="reference">Our reference: ${escape(reference)}</p>`,
    `<p class="greeting">${inline(greeting)}</p>`,
  ];
}

function block(value: Block): string {
  switch (value.type) {
    case 'heading':
      return `<h${value.level}>${inline(value.content)}</h${value.level}>`;
    case 'paragraph':
      return `<p${value.quiet ? ' class="quiet"' : ''}${direction(value.content)}>${inline(value.content)}</p>`;
    case 'list': {
      const tag = value.ordered ? 'ol' : 'ul';
      const said = value.items
        .flat()
        .flatMap((part) => (part.type === 'paragraph' ? part.content : []));
      return `<${tag}${value.boxes ? ' class="boxes"' : ''}${direction(said)}>${value.items.map((item) => `<li>${item.map(block).join('')}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return table(value.caption, value.columns, value.rowHeader, value.groups);
    case 'fields':
      return `<dl class="fields${value.small ? ' small' : ''}">${value.rows
        .map(
          (row) =>
            `<div><dt>${text(row.term)}</dt>${row.value.map((line) => `<dd>${inline(line)}</dd>`).join('')}</div>`,
        )
        .join('\n')}</dl>`;
    case 'section': {
      const number = value.number === null ? '' : `<span class="number">${value.number}</span> `;
      const kind = value.number === null ? '' : ' class="item"';
      return `<section${kind}><h2>${number}${inline(value.title)}</h2>\n${value.blocks.map(block).join('\n')}</section>`;
    }
    case 'marked':
      return `<div class="marked ${value.mark}"><p class="label">${text(value.label)}</p>${value.blocks.map(block).join('')}</div>`;
    case 'letters':
      return `<ol class="letters">${value.groups
        .map((group, index) => `<li><span>${index + 1}</span> <code>${escape(group)}</code></li>`)
        .join('\n')}</ol>`;
    case 'signature':
      return `<div class="signature">${value.rows.map(signatureRow).join('')}</div>`;
    case 'notice':
      return `<p class="notice ${value.tone}"${direction(value.content)}>${inline(value.content)}</p>`;
  }
}

function table(
  caption: string,
  columns: readonly Column[],
  rowHeader: number | null,
  groups: readonly RowGroup[],
): string {
  const align = (index: number) => {
    const where = columns[index]?.align ?? 'start';
    return where === 'start' ? '' : ` class="${where}"`;
  };
  const cell = (content: Inline, index: number) =>
    index === rowHeader
      ? `<th scope="row"${align(index)}>${inline(content)}</th>`
      : `<td${align(index)}>${inline(content)}</td>`;
  const group = ({ heading, rows }: RowGroup) =>
    [
      '<tbody>',
      heading === null
        ? ''
        : `<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${text(heading)}</th></tr>`,
      ...rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`),
      '</tbody>',
    ].join('\n');
  return [
    '<table class="data">',
    caption === '' ? '' : `<caption>${text(caption)}</caption>`,
    `<colgroup>${columns.map(({ width }) => `<col class="${width}">`).join('')}</colgroup>`,
    `<thead><tr>${columns.map(({ heading }, index) => `<th scope="col"${align(index)}>${text(heading)}</th>`).join('')}</tr></thead>`,
    groups.some(({ rows }) => rows.length > 0)
      ? groups.map(group).join('\n')
      : `<tbody><tr><td colspan="${columns.length}">${NO_ROWS}</td></tr></tbody>`,
    '</table>',
  ].join('\n');
}

function signatureRow(lines: readonly SignatureLine[]): string {
  return `<dl class="lines">${lines
    .map(
      ({ label, value }) =>
        `<div><dt>${text(label)}</dt><dd>${value === null ? '' : inline(value)}</dd></div>`,
    )
    .join('')}</dl>`;
}

/** A paragraph runs as most of its letters do; a browser's own guess skips those whose direction is said already. */
function direction(runs: Inline): string {
  return readsFromRight(runs.map((one) => one.text).join('')) ? ' dir="rtl"' : ' dir="ltr"';
}

function inline(runs: Inline): string {
  return runs.map(run).join('');
}

function run(value: Run): string {
  let html = value.isolate ? isolated(value) : stretches(value, true);
  if (value.isAddress) html = html.replace('@', '<wbr>@');
  if (value.italic) html = `<em>${html}</em>`;
  if (value.bold) html = `<strong>${html}</strong>`;
  return html;
}

/**
 * In a `bdi` of its own. Its direction is that of its first letter, which a browser works out from the letters that no
 * inner `dir` claims: so the stretches inside carry their language only.
 */
function isolated(value: Run): string {
  const [only, ...more] = stretchesOf(value);
  if (only === undefined) return '';
  if (more.length === 0) return element('bdi', only);
  return `<bdi>${stretches(value, false)}</bdi>`;
}

function stretches(value: Run, directed: boolean): string {
  return stretchesOf(value)
    .map(({ dir, ...part }) => {
      const marked = directed && dir !== undefined ? { ...part, dir } : part;
      return part.lang === undefined && dir === undefined
        ? escape(part.text)
        : element('span', marked);
    })
    .join('');
}

function element(tag: 'bdi' | 'span', part: Stretch): string {
  const lang = part.lang === undefined ? '' : ` lang="${languageTag(part.lang)}"`;
  const dir = part.dir === undefined ? '' : ` dir="${part.dir}"`;
  return `<${tag}${lang}${dir}>${escape(part.text)}</${tag}>`;
}

/** The document's own words, with each stretch of another script in a span that names it. */
function text(value: string): string {
  return stretches({ text: value }, true);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '<br>',
};

function escape(value: string): string {
  return plain(value).replaceAll(/[&<>"'\n]/g, (character) => entities[character] ?? '');
}

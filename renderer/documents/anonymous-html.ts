/** An anonymous document as one HTML file, for preview, print and PDF. The host knows this shape and takes no other. */
import { ANONYMISED } from '../domain/banner.ts';
import { type Result, ok } from '../domain/errors.ts';
import { CONTROLLER } from '../domain/notice.ts';
import type { Paper } from '../domain/paper.ts';
import { labelWords } from '../domain/summary/labels.ts';
import {
  type AnonymousDocument,
  type AnonymousPart,
  inWords,
  requireAnonymous,
} from './anonymous.ts';
import { type CountLine, linesOf } from './anonymous-lines.ts';
import { PLAIN_SHEET } from './sheet.ts';

/** The whole file, without banner. Errors: document/unstamped, for anything that did not come from `anonymous`. */
export function toAnonymousHtml(
  document: AnonymousDocument,
  paper: Paper = PLAIN_SHEET.paper,
): Result<string> {
  const checked = requireAnonymous(document);
  if (!checked.ok) return checked;
  const { content, title } = checked.value;
  return ok(
    [
      '<!doctype html>',
      '<html lang="en-GB">',
      '<head>',
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${escape(title)}</title>`,
      '<link rel="stylesheet" href="/fonts.css">',
      '<link rel="stylesheet" href="/print.css">',
      `<link rel="stylesheet" href="/${paper}.css">`,
      '</head>',
      `<body data-banner="none" data-paper="${paper}">`,
      '<table class="sheet" role="presentation">',
      `<thead><tr><td class="anonymised">${escape(ANONYMISED)}</td></tr></thead>`,
      '<tfoot><tr><td class="foot"></td></tr></tfoot>',
      '<tbody><tr><td class="content"><main>',
      `<header><h1>${escape(title)}</h1><h2 class="issuer">${escape(CONTROLLER.name)}</h2></header>`,
      ...content.sentences.map((sentence) => `<p>${escape(inWords(sentence))}</p>`),
      ...content.parts.map(part),
      '</main></td></tr></tbody>',
      '</table>',
      '</body>',
      '</html>',
      '',
    ].join('\n'),
  );
}

function part(value: AnonymousPart): string {
  const lines = linesOf(value);
  const table = [
    '<table class="data counts">',
    '<colgroup><col class="rest"><col class="wide"></colgroup>',
    ...lines.map(row),
    '</table>',
  ];
  return [
    `<section><h2>${escape(labelWords(value.title))}</h2>`,
    ...value.sentences.map((sentence) => `<p>${escape(inWords(sentence))}</p>`),
    ...(lines.length > 0 ? table : []),
    '</section>',
  ].join('\n');
}

function row({ kind, words, value }: CountLine): string {
  const scope = kind === 'title' ? 'rowgroup' : 'row';
  return `<tr class="${kind}"><th scope="${scope}">${escape(words)}</th><td class="end">${escape(value)}</td></tr>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(value: string): string {
  return value.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}

/**
 * What may leave without the banner (clauses BANNER, ANONYMISE): a page of counts and nothing else. The vault makes it of
 * suppressed counts; here its very shape is checked, so that no other document passes for one.
 */
import { ANONYMISED, ANONYMISED_CELLS, ANONYMISED_SENTENCES } from '../renderer/domain/banner.ts';

const MOST_CHARACTERS = 512 * 1024;
/** Row headings and titles: short, and without what addresses, ids and numbers of telephones are made of. */
const HEADING = /^[\p{L}\p{M} ,.:;’'()–/-]{1,90}( \d{4})?$/u;
const CELLS: ReadonlySet<string> = new Set(Object.values(ANONYMISED_CELLS));
const SENTENCES: ReadonlySet<string> = new Set(Object.values(ANONYMISED_SENTENCES));
const NUMBER = /^\d{1,3}(,\d{3})*$/;

/** The tags that it is made of, and what may stand in each: nothing, where no text is named. */
const TEXT_OF = {
  html: null,
  head: null,
  meta: null,
  link: null,
  body: null,
  main: null,
  header: null,
  section: null,
  table: null,
  thead: null,
  tfoot: null,
  tbody: null,
  tr: null,
  colgroup: null,
  col: null,
  title: isHeading,
  h1: isHeading,
  h2: isHeading,
  th: isHeading,
  td: isCell,
  p: isSentence,
} as const satisfies Record<string, ((text: string) => boolean) | null>;

const ATTRIBUTES =
  /^( (lang="en-GB"|charset="utf-8"|name="viewport"|content="width=device-width, initial-scale=1"|rel="stylesheet"|href="\/(fonts|print|a4|letter)\.css"|role="presentation"|class="[a-z ]{1,20}"|scope="(row|rowgroup)"))*$/;

const HEAD = new RegExp(
  `<body data-banner="none" data-paper="(?:a4|letter)">\n<table class="sheet" role="presentation">\n<thead><tr><td class="anonymised">${ANONYMISED}</td></tr></thead>`,
);

/** Whether HTML is an anonymous document: its head says so to the letter, and all else is counts and known sentences. */
export function isAnonymised(html: string): boolean {
  if (html.length > MOST_CHARACTERS) return false;
  const [before, after, ...more] = html.split(HEAD);
  if (before === undefined || after === undefined || more.length > 0) return false;
  return isMadeOf(before.replace('<!doctype html>', '')) && isMadeOf(after);
}

/** Whether every tag is one of ours with attributes of ours, and every text may stand where it does. */
function isMadeOf(html: string): boolean {
  let inside = '';
  for (const [piece, closing, name, attributes, text] of html.matchAll(
    /<(\/?)([a-z0-9]+)([^<>]*)>|([^<>]+)|[<>]/g,
  )) {
    if (text !== undefined) {
      if (text.trim() !== '' && !mayStandIn(inside, decoded(text.trim()))) return false;
      continue;
    }
    if (name === undefined || !Object.hasOwn(TEXT_OF, name)) return false;
    if (closing === '' && !ATTRIBUTES.test(attributes ?? '')) return false;
    if (closing !== '' && piece !== `</${name}>`) return false;
    inside = closing === '' ? name : '';
  }
  return true;
}

function mayStandIn(tag: string, text: string): boolean {
  const rule = Object.entries(TEXT_OF).find(([name]) => name === tag)?.[1];
  return rule?.(text) ?? false;
}

function isHeading(text: string): boolean {
  return HEADING.test(text);
}

function isCell(text: string): boolean {
  return NUMBER.test(text) || CELLS.has(text);
}

/** Its links, days and numbers put away, it is one of the sentences that are known. */
function isSentence(text: string): boolean {
  const bare = text
    .replaceAll(/\b[0-9a-f]{8}(?: [0-9a-f]{8}){7}\b/g, '#')
    .replaceAll(/\b\d{1,2} [A-Z][a-z]{2} \d{4}\b/g, '#')
    .replaceAll(/\b\d[\d,]*\b/g, '#');
  return SENTENCES.has(bare);
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/**
 * The rules of PDF/UA-1 (ISO 14289-1) that a program can tell from the file, as far as they can touch a document of ours,
 * and whether each character has a shape. Each finding is a sentence; none is fine.
 */
import { execFileSync } from 'node:child_process';
import { type Dictionary, type Page, type PdfObjects, type Value, readPdf } from './pdf-objects.ts';

/** What is wrong with a PDF; empty: nothing. @param password of one that has any */
export function pdfFindings(path: string, password = ''): string[] {
  const pdf = readPdf(path, password);
  const tags = tagsOf(pdf);
  const owners = ownersIn(pdf);
  return [
    ...aboutTheDocument(pdf),
    ...aboutHeadings(tags),
    ...tags.flatMap(aboutTag),
    ...pdf.pages.flatMap((page) => aboutPage(page, owners, pdf)),
    ...aboutFonts(path, password),
    ...tofu(pdf),
  ];
}

/** Where a PDF shows the shape that stands for a missing one; empty: nowhere. @param password of one that has any */
export function tofuIn(path: string, password = ''): string[] {
  return tofu(readPdf(path, password));
}

function aboutTheDocument({ catalog, trailer, dictionary, get, stream }: PdfObjects): string[] {
  const info = dictionary(trailer['/Info']);
  const title = textOf(info['/Title']);
  const xmp = Buffer.from(stream(catalog['/Metadata']), 'latin1').toString('utf8');
  const root = dictionary(catalog['/StructTreeRoot']);
  return [
    ...unless(title !== '', 'It has no title (7.1).'),
    ...unless(xmp.includes('<dc:title>'), 'Its metadata have no title (7.1).'),
    ...unless(
      dictionary(catalog['/ViewerPreferences'])['/DisplayDocTitle'] === true,
      'A viewer shows the name of the file, not the title (7.1).',
    ),
    ...unless(
      /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(textOf(get(catalog['/Lang']))),
      'It names no language (7.2).',
    ),
    ...unless(dictionary(catalog['/MarkInfo'])['/Marked'] === true, 'It is not tagged (7.1).'),
    ...unless(
      dictionary(catalog['/MarkInfo'])['/Suspects'] !== true,
      'Its tags are doubted (7.1).',
    ),
    ...unless(root['/K'] !== undefined, 'It has no tree of tags (7.1).'),
    ...unless(root['/ParentTree'] !== undefined, 'Its tags do not know their content (7.1).'),
    ...unless(
      !/pdfuaid:part/.test(xmp),
      'It claims PDF/UA, which nothing here has checked as a whole (5).',
    ),
    ...unless(catalog['/AcroForm'] === undefined, 'It holds a form, for which no rule is here.'),
  ];
}

/** A tag with its standard type, and the types of what is right inside it. */
interface Tag {
  readonly type: string;
  readonly parent: string;
  readonly kids: readonly string[];
  readonly dictionary: Dictionary;
  readonly attributes: readonly Dictionary[];
}

/** Every tag, in the order of reading. */
function tagsOf({ catalog, dictionary, list }: PdfObjects): Tag[] {
  const root = dictionary(catalog['/StructTreeRoot']);
  const roles = dictionary(root['/RoleMap']);
  const typeOf = (tag: Dictionary) => {
    const own = nameOf(tag['/S']);
    return nameOf(roles[`/${own}`]) || own;
  };
  const inside = (tag: Dictionary) =>
    list(tag['/K'])
      .map(dictionary)
      .filter((kid) => kid['/S'] !== undefined);
  const walk = (tag: Dictionary, parent: string): Tag[] => {
    const type = typeOf(tag);
    const kids = inside(tag);
    const attributes = list(tag['/A']).map(dictionary);
    return [
      { type, parent, kids: kids.map(typeOf), dictionary: tag, attributes },
      ...kids.flatMap((kid) => walk(kid, type)),
    ];
  };
  return inside(root).flatMap((tag) => walk(tag, ''));
}

/** ISO 32000-1, 14.8.4. */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu ' +
    'WT WP Figure Formula Form'
  ).split(' '),
);

/** What may stand right inside these, and what these may stand right inside (14.8.4.3; PDF/UA-1, 7.2, 7.5, 7.6). */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
};
const AROUND: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
};

function aboutTag({ type, parent, kids, dictionary, attributes }: Tag): string[] {
  const allowed = INSIDE[type];
  const strays = allowed ? kids.filter((kid) => !allowed.includes(kid)) : [];
  const around = AROUND[type];
  const scope = attributes.some(({ '/Scope': of }) => /^(Row|Column|Both)$/.test(nameOf(of)));
  const says = textOf(dictionary['/Alt']) !== '' || textOf(dictionary['/ActualText']) !== '';
  return [
    ...unless(STANDARD.has(type), `${type} is no type of tag that readers know (7.1).`),
    ...[...new Set(strays)].map((kid) => `${kid} stands right inside ${type} (7.2).`),
    ...unless(!around || around.includes(parent), `${type} stands right inside ${parent} (7.2).`),
    ...unless(type !== 'TH' || scope, 'A table header does not say what it heads (7.5).'),
    ...unless(
      !['Figure', 'Formula'].includes(type) || says,
      `A ${type} is not put in words (7.3).`,
    ),
    ...unless(type !== 'H', 'A heading has no level (7.4).'),
  ];
}

function aboutHeadings(tags: readonly Tag[]): string[] {
  const levels = tags.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type.slice(1))] : []));
  return [
    ...unless(levels.length > 0, 'It has no heading (7.4).'),
    ...levels.flatMap((level, at) => {
      const before = levels[at - 1] ?? 0;
      return unless(level <= before + 1, `A heading ${level} follows one of ${before} (7.4).`);
    }),
  ];
}

const PAINTS = new Set([
  'Tj',
  'TJ',
  "'",
  '"',
  'S',
  's',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'sh',
  'Do',
  'EI',
]);

/** Whatever is painted is the content of a tag, or an artifact such as the head and foot of a page. */
function aboutPage(
  { number, dictionary: page, operations }: Page,
  owners: ReadonlyMap<Value, readonly Value[]>,
  pdf: PdfObjects,
): string[] {
  const where = `Page ${number}`;
  const marks: string[] = [];
  const numbers: number[] = [];
  let unmarked = 0;
  let nested = 0;
  for (const { operator, operands } of operations) {
    if (operator === 'BMC' || operator === 'BDC') {
      const mcid = Number(/\/MCID (\d+)/.exec(operands.join(' '))?.[1] ?? Number.NaN);
      const mark = operands[0] === '/Artifact' ? 'artifact' : mcid >= 0 ? 'content' : 'other';
      if (mark !== 'other' && marks.some((outer) => outer !== 'other')) nested += 1;
      if (mark === 'content') numbers.push(mcid);
      marks.push(mark);
    } else if (operator === 'EMC') marks.pop();
    else if (PAINTS.has(operator) && !marks.some((mark) => mark !== 'other')) unmarked += 1;
  }
  const tags = owners.get(page['/StructParents'] ?? null) ?? [];
  const lost = numbers.filter((mcid) => (tags[mcid] ?? null) === null);
  const annotations = pdf.list(page['/Annots']).map(pdf.dictionary);
  return [
    ...unless(page['/Tabs'] === '/S', `${where}: the tab key does not follow the tags (7.18.3).`),
    ...unless(
      unmarked === 0,
      `${where}: ${unmarked} strokes are neither tagged nor artifacts (7.1).`,
    ),
    ...unless(nested === 0, `${where}: an artifact inside content, or the reverse (7.1).`),
    ...unless(marks.length === 0, `${where}: a mark is not closed (7.1).`),
    ...unless(lost.length === 0, `${where}: content ${lost.join(', ')} belongs to no tag (7.1).`),
    ...annotations.flatMap((annotation) =>
      unless(
        annotation['/StructParent'] !== undefined && textOf(annotation['/Contents']) !== '',
        `${where}: a link or note is not tagged, or not put in words (7.18).`,
      ),
    ),
  ];
}

/** The tags of marked content by its number, for each page's key: the parent tree (ISO 32000-1, 14.7.4.4). */
function ownersIn(pdf: PdfObjects): Map<Value, readonly Value[]> {
  const owners = new Map<Value, readonly Value[]>();
  const walk = (node: Dictionary): void => {
    const pairs = pdf.list(node['/Nums']);
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      owners.set(pairs[at] ?? null, pdf.list(pairs[at + 1]));
    }
    for (const kid of pdf.list(node['/Kids'])) walk(pdf.dictionary(kid));
  };
  walk(pdf.dictionary(pdf.dictionary(pdf.catalog['/StructTreeRoot'])['/ParentTree']));
  return owners;
}

/** As pdffonts tells: each embedded, none drawn by procedures, each with a way back to letters (7.21). */
function aboutFonts(path: string, password: string): string[] {
  const words = password === '' ? [path] : ['-upw', password, path];
  const lines = execFileSync('pdffonts', words, { encoding: 'utf8' }).split('\n').slice(2, -1);
  return lines.flatMap((line) => {
    const [name = ''] = line.split(' ');
    const [, embedded, , unicode] = / (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$/.exec(line) ?? [];
    return [
      ...unless(embedded === 'yes', `The font ${name} is not in the file (7.21.4).`),
      ...unless(unicode === 'yes', `The font ${name} has no way back to letters (7.21.7).`),
      ...unless(!line.includes('Type 3'), `The font ${name} is drawn by procedures.`),
    ];
  });
}

/**
 * Chromium's fonts are of two-byte codes that are glyphs themselves (Identity-H, Identity), and glyph 0 is the one that
 * stands for a missing one (7.21.8). Any other encoding is named, since nothing is known of it here.
 */
function tofu({ pages, dictionary, list, get }: PdfObjects): string[] {
  const findings = new Set<string>();
  for (const { number, operations } of pages) {
    let font: Dictionary = {};
    for (const { operator, operands, resources } of operations) {
      if (operator === 'Tf') font = dictionary(dictionary(resources['/Font'])[operands[0] ?? '']);
      if (!['Tj', 'TJ', "'", '"'].includes(operator)) continue;
      const name = nameOf(font['/BaseFont']);
      const glyphs = dictionary(list(font['/DescendantFonts'])[0]);
      if (get(font['/Encoding']) !== '/Identity-H' || glyphs['/CIDToGIDMap'] !== '/Identity') {
        findings.add(`Page ${number}: the codes of ${name} are not its glyphs.`);
      }
      if (operands.some(namesGlyph0)) {
        findings.add(`Page ${number}: ${name} lacks a character (7.21.8).`);
      }
    }
  }
  return [...findings];
}

/** Whether a string of a content stream holds the two-byte code 0. */
function namesGlyph0(operand: string): boolean {
  if (/^<[^<]/.test(operand)) return /^<(?:[0-9A-Fa-f]{4})*?0000/.test(operand);
  if (!operand.startsWith('(')) return false;
  const bytes = operand
    .slice(1, -1)
    .replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_match, escaped: string) =>
      /^[0-7]/.test(escaped)
        ? String.fromCharCode(Number.parseInt(escaped, 8))
        : (ESCAPES[escaped] ?? escaped),
    );
  return /^(?:[\s\S]{2})*?\0\0/.test(bytes);
}
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A name of a dictionary, without its stroke; empty where there is none. */
function nameOf(value: Value | undefined): string {
  return typeof value === 'string' ? value.slice(1) : '';
}

/** A text of a dictionary. */
function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value.replace(/^u:/, '').trim() : '';
}

function unless(isRight: boolean, finding: string): string[] {
  return isRight ? [] : [finding];
}

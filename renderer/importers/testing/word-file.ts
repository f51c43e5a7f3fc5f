/** Word files for tests, as small as Word opens them. */
import { type Zippable, strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A run of words. */
export const run = (text: string, marks: '' | 'b' | 'i' = '') =>
  `<w:r>${marks && `<w:rPr><w:${marks}/></w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, or of plain words. @param list the level of a list, from 0 */
export function paragraph(
  content: string,
  {
    style = '',
    list = null,
    numbered = false,
  }: { style?: string; list?: number | null; numbered?: boolean } = {},
): string {
  const numbering =
    list === null
      ? ''
      : `<w:numPr><w:ilvl w:val="${list}"/><w:numId w:val="${numbered ? 2 : 1}"/></w:numPr>`;
  const properties = `${style && `<w:pStyle w:val="${style}"/>`}${numbering}`;
  const runs = content.startsWith('<w:') ? content : run(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A table of cells of plain words; a cell that spans two columns is given as `[words]`. */
export function table(...rows: (string | [string])[][]): string {
  const cell = (one: string | [string]) =>
    typeof one === 'string'
      ? `<w:tc><w:tcPr/>${paragraph(one)}</w:tc>`
      : `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph(one[0])}</w:tc>`;
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

const level = (at: number, format: string) =>
  `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`;
const levels = (format: string) => [0, 1, 2].map((at) => level(at, format)).join('');
const STYLES = [
  ['Title', 'Title'],
  ['Heading1', 'heading 1'],
  ['Heading2', 'heading 2'],
  ['Heading3', 'heading 3'],
]
  .map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  .join('');

/** A `.docx` with this body. @param more other entries of the package */
export function wordFile(body: string, more: Zippable = {}): Uint8Array<ArrayBuffer> {
  const type = (part: string, kind: string) =>
    `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relations = (...inner: string[]) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner.join('')}</Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('document', 'document.main')}${type('styles', 'styles')}${type('numbering', 'numbering')}</Types>`,
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation('r1', 'styles', 'styles.xml'),
      relation('r2', 'numbering', 'numbering.xml'),
    ),
    'word/styles.xml': `${HEAD}<w:styles xmlns:w="${W}">${STYLES}</w:styles>`,
    'word/numbering.xml': `${HEAD}<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="1">${levels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    'word/document.xml': `${HEAD}<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
  };
  const packed = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync({ ...Object.fromEntries(packed), ...more });
}

/** Old minutes of a committee, as somebody wrote them in Word. */
export function oldMinutes(people: {
  chair: string;
  present: string;
  apologies: string;
}): Uint8Array<ArrayBuffer> {
  return wordFile(
    [
      paragraph('Minutes of the Steering Group Meeting', { style: 'Title' }),
      paragraph(`${run('Date: ', 'b')}${run('Wednesday 14th October 2026, 6.30 pm')}`),
      paragraph('Venue: Harbour House, Leith'),
      paragraph(`Present: ${people.chair} (Chair), ${people.present} and Somebody Unknown`),
      paragraph(`Apologies: ${people.apologies}`),
      paragraph('1. Treasurer’s report', { style: 'Heading1' }),
      paragraph(`${run('The account holds ')}${run('£1,204', 'b')}${run('.')}`),
      paragraph('Quotes', { style: 'Heading2' }),
      paragraph('Harbour Hosting', { list: 0 }),
      paragraph('for one year', { list: 1 }),
      paragraph('Quay & Sons', { list: 0 }),
      table(['Host', ['Price']], ['Harbour', 'first year', '£90'], ['Quay', 'first year', '£85']),
      paragraph('Resolved: That Harbour Hosting be asked.'),
      paragraph(`Proposed by ${people.present}, seconded by ${people.chair}.`),
      paragraph(`Action: ${people.present} to write to Harbour Hosting by 1 December 2026`),
      paragraph('2. Any other business', { style: 'Heading1' }),
      paragraph('There was none.'),
      paragraph('Date of next meeting', { style: 'Heading1' }),
      paragraph('Wednesday 9 December 2026'),
    ].join(''),
  );
}

/** An anonymous document as a Word file. */
import type { FileChild } from 'docx';
import { ANONYMISED } from '../../domain/banner.ts';
import { CONTROLLER } from '../../domain/notice.ts';
import type { Paper } from '../../domain/paper.ts';
import { labelWords } from '../../domain/summary/labels.ts';
import { type AnonymousDocument, type AnonymousPart, inWords } from '../anonymous.ts';
import { type CountLine, linesOf } from '../anonymous-lines.ts';
import { words } from '../tree.ts';
import { wholeWidth, written } from './file.ts';
import { type Place, gap, paragraph } from './place.ts';
import type { StyleName } from './styles.ts';
import { countTable } from './tables.ts';

export function writtenCounts(
  { content, title }: AnonymousDocument,
  paper: Paper,
): Promise<Uint8Array> {
  const place = wholeWidth(paper);
  return written({
    language: 'en-GB',
    title,
    made: content.made,
    sentence: ANONYMISED,
    sentenceStyle: 'Anonymised',
    foot: '',
    paper,
    mark: false,
    children: [
      paragraph(words(CONTROLLER.name), place, 'Issuer'),
      paragraph(words(title), place, 'Title'),
      ...content.sentences.map((sentence) => paragraph(words(inWords(sentence)), place)),
      ...content.parts.flatMap((part) => partOf(part, place)),
    ],
  });
}

function partOf(part: AnonymousPart, place: Place): FileChild[] {
  const lines = linesOf(part).map((line) => ({ ...line, style: STYLES[line.kind] }));
  return [
    paragraph(words(labelWords(part.title)), place, 'Heading1'),
    ...part.sentences.map((sentence) => paragraph(words(inWords(sentence)), place)),
    ...(lines.length > 0 ? [countTable(lines, place), gap(place)] : []),
  ];
}

const STYLES = {
  line: 'TableText',
  count: 'TableRowName',
  title: 'TableGroup',
  part: 'TableText',
} as const satisfies Record<CountLine['kind'], StyleName>;

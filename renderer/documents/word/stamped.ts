/** A document of personal data as a Word file. */
import { ImageRun, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { type PlainDate, formatDay } from '../../domain/dates.ts';
import type { Logo, Sheet } from '../sheet.ts';
import { type DocumentTree, type Inline, type LetterHead, words } from '../tree.ts';
import { partsOf } from './blocks.ts';
import { wholeWidth, written } from './file.ts';
import { runsOf } from './inline.ts';
import { type Place, paragraph } from './place.ts';

/** @param banner at the head of every page */
export function writtenTree(
  tree: DocumentTree,
  banner: string,
  { paper, logo, mark }: Pick<Sheet, 'paper' | 'logo' | 'mark'>,
): Promise<Uint8Array> {
  const place = wholeWidth(paper);
  return written({
    language: tree.language,
    title: tree.title,
    made: tree.made,
    sentence: banner,
    sentenceStyle: 'Confidential',
    foot: tree.foot ?? '',
    paper,
    mark,
    children: [
      ...(logo ? [picture(logo, tree.issuer)] : []),
      ...head(tree, place),
      ...partsOf(tree.blocks, place),
    ],
  });
}

function head(tree: DocumentTree, place: Place): Paragraph[] {
  const status =
    tree.status === '' ? [] : [tab(), ...runsOf([{ text: tree.status, bold: true }], false)];
  return [
    new Paragraph({
      style: 'Issuer',
      tabStops: [{ type: TabStopType.RIGHT, position: place.width }],
      children: [...runsOf(words(tree.issuer), false), ...status],
    }),
    ...(tree.letter ? opening(tree.letter, tree.made, place) : []),
    paragraph(words(tree.title), place, 'Title'),
    ...(tree.subtitle === '' ? [] : [paragraph(words(tree.subtitle), place, 'Subtitle')]),
    ...(tree.letter ? [] : [paragraph(words(`Made on ${formatDay(tree.made)}`), place, 'Made')]),
  ];
}

/** What a letter begins with: each group of lines is one paragraph. */
function opening({ from, to, reference, greeting }: LetterHead, day: PlainDate, place: Place) {
  return [
    paragraph(joinedLines(from), place, 'Made'),
    paragraph(joinedLines(to), place),
    paragraph(words(`${formatDay(day)}\nOur reference: ${reference}`), place),
    paragraph(greeting, place),
  ];
}

function joinedLines(lines: readonly Inline[]): Inline {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

/** Pixels of 96 to the inch: 60 × 18 mm. */
const LOGO_WIDTH = 227;
const LOGO_HEIGHT = 68;

function picture({ png, width, height }: Logo, issuer: string): Paragraph {
  const scale = Math.min(LOGO_WIDTH / width, LOGO_HEIGHT / height);
  return new Paragraph({
    style: 'Issuer',
    children: [
      new ImageRun({
        type: 'png',
        data: Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0)),
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name: 'Logo', description: `The logo of ${issuer}` },
      }),
    ],
  });
}

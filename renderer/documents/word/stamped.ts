/** A document of personal data as a Word file. */
import { ImageRun, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { type PlainDate, formatDay } from '../../domain/dates.ts';
import { plain } from '../plain.ts';
import type { Logo, Sheet } from '../sheet.ts';
import { type DocumentTree, type Inline, type LetterHead, words } from '../tree.ts';
import { partsOf } from './blocks.ts';
import { wholeWidth, written } from './file.ts';
import { runsOf } from './inline.ts';
import { type Place, paragraph } from './place.ts';
import type { StyleName } from './styles.ts';

/** @param banner at the head of every page */
export function writtenTree(
  tree: DocumentTree,
  banner: string,
  { paper, logo, sender, mark }: Pick<Sheet, 'paper' | 'logo' | 'sender' | 'mark'>,
): Promise<Uint8Array> {
  const place = wholeWidth(paper);
  return written({
    language: tree.language,
    title: tree.dullTitle ?? tree.title,
    made: tree.made,
    sentence: banner,
    sentenceStyle: 'Confidential',
    foot: tree.foot ?? '',
    paper,
    mark,
    children: [
      ...(logo ? [picture(logo, tree.issuer)] : []),
      ...head(tree, sender, place),
      ...partsOf(tree.blocks, place),
    ],
  });
}

function head(tree: DocumentTree, sender: string, place: Place): Paragraph[] {
  const { letter, made, status, subtitle } = tree;
  const line = (text: string, style: StyleName) => paragraph(words(text), place, style);
  const marked = status === '' ? [] : [tab(), ...runsOf([{ text: status, bold: true }], false)];
  return [
    new Paragraph({
      style: 'Issuer',
      tabStops: [{ type: TabStopType.RIGHT, position: place.width }],
      children: [...runsOf(words(tree.issuer), false), ...marked],
    }),
    ...(sender === '' ? [] : [line(sender, 'Sender')]),
    ...(letter ? opening(letter, made, sender !== '', place) : []),
    line(tree.title, letter ? 'Subject' : 'Title'),
    ...(subtitle === '' ? [] : [line(subtitle, 'Subtitle')]),
    ...(letter ? [] : [line(`Made on ${formatDay(made)}`, 'Made')]),
  ];
}

/** From, to, date, reference and greeting. @param isSaid the letterhead says from where */
function opening(
  { from, to, reference, greeting }: LetterHead,
  day: PlainDate,
  isSaid: boolean,
  place: Place,
): Paragraph[] {
  const line = (content: Inline, style: StyleName) =>
    paragraph(content, place, style, { bidirectional: false });
  return [
    ...(isSaid ? [] : from.map((one) => line(one, 'Sender'))),
    ...to.map((one, index) => line(one, index === 0 ? 'Addressee' : 'Address')),
    line(words(formatDay(day)), 'Day'),
    line(words(`Our reference: ${reference}`), 'Reference'),
    line(greeting, 'Greeting'),
  ];
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
        altText: { name: 'Logo', description: `Logo of ${plain(issuer)}` },
      }),
    ],
  });
}

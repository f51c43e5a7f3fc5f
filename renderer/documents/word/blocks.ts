/** The blocks of a document as paragraphs and tables of a Word file. */
import { BorderStyle, type Paragraph, type Table } from 'docx';
import { type Block, type Inline, words } from '../tree.ts';
import { LIST_STEP, type Lead, type Place, gap, inward, paragraph } from './place.ts';
import { BOXES, BULLETS, DEEPEST, HAIR, INK, NUMBERS, type StyleName } from './styles.ts';
import { dataTable, fieldTable, letterTable, signatureTable } from './tables.ts';

type Part = Paragraph | Table;

/** Twips: a numbered section hangs its text on its number (10 mm), an action on its label. */
const NUMBER_WIDTH = 567;
const LABEL_WIDTH = 900;
/** From the rule of a box to its text: 4 mm. */
const BOX_STEP = 227;

/** What stands in front of the first of them is the place's; the rest stand without. */
export function partsOf(blocks: readonly Block[], place: Place): Part[] {
  return blocks.flatMap((block, index) =>
    partOf(block, {
      ...place,
      lead: index === 0 ? place.lead : null,
      keepNext: keptAt(index, blocks.length, place) || isToSign(blocks[index + 1]),
    }),
  );
}

function keptAt(index: number, count: number, { keepNext, box }: Place): boolean {
  const isLast = index === count - 1;
  return box === null ? keepNext && isLast : keepNext || !isLast;
}

/** Lines to sign on never stand alone on a page: something of what is signed stands before them. */
function isToSign(block: Block | undefined): boolean {
  return block?.type === 'signature' || (block?.type === 'section' && isToSign(block.blocks[0]));
}

/** The title is a level above them. */
const HEADINGS = { 2: 'Heading1', 3: 'Heading2', 4: 'Heading3' } as const;

function partOf(block: Block, place: Place): Part[] {
  switch (block.type) {
    case 'heading':
      return [paragraph(block.content, place, HEADINGS[block.level])];
    case 'paragraph':
      return [paragraph(block.content, place, block.quiet ? 'Quiet' : place.style)];
    case 'list':
      return [...leadAlone(place), ...list(block, place)];
    case 'table':
      return [
        ...leadAlone(place),
        ...(block.caption === '' ? [] : [caption(block.caption, place)]),
        dataTable(block, place),
        gap(place),
      ];
    case 'fields':
      return [...leadAlone(place), fieldTable(block, place), gap(place)];
    case 'section':
      return section(block, place);
    case 'marked':
      return [...leadAlone(place), ...marked(block, place), gap(place)];
    case 'letters':
      return [...leadAlone(place), letterTable(block.groups, place), gap(place)];
    case 'signature':
      return [
        ...leadAlone(place),
        ...block.rows.map((row) => signatureTable(row, place)),
        gap(place),
      ];
    case 'notice':
      return [notice(block.content, block.tone, place)];
  }
}

function caption(text: string, place: Place): Part {
  return paragraph(words(text), { ...place, lead: null }, 'Caption');
}

/** The number of a list's item that begins with something else than a line of text. */
function leadAlone(place: Place): Part[] {
  return place.lead === null ? [] : [paragraph([], { ...place, keepNext: true })];
}

function list(block: Extract<Block, { type: 'list' }>, place: Place): Part[] {
  const { items, ordered, boxes } = block;
  const instance = place.nextList();
  const level = Math.min(place.level, DEEPEST);
  const style: StyleName = place.style === 'Normal' ? 'ListParagraph' : place.style;
  const inner = { ...inward(place, LIST_STEP), style, level: place.level + 1 };
  const lead: Lead = { list: boxes ? BOXES : ordered ? NUMBERS : BULLETS, instance, level };
  return items.flatMap((item, index) => {
    return partsOf(item, { ...inner, lead, keepNext: keptAt(index, items.length, place) });
  });
}

function section(
  { number, title, blocks }: Extract<Block, { type: 'section' }>,
  place: Place,
): Part[] {
  const inner = number === null ? place : inward(place, NUMBER_WIDTH);
  const lead: Lead | null = number === null ? null : { text: String(number), width: NUMBER_WIDTH };
  // Titles stand under one another, whatever their script; one with nothing under it holds on to nothing.
  const changes = {
    bidirectional: false,
    ...(blocks.length === 0 && { keepNext: place.keepNext }),
  };
  return [
    paragraph(title, { ...inner, lead: lead ?? place.lead }, 'Heading1', changes),
    ...partsOf(blocks, inner),
  ];
}

const MARK_STYLES = { decision: 'Decision', action: 'Action', wording: 'Wording' } as const;

/** An action has its label in front of it; all else stands in a box under its label. */
function marked({ mark, label, blocks }: Extract<Block, { type: 'marked' }>, place: Place): Part[] {
  const style = MARK_STYLES[mark];
  if (mark === 'action') {
    const lead: Lead = { text: label, style: 'label', width: LABEL_WIDTH };
    return partsOf(blocks, { ...inward(place, LABEL_WIDTH), style, lead });
  }
  const inner = { ...inward(place, BOX_STEP), box: place.box ?? place.left, style, lead: null };
  return [paragraph(words(label), inner, 'MarkLabel'), ...partsOf(blocks, inner)];
}

/** From the line around a notice to its text: 2.5 mm. */
const NOTICE_STEP = 142;

function notice(content: Inline, tone: 'plain' | 'warning', place: Place): Part {
  const line = { style: BorderStyle.SINGLE, size: 5, color: HAIR, space: NOTICE_STEP / 20 };
  const strong = { ...line, color: INK };
  const border =
    tone === 'plain'
      ? { top: line, right: line, bottom: line, left: line }
      : { top: strong, right: strong, bottom: strong, left: { ...strong, size: 19 } };
  const indent = { left: place.left + NOTICE_STEP, right: NOTICE_STEP };
  return paragraph(content, place, tone === 'plain' ? 'Notice' : 'NoticeWarning', {
    border,
    indent,
  });
}

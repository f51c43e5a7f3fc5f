/** Where a block of a Word file stands, and the paragraphs that stand there. */
import { BorderStyle, type IParagraphOptions, Paragraph, Tab, TextRun } from 'docx';
import { readsFromRight } from '../script.ts';
import type { Inline } from '../tree.ts';
import { runsOf } from './inline.ts';
import { ACCENT, type StyleName, TINT } from './styles.ts';

/** What stands in front of the first line: the number of a list or a section, or a label. */
export type Lead =
  | { readonly list: string; readonly instance: number; readonly level: number }
  | { readonly text: string; readonly style?: 'label' | 'number'; readonly width: number };

export interface Place {
  /** Twips from the left edge of the page's text, and from there to its right edge. */
  readonly left: number;
  readonly width: number;
  /** Of its paragraphs; headings, captions and labels have their own. */
  readonly style: StyleName;
  /** Where the rule of the box around it stands, twips from the left edge; null: it stands in none. */
  readonly box: number | null;
  /** Levels of lists around it. */
  readonly level: number;
  /** Whether what stands here stays on the page of what follows; the last of it at least, and in a box all of it. */
  readonly keepNext: boolean;
  /** In front of its first paragraph. */
  readonly lead: Lead | null;
  /** Answers a number that no other list of the file has. */
  readonly nextList: () => number;
}

/** Twips that a list stands further in than what is around it: 6 mm. */
export const LIST_STEP = 340;

/** A place `by` twips further in. */
export function inward(place: Place, by: number): Place {
  return { ...place, left: place.left + by, width: place.width - by };
}

type Changes = Pick<
  IParagraphOptions,
  'alignment' | 'bidirectional' | 'border' | 'indent' | 'keepNext'
>;

/** A paragraph at its place, running the way that most of its letters do. */
export function paragraph(
  content: Inline,
  place: Place,
  style: StyleName = place.style,
  changes: Changes = {},
): Paragraph {
  const { left, lead, box, keepNext } = place;
  const bidirectional =
    changes.bidirectional ?? readsFromRight(content.map(({ text }) => text).join(''));
  const hanging = hangingOf(lead);
  return new Paragraph({
    style,
    ...(bidirectional && { bidirectional }),
    ...(keepNext && { keepNext }),
    ...((left > 0 || hanging > 0) && { indent: { left, hanging } }),
    ...(box !== null && boxed(box, left - hanging)),
    ...(lead &&
      'list' in lead && {
        numbering: { reference: lead.list, instance: lead.instance, level: lead.level },
      }),
    ...changes,
    children: [...leadRuns(lead), ...runsOf(content, bidirectional)],
  });
}

function hangingOf(lead: Lead | null): number {
  if (lead === null) return 0;
  return 'list' in lead ? LIST_STEP : lead.width;
}

function leadRuns(lead: Lead | null): TextRun[] {
  if (lead === null || 'list' in lead) return [];
  const small = lead.style === 'label' ? { size: 17, bold: true } : {};
  return [
    new TextRun({ text: lead.text, color: ACCENT, ...small }),
    new TextRun({ children: [new Tab()] }),
  ];
}

/** Word draws a rule no further from the text than this. */
const FURTHEST_POINTS = 31;

/** @param start where the text begins that is furthest to the left */
function boxed(at: number, start: number): Pick<IParagraphOptions, 'border' | 'shading'> {
  const space = Math.min(FURTHEST_POINTS, Math.round((start - at) / 20));
  const left = { style: BorderStyle.SINGLE, size: 13, color: ACCENT, space };
  const edge = { style: BorderStyle.SINGLE, size: 4, color: TINT, space: 4 };
  return { border: { left, top: edge, bottom: edge }, shading: { fill: TINT } };
}

/** Room after a table or a box, and what keeps two tables apart. */
export function gap({ keepNext }: Place): Paragraph {
  return new Paragraph({ style: 'Gap', ...(keepNext && { keepNext }) });
}

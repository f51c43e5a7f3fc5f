/**
 * A whole Word file. Its one door is docx.ts (and anonymous-docx.ts), which load this folder when it is needed: the library
 * is large, and opening a vault must not wait for it.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { type Zippable, unzipSync, zipSync } from 'fflate';
import type { PlainDate } from '../../domain/dates.ts';
import type { Paper } from '../../domain/paper.ts';
import { plain } from '../plain.ts';
import { languageTag } from '../script.ts';
import { words } from '../tree.ts';
import { runsOf } from './inline.ts';
import type { Place } from './place.ts';
import { NUMBERING, RED, type StyleName, stylesFor } from './styles.ts';

interface WordFile {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly made: PlainDate;
  /** At the head of every page. */
  readonly sentence: string;
  readonly sentenceStyle: Extract<StyleName, 'Confidential' | 'Anonymised'>;
  /** At the foot of every page, beside its number. */
  readonly foot: string;
  readonly paper: Paper;
  /** Whether CONFIDENTIAL stands pale across each page. */
  readonly mark: boolean;
  readonly children: readonly FileChild[];
}

/** Twips. */
const PAGES = { a4: { width: 11_906, height: 16_838 }, letter: { width: 12_240, height: 15_840 } };
const MARGINS = { top: 1300, right: 1020, bottom: 1200, left: 1020, header: 600, footer: 560 };

/** The page's text from edge to edge. */
export function wholeWidth(paper: Paper): Place {
  let lists = 0;
  return {
    left: 0,
    width: widthOf(paper),
    style: 'Normal',
    box: null,
    level: 0,
    keepNext: false,
    lead: null,
    nextList: () => {
      lists += 1;
      return lists;
    },
  };
}

function widthOf(paper: Paper): number {
  return PAGES[paper].width - MARGINS.left - MARGINS.right;
}

/** Its bytes: the same for the same document, and nothing in them of the machine or the hour. */
export async function written(file: WordFile): Promise<Uint8Array> {
  const head = () => new Header({ children: [sentence(file)] });
  const foot = () => new Footer({ children: [pageFoot(file)] });
  const document = new Document({
    title: plain(file.title),
    creator: 'Muniment',
    lastModifiedBy: '',
    styles: stylesFor(file.language),
    numbering: NUMBERING,
    sections: [
      {
        properties: { page: { size: PAGES[file.paper], margin: MARGINS } },
        // The first and the even pages too, should a writer in Word tell them apart.
        headers: { default: head(), first: head(), even: head() },
        footers: { default: foot(), first: foot(), even: foot() },
        children: file.children,
      },
    ],
  });
  return tidied(new Uint8Array(await Packer.toArrayBuffer(document)), file);
}

function sentence({ sentence: text, sentenceStyle, mark }: WordFile): Paragraph {
  const red = sentenceStyle === 'Confidential';
  return new Paragraph({
    style: sentenceStyle,
    alignment: AlignmentType.CENTER,
    ...(red && {
      border: { bottom: { style: BorderStyle.SINGLE, size: 5, color: RED, space: 5 } },
    }),
    children: [
      ...(mark ? [new TextWatermark({ text: 'CONFIDENTIAL', color: 'D9D9D9' })] : []),
      new TextRun(text),
    ],
  });
}

function pageFoot({ foot, paper }: WordFile): Paragraph {
  return new Paragraph({
    style: 'PageFoot',
    tabStops: [{ type: TabStopType.RIGHT, position: widthOf(paper) }],
    children: [
      ...runsOf(words(foot), false),
      new TextRun({
        children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}

const CORE = 'docProps/core.xml';

/** Takes out when the library ran, which says no more than the document does, and puts in its language. */
function tidied(bytes: Uint8Array, { language, made }: WordFile): Uint8Array {
  const parts = unzipSync(bytes);
  const core = new TextDecoder()
    .decode(parts[CORE])
    .replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
    .replace('</cp:coreProperties>', `<dc:language>${languageTag(language)}</dc:language>$&`);
  const [year = 0, month = 0, date = 0] = made.split('-').map(Number);
  const mtime = new Date(year, month - 1, date);
  const files: Zippable = {};
  for (const [path, part] of Object.entries(parts)) {
    files[path] = [path === CORE ? new TextEncoder().encode(core) : part, { mtime }];
  }
  return zipSync(files);
}

/** How a Word file looks: the same hand as print.css, in styles that a writer in Word can change in one place. */
import {
  BorderStyle,
  type IParagraphStyleOptions,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';

/** Colours, as print.css has them. */
export const INK = '1A1C1E';
const SOFT = '575D63';
export const HAIR = 'C9CED3';
const RULE = '6D757C';
export const TINT = 'F3F5F6';
export const RED = 'A3191F';
export const ACCENT = '24505A';

/** Fonts that come with Word. */
const FONTS = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Yu Gothic' };
const MONO = { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New' };

export const hairline = { style: BorderStyle.SINGLE, size: 4, color: HAIR } as const;
export const rule = { style: BorderStyle.SINGLE, size: 6, color: RULE } as const;
export const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Sizes in half points. */
type Look = Omit<IParagraphStyleOptions, 'id' | 'name'>;
const look = (
  size: number,
  spacing: { before?: number; after?: number; line?: number },
  more: { color?: string; bold?: boolean } = {},
  paragraph: Look['paragraph'] = {},
): Look => ({
  basedOn: 'Normal',
  quickFormat: true,
  run: { size, ...more },
  paragraph: { spacing: { lineRule: LineRuleType.AUTO, ...spacing }, ...paragraph },
});

const heading = { keepNext: true, keepLines: true };

/** Every style of our own, by its name. */
const OURS = {
  Issuer: look(18, { after: 60 }, { color: SOFT }, { keepNext: true }),
  Sender: look(17, { after: 60 }, { color: SOFT }, { keepNext: true }),
  Addressee: look(22, { before: 440, after: 0 }),
  Address: look(22, { after: 0 }),
  Day: look(22, { before: 320, after: 0 }),
  Reference: look(18, { after: 0 }, { color: SOFT }),
  Greeting: look(22, { before: 320, after: 60 }, {}, { keepNext: true }),
  Subject: look(28, { before: 160, after: 80 }, { bold: true }, heading),
  Made: look(18, { after: 340 }, { color: SOFT }),
  Quiet: look(19, { after: 120 }, { color: SOFT }),
  TableHead: look(17, { before: 40, after: 40 }, { color: SOFT, bold: true }, heading),
  TableMarkHead: look(15, { before: 40, after: 40 }, { color: SOFT, bold: true }, heading),
  TableText: look(19, { before: 50, after: 50 }),
  TableRowName: look(19, { before: 50, after: 50 }, { bold: true }),
  TableGroup: look(18, { before: 130, after: 50 }, { color: ACCENT, bold: true }, heading),
  FieldName: look(20, { before: 50, after: 50 }, { color: SOFT }),
  FieldText: look(20, { before: 50, after: 50 }),
  SmallFieldName: look(17, { before: 20, after: 20 }, { color: SOFT }),
  SmallFieldText: look(17, { before: 20, after: 20 }),
  MarkLabel: look(17, { after: 20 }, { color: ACCENT, bold: true }, heading),
  Decision: look(22, { after: 40 }, {}, { keepLines: true }),
  Action: look(22, { after: 20 }, {}, { keepLines: true }),
  Wording: look(24, { after: 80 }, {}, { keepLines: true }),
  Notice: look(22, { before: 120, after: 240 }, {}, { keepLines: true }),
  NoticeWarning: look(22, { before: 120, after: 240 }, { bold: true }, { keepLines: true }),
  SignatureText: look(22, { before: 440, after: 30 }, {}, heading),
  SignatureLabel: look(17, { before: 30, after: 120 }, {}, { keepLines: true }),
  Letters: { ...look(30, { before: 60, after: 60 }), run: { size: 30, font: MONO } },
  Confidential: look(15, { after: 240 }, { color: RED, bold: true }, { keepLines: true }),
  Anonymised: look(16, { after: 240 }, { color: SOFT }),
  PageFoot: look(16, {}, { color: SOFT }),
  Gap: look(8, { after: 80, line: 240 }),
} as const satisfies Record<string, Look>;

export type StyleName =
  | keyof typeof OURS
  | 'Normal'
  | 'Title'
  | 'Subtitle'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'ListParagraph'
  | 'Caption';

/** The styles of a file whose own words are in `language` (BCP 47). */
export function stylesFor(language: string): IStylesOptions {
  const titled = (size: number, before: number, color = INK): Look =>
    look(size, { before, after: 110 }, { bold: true, color }, heading);
  return {
    default: {
      document: {
        run: {
          font: FONTS,
          size: 22,
          color: INK,
          language: { value: language, eastAsia: 'ja-JP', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: look(42, { before: 80, after: 60, line: 240 }, { bold: true, color: INK }, heading),
      heading1: titled(26, 380),
      heading2: titled(22, 280),
      heading3: titled(22, 240, SOFT),
      listParagraph: look(22, { after: 80 }),
      caption: titled(24, 320),
    },
    paragraphStyles: [
      { id: 'Subtitle', name: 'Subtitle', ...look(26, { after: 40 }, { color: ACCENT }, heading) },
      ...Object.entries(OURS).map(([id, options]) => ({ id, name: wordsOf(id), ...options })),
    ],
  };
}

/** `SmallFieldName` → `Small field name`. */
function wordsOf(id: string): string {
  return id.replaceAll(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/**
 * The lists. The library writes `{bullets-0}` first and puts the list's number there later, in whatever text says that:
 * so their names hold a character that `plain` takes out of every text.
 */
export const BULLETS = 'bullets\u202D';
export const NUMBERS = 'numbers\u202D';
/** To be ticked by hand. */
export const BOXES = 'boxes\u202D';
export const DEEPEST = 8;

const levels = Array.from({ length: DEEPEST + 1 }, (_, level) => level);
const STEPS = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN] as const;

export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: levels.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: level % 2 === 0 ? '•' : '–',
        style: { run: { color: SOFT } },
      })),
    },
    {
      reference: BOXES,
      levels: levels.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: '☐',
        style: { run: { font: 'Segoe UI Symbol' } },
      })),
    },
    {
      reference: NUMBERS,
      levels: levels.map((level) => ({
        level,
        format: STEPS[level % STEPS.length] ?? LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        style: { run: { color: SOFT } },
      })),
    },
  ],
};

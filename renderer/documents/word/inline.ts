/** Text in one paragraph of a Word file: its styles, its languages, and which way it runs. */
import { type IRunOptions, type ParagraphChild, Tab, TextRun } from 'docx';
import { type Stretch, languageTag, stretchesOf } from '../script.ts';
import type { Inline, Run } from '../tree.ts';

/** Word wants a region with a language, and for scripts that a Latin font lacks one that the reader's computer has. */
const REGIONS: Readonly<Record<string, string>> = {
  ar: 'ar-SA',
  he: 'he-IL',
  ja: 'ja-JP',
  ko: 'ko-KR',
  zh: 'zh-CN',
};
const EAST_ASIAN_FONTS: Readonly<Record<string, string>> = {
  ja: 'Yu Gothic',
  ko: 'Malgun Gothic',
  zh: 'Microsoft YaHei',
};

const LEFT_TO_RIGHT_MARK = '\u200E';
const RIGHT_TO_LEFT_MARK = '\u200F';

/** @param rightToLeft how the paragraph runs that they stand in */
export function runsOf(content: Inline, rightToLeft: boolean): ParagraphChild[] {
  return content.flatMap((run) => {
    const stretches = stretchesOf(run);
    const textRuns = stretches.flatMap((stretch) => lines(stretch, run));
    const spills = stretches.some(({ dir }) => (dir === 'rtl') !== rightToLeft);
    return run.isolate && spills ? [...textRuns, fence(rightToLeft)] : textRuns;
  });
}

/** Keeps the number or sign after a name from being drawn into the name's direction: Word has no isolates. */
function fence(rightToLeft: boolean): TextRun {
  return rightToLeft
    ? new TextRun({ text: RIGHT_TO_LEFT_MARK, rightToLeft: true })
    : new TextRun(LEFT_TO_RIGHT_MARK);
}

/** A run a line: a run of the library breaks the line before its text only. */
function lines(stretch: Stretch, { bold, italic }: Run): TextRun[] {
  const style: IRunOptions = {
    ...(bold && { bold: true }),
    ...(italic && { italics: true }),
    ...inLanguage(stretch),
  };
  return stretch.text
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({ ...style, ...(index > 0 && { break: 1 }), children: tabbed(line) }),
    );
}

function tabbed(line: string): (string | Tab)[] {
  return line.split('\t').flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part]));
}

function inLanguage({ lang, dir }: Stretch): IRunOptions {
  const base = lang?.split('-', 1)[0] ?? '';
  const tag = lang === undefined ? undefined : (REGIONS[base] ?? languageTag(lang));
  const rightToLeft = dir === 'rtl' ? { rightToLeft: true } : {};
  if (tag === undefined) return rightToLeft;
  if (dir === 'rtl') return { ...rightToLeft, language: { bidirectional: tag } };
  const eastAsia = EAST_ASIAN_FONTS[base];
  if (eastAsia === undefined) return { language: { value: tag } };
  return { language: { value: tag, eastAsia: tag }, font: { eastAsia, hint: 'eastAsia' } };
}

/** Finds the script of each stretch of a text, so that it gets the right font, shaping and direction. */
import { plain } from './plain.ts';
import type { Run } from './tree.ts';

export interface Stretch {
  readonly text: string;
  /** BCP 47 tag; absent where the document's own language does. */
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

const ARABIC = { lang: 'ar', dir: 'rtl' } as const;
const HEBREW = { lang: 'he', dir: 'rtl' } as const;
const JAPANESE = { lang: 'ja' } as const;
const KOREAN = { lang: 'ko' } as const;
const CHINESE = { lang: 'zh' } as const;
type Kind = typeof ARABIC | typeof HEBREW | typeof JAPANESE | typeof KOREAN | typeof CHINESE;

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const arabic = /\p{Script=Arabic}/u;
const hebrew = /\p{Script=Hebrew}/u;
const hangul = /\p{Script=Hangul}/u;
const han = /\p{Script=Han}/u;
const foreign =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** The iteration and long-vowel marks, and the ideographic punctuation, belong to whichever of the three stands before. */
const eastAsianCommon = /[\u3000-\u303F\u30A0\u30FB\u30FC\uFF01-\uFF0F\uFF1A-\uFF20]/u;
const letters = /\p{L}/gu;
const lettersFromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
/** Characters of no script of their own: spaces, digits, punctuation; and marks, which go with what they stand on. */
const common = /\p{Script=Common}/u;
const mark = /[\p{M}\p{Script=Inherited}]/u;

/**
 * Parts a text into stretches of one script; joined again they are the text. Arabic → `ar` right to left, Hebrew → `he`
 * right to left, Hangul → `ko`, kana → `ja`, Han → `ja` where kana stand anywhere in the text, else `hanAs` (`zh`
 * unless the caller knows better). Common characters between two words of a script stay with it.
 */
export function byScript(text: string, hanAs: 'ja' | 'zh' = 'zh'): Stretch[] {
  if (!foreign.test(text)) return text === '' ? [] : [{ text }];
  const hanKind = kana.test(text) || hanAs === 'ja' ? JAPANESE : CHINESE;
  const stretches: Stretch[] = [];
  let kind: Kind | null = null;
  let held = '';
  let pending = '';

  const close = () => {
    if (held) stretches.push(kind === null ? { text: held } : { text: held, ...kind });
    held = '';
  };
  for (const character of text) {
    if (mark.test(character) || (isEastAsian(kind) && eastAsianCommon.test(character))) {
      held += pending + character;
      pending = '';
    } else if (common.test(character)) {
      if (kind === null) held += character;
      else pending += character;
    } else {
      const next = kindOf(character, hanKind);
      if (next === kind) {
        held += pending + character;
      } else if (next === null) {
        close();
        kind = null;
        held = pending + character;
      } else {
        close();
        // What parts two foreign stretches belongs to the text around them.
        if (pending) stretches.push({ text: pending });
        kind = next;
        held = character;
      }
      pending = '';
    }
  }
  close();
  if (pending) stretches.push({ text: pending });
  return stretches;
}

/** The stretches of a run without harmful characters: one, where its writer says what it is. */
export function stretchesOf(run: Run): readonly Stretch[] {
  const { lang, dir } = run;
  const text = plain(run.text);
  if (lang === undefined && dir === undefined) return byScript(text, run.han);
  return [{ text, ...(lang !== undefined && { lang }), ...(dir !== undefined && { dir }) }];
}

/** Tags of languages only: anything else becomes the undetermined language. */
export function languageTag(tag: string): string {
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : 'und';
}

/** How to read Han characters in a text that may hold some: `ja` where kana or the country's name say so. */
export function hanIn(text: string): 'ja' | 'zh' {
  return kana.test(text) || /\bJapan\b|日本/iu.test(text) ? 'ja' : 'zh';
}

function kindOf(character: string, hanKind: typeof JAPANESE | typeof CHINESE): Kind | null {
  if (arabic.test(character)) return ARABIC;
  if (hebrew.test(character)) return HEBREW;
  if (kana.test(character)) return JAPANESE;
  if (han.test(character)) return hanKind;
  if (hangul.test(character)) return KOREAN;
  return null;
}

function isEastAsian(kind: Kind | null): boolean {
  return kind === JAPANESE || kind === CHINESE || kind === KOREAN;
}

/** Whether most letters of a text belong to a script that is read from the right. */
export function readsFromRight(text: string): boolean {
  const all = text.match(letters)?.length ?? 0;
  return (text.match(lettersFromRight)?.length ?? 0) * 2 > all;
}

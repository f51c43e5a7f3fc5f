/** Finds the forms of names among the words of a text. */
import { type NameForm, beginsWithInitial, keyOf } from './name-forms.ts';
import type { Span, Word } from './text-words.ts';

/** Forms by their first word, the longest first. */
export type NameIndex = ReadonlyMap<string, readonly NameForm[]>;

/** What may stand between the words of a name. */
const GAP = /^[^\p{L}\p{N};:!?/|]{0,8}$/u;
/** Where the family name stands first, a full stop ends the sentence before the next. */
const GAP_BEFORE_GIVEN = /^[^\p{L}\p{N};:!?/|.]{0,8}$/u;
/** An initial before its family name is no item of a list. */
const GAP_BEHIND_INITIAL = /^[^\p{L}\p{N};:!?/|,()[\]]{0,8}$/u;
/** Ends a sentence or a part of it. */
const STOP = /[.,]/;
/** Words as well as initials. */
const WORD_OF_ONE = /^[AI]$/;
/** Behind these a letter counts: `Room B. Hall Street`. */
const COUNTED: ReadonlySet<string> = new Set(
  'ANNEX ANNEXE APPENDIX BLOCK CLASS FIGURE GRADE GROUP ITEM LEVEL OPTION PART ROOM SCHEDULE SECTION TABLE UNIT'.split(
    ' ',
  ),
);
/** What stands behind an initial that is no word: `Lovelace, A.`, `Lovelace A, Babbage C`. */
const BEHIND_INITIAL = /^(?:[^\p{L}\p{N}\s]|\s*(?:$|[\n(&]|and\b))/u;
/** Between two words of a name. */
const MOST_INITIALS = 4;
/** Of a date: `May 2026`, and in other languages. */
const YEAR = /^\s\d{4}/;
const MONTH =
  '(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)';
const ONE_MONTH = new RegExp(`^${MONTH}$`);
/** `5 May`, `5th of May`, `April/May`. */
const BEFORE_MONTH = new RegExp(
  String.raw`(?<!\d)\d{1,2}(?:(?:st|nd|rd|th)?\s(?:of\s)?|[/–-])$|(?<!\p{L})${MONTH}\s?[/–-]\s?$`,
  'iu',
);
/** `May 12`, `May, 2026`, `June–July`; no telephone number. */
const BEHIND_MONTH = new RegExp(
  String.raw`^(?:[.,]?\s|[/–-])(?:[12]\d{3}|[0-3]?\d(?:st|nd|rd|th)?)(?![\p{L}\p{N}])|^\s?[/–-]\s?${MONTH}(?!\p{L})`,
  'iu',
);
/** As long as a month and what parts it from another. */
const BESIDE_MONTH = 13;
/** Hebrew and Arabic write short words onto the next one. */
const HUNG_ON = /^[ובלכמשהوفبلك]/u;

export function indexOf(forms: Iterable<NameForm>): NameIndex {
  const seen = new Map<string, NameForm>();
  for (const form of forms) {
    const key = keyOf(form);
    const known = seen.get(key);
    // The one that is found more often.
    if (!known || (known.isCased && !form.isCased)) seen.set(key, form);
  }
  const index = new Map<string, NameForm[]>();
  for (const form of seen.values()) {
    const first = form.words[0]?.word ?? '';
    const beside = index.get(first);
    if (beside) beside.push(form);
    else index.set(first, [form]);
  }
  for (const beside of index.values()) beside.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Where names of the index stand. @param words those of the text */
export function namesAmong(words: readonly Word[], text: string, index: NameIndex): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first) continue;
    const forms = index.get(first.word);
    const bare = forms || !HUNG_ON.test(first.word) ? null : withoutHung(first, text);
    const begun = bare ?? first;
    const end = endOf(forms ?? index.get(begun.word) ?? [], begun, { words, at, text });
    if (end === at) continue;
    found.push({ from: begun.from, to: words[end - 1]?.to ?? first.to });
    at = end - 1;
  }
  return found;
}

/** Where in a text a name may begin. */
interface Place {
  readonly words: readonly Word[];
  readonly at: number;
  readonly text: string;
}

function withoutHung(word: Word, text: string): Word {
  const hung = /^.\p{M}*/u.exec(text.slice(word.from, word.to))?.[0] ?? '';
  return { ...word, from: word.from + hung.length, word: word.word.slice(1) };
}

/** Behind the last word of the longest form that begins with a word; where none does, the word itself. */
function endOf(forms: readonly NameForm[], first: Word, place: Place): number {
  for (const form of forms) {
    const end = endOfForm(form, first, place);
    if (end > place.at) return end;
  }
  return place.at;
}

/** As `endOf`; initials that the form does not have are passed over. */
function endOfForm(form: NameForm, first: Word, place: Place): number {
  const { words, text } = place;
  let at = place.at;
  let isSmall = false;
  for (const [index, wanted] of form.words.entries()) {
    if (index > 0) at = pastInitials(words, at, wanted.word);
    const word = index === 0 ? first : words[at];
    if (word?.word !== wanted.word) return place.at;
    isSmall ||= word.isSmall && !wanted.isSmall;
    at += 1;
  }
  const run = [first, ...words.slice(place.at + 1, at)];
  const gaps = run.slice(1).map(({ from }, index) => text.slice(run[index]?.to, from));
  if (isSmall && (form.isCased || gaps.some((gap) => STOP.test(gap)))) return place.at;
  const allowed = gapOf(form);
  return gaps.every((gap) => allowed.test(gap)) && !isChance(form, run, place) ? at : place.at;
}

function gapOf(form: NameForm): RegExp {
  if (form.isTurned) return GAP_BEFORE_GIVEN;
  return beginsWithInitial(form) ? GAP_BEHIND_INITIAL : GAP;
}

/** Whether these are likelier other words: the month of a date, an article, a letter that counts. */
function isChance(form: NameForm, run: readonly Word[], { words, at, text }: Place): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return false;
  const behind = text.slice(last.to, last.to + BESIDE_MONTH);
  if (form.words.length === 1) {
    if (YEAR.test(behind)) return true;
    if (!ONE_MONTH.test(first.word)) return false;
    const before = text.slice(Math.max(0, first.from - BESIDE_MONTH), first.from);
    return BEFORE_MONTH.test(before) || BEHIND_MONTH.test(behind);
  }
  if (form.isTurned) return form.words.at(-1)?.word.length === 1 && !BEHIND_INITIAL.test(behind);
  if (!beginsWithInitial(form)) return false;
  if (WORD_OF_ONE.test(text.slice(first.from, first.to)) && text[first.to] !== '.') return true;
  const before = words[at - 1];
  if (!before || !COUNTED.has(before.word)) return false;
  return text.slice(before.to, first.from).trim() === '';
}

function pastInitials(words: readonly Word[], from: number, wanted: string): number {
  let at = from;
  while (at < from + MOST_INITIALS && words[at]?.word !== wanted && isInitial(words[at])) at += 1;
  return at;
}

function isInitial(word: Word | undefined): boolean {
  return word?.word.length === 1 && !word.isSmall;
}

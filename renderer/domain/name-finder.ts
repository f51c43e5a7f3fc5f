/** Finds the forms of names among the words of a text. */
import { type NameForm, keyOf } from './name-forms.ts';
import type { Span, Word } from './text-words.ts';

/** Forms by their first word, the longest first. */
export type NameIndex = ReadonlyMap<string, readonly NameForm[]>;

/** What may stand between the words of a name. */
const GAP = /^[^\p{L}\p{N};:!?/|]{0,8}$/u;
/** Where the family name stands first, a full stop ends the sentence before the next. */
const GAP_BEFORE_GIVEN = /^[^\p{L}\p{N};:!?/|.]{0,8}$/u;
/** What stands behind an initial that is no word: `Lovelace, A.`, `Lovelace A, Babbage C`. */
const BEHIND_INITIAL = /^(?:[^\p{L}\p{N}\s]|\s*(?:$|[\n(&]|and\b))/u;
/** Between two words of a name. */
const MOST_INITIALS = 4;
/** Of a date: `May 2026`. */
const YEAR = /^ \d{4}/;
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
  const gap = form.isTurned ? GAP_BEFORE_GIVEN : GAP;
  let at = place.at;
  for (const [index, wanted] of form.words.entries()) {
    if (index > 0) at = pastInitials(words, at, wanted.word);
    const word = index === 0 ? first : words[at];
    if (word?.word !== wanted.word) return place.at;
    if (form.isCased && word.isSmall && !wanted.isSmall) return place.at;
    at += 1;
  }
  const run = [first, ...words.slice(place.at + 1, at)];
  const isTogether = run.every(({ to }, index) => {
    const next = run[index + 1];
    return !next || gap.test(text.slice(to, next.from));
  });
  return isTogether && !isChance(form, run, text) ? at : place.at;
}

/** Whether these are likelier other words: the month of a date, an article after a name. */
function isChance({ words, isTurned }: NameForm, run: readonly Word[], text: string) {
  const behind = text.slice(run.at(-1)?.to, (run.at(-1)?.to ?? 0) + 8);
  if (words.length === 1) return YEAR.test(behind);
  return isTurned && words.at(-1)?.word.length === 1 && !BEHIND_INITIAL.test(behind);
}

function pastInitials(words: readonly Word[], from: number, wanted: string): number {
  let at = from;
  while (at < from + MOST_INITIALS && words[at]?.word !== wanted && isInitial(words[at])) at += 1;
  return at;
}

function isInitial(word: Word | undefined): boolean {
  return word?.word.length === 1 && !word.isSmall;
}

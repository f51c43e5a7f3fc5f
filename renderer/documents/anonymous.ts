/**
 * A document without personal data: counts that were suppressed, under words of the program's own (clauses ANONYMISE,
 * OVERSIGHT). It carries no banner, and is no `StampedDocument`: it has a way out of its own, which takes nothing else.
 */
import { ANONYMISED_CELLS, ANONYMISED_SENTENCES } from '../domain/banner.ts';
import { type PlainDate, formatDay, plainDate } from '../domain/dates.ts';
import { type Result, fail, ok } from '../domain/errors.ts';
import { type Label, labelWords } from '../domain/summary/labels.ts';
import { type SafeCount, isSuppressed } from '../domain/summary/suppress.ts';
import { linkInEights } from '../domain/trail.ts';

const TITLES = {
  summary: 'Anonymised summary for the CQI',
  evidence: 'Evidence of the privacy arrangements',
} as const;

/** A sentence and what stands where it has a `#`: numbers, days, or a link of the chain (64 hex digits). */
export interface Sentence {
  readonly say: keyof typeof ANONYMISED_SENTENCES;
  readonly with: readonly (number | PlainDate | { readonly link: string })[];
}

/** What the program knows of itself, where no person is counted: `days since backup`, `state of a clause`. */
export interface Fact {
  readonly label: Label;
  readonly value: number | keyof typeof ANONYMISED_CELLS;
}

export interface AnonymousPart {
  readonly title: Label;
  readonly sentences: readonly Sentence[];
  readonly facts: readonly Fact[];
  readonly counts: readonly SafeCount<Label>[];
}

export interface AnonymousContent {
  readonly what: keyof typeof TITLES;
  readonly made: PlainDate;
  readonly sentences: readonly Sentence[];
  readonly parts: readonly AnonymousPart[];
}

declare const brand: unique symbol;

/** Counts and facts that may be shown to anybody, and can no longer be changed. */
export interface AnonymousDocument {
  readonly [brand]: true;
  readonly content: AnonymousContent;
  readonly title: string;
  /** Suggested for a file, without ending. */
  readonly fileName: string;
}

const known = new WeakSet<object>();

/**
 * Makes the document. Throws for a count that was not suppressed, a label that is no word of the program, and a value that
 * is neither number, day nor link: each would be a mistake of the program.
 */
export function anonymous(content: AnonymousContent): AnonymousDocument {
  for (const { title, sentences, facts, counts } of content.parts) {
    labelWords(title);
    sentences.forEach(inWords);
    for (const { label, value } of facts) {
      labelWords(label);
      if (typeof value !== 'number' && !Object.hasOwn(ANONYMISED_CELLS, value))
        throw new Error('a fact that is no word of the program');
    }
    for (const count of counts) checkCount(count);
  }
  content.sentences.forEach(inWords);
  const document = Object.freeze({
    content: freeze(content),
    title: TITLES[content.what],
    fileName: `${content.what}-${plainDate.parse(content.made)}`,
  });
  known.add(document);
  // The brand exists for the compiler only; the set above is its run-time half.
  return document as AnonymousDocument;
}

/** What its outputs call first. Errors: document/unstamped, for anything that did not come from `anonymous`. */
export function requireAnonymous(document: AnonymousDocument): Result<AnonymousDocument> {
  return known.has(document) ? ok(document) : fail('document/unstamped');
}

/** A sentence with its numbers and days. */
export function inWords({ say, with: values }: Sentence): string {
  const rest = values.map(valueInWords);
  const words = ANONYMISED_SENTENCES[say].replaceAll('#', () => rest.shift() ?? '');
  if (rest.length > 0) throw new Error('more values than the sentence has places');
  return words;
}

function valueInWords(value: Sentence['with'][number]): string {
  if (typeof value === 'number') return figure(value);
  if (typeof value === 'string') return formatDay(plainDate.parse(value));
  if (!/^[0-9a-f]{64}$/.test(value.link)) throw new Error('a link that is none');
  return linkInEights(value.link);
}

const figures = new Intl.NumberFormat('en-GB');

/** A whole number as it is printed. */
export function figure(value: number): string {
  return figures.format(value);
}

function checkCount(count: SafeCount<Label>): void {
  if (!isSuppressed(count)) throw new Error('a count that was not suppressed');
  labelWords(count.label);
  for (const { title, parts } of count.by) {
    labelWords(title);
    parts?.forEach(checkCount);
  }
}

function freeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null && !Object.isFrozen(inner)) freeze(inner);
  }
  return Object.freeze(value);
}

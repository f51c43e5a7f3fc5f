/**
 * Counts that may be shown to others, so that none that is small can be worked out (clause ANONYMISE). The terms are those
 * of the Handbook on Statistical Disclosure Control (Eurostat), chapter 5.
 *
 * - Primary: a count from 1 up to one less than the threshold is withheld. A nought is shown: it is nobody, and none of
 *   these breakdowns tells anything sensitive of a whole group.
 * - Secondary: where the parts of a count that is shown add up to it, the smallest of the others are withheld as well, until
 *   each withheld part could be any of at least as many numbers as the threshold.
 * - Where even that is not enough, the breakdown is left out; and so are the breakdowns of whatever is withheld.
 *
 * A count is shown or not by its own size alone, and its parts are hidden behind a sum that is known anyway. So what is
 * withheld in one breakdown is bound to nothing else: neither another breakdown of the same count, here or in another
 * document, nor one above or below it says more of it.
 */

/** The threshold where none other is asked for. */
export const USUAL_THRESHOLD = 5;

/** A count, and how it is broken down: in one way or in several. */
export interface Count<L> {
  readonly label: L;
  readonly value: number;
  readonly by?: readonly Breakdown<L>[];
}

/** Parts that add up to the count that they are parts of. */
export interface Breakdown<L> {
  readonly title: L;
  readonly parts: readonly Count<L>[];
}

declare const brand: unique symbol;

/** A count as it may be shown; null: withheld. Only `suppressed` makes one. */
export interface SafeCount<L> {
  readonly [brand]: true;
  readonly label: L;
  readonly value: number | null;
  readonly by: readonly SafeBreakdown<L>[];
}

export interface SafeBreakdown<L> {
  readonly title: L;
  /** null: left out, because there is no way to withhold enough of it. */
  readonly parts: readonly SafeCount<L>[] | null;
}

const made = new WeakSet<object>();

/** Whether a count comes from `suppressed`, whatever its type says. */
export function isSuppressed(count: object): boolean {
  return made.has(count);
}

/** What may be shown of a count and its breakdowns. @param threshold the smallest count that is shown, but for noughts; 2 or more */
export function suppressed<L>(count: Count<L>, threshold: number): SafeCount<L> {
  const { label, value, by = [] } = count;
  if (isSmall(value, threshold)) return safe(label, null, []);
  return safe(
    label,
    value,
    by.map((breakdown) => safely(breakdown, value, threshold)),
  );
}

function safe<L>(label: L, value: number | null, by: readonly SafeBreakdown<L>[]): SafeCount<L> {
  const count = Object.freeze({ label, value, by: Object.freeze(by) });
  made.add(count);
  // The brand exists for the compiler only; the set above is its run-time half.
  return count as SafeCount<L>;
}

/**
 * How many numbers each withheld part could be, when parts that are at least 1 make a sum that can be worked out: any from
 * 1 to what is left when all the others are 1.
 */
function room(withheld: readonly Count<unknown>[]): number {
  if (withheld.length < 2) return withheld.length === 0 ? Number.POSITIVE_INFINITY : 1;
  return sum(withheld) - withheld.length + 1;
}

function safely<L>(
  { title, parts }: Breakdown<L>,
  total: number,
  threshold: number,
): SafeBreakdown<L> {
  if (sum(parts) !== total) throw new Error('parts that do not add up to their count');
  const withheld = new Set(parts.filter(({ value }) => isSmall(value, threshold)));
  const others = parts
    .filter((part) => part.value > 0 && !withheld.has(part))
    .sort((a, b) => a.value - b.value);
  for (const next of others) {
    if (room([...withheld]) >= threshold) break;
    withheld.add(next);
  }
  if (room([...withheld]) < threshold) return { title, parts: null };
  return {
    title,
    parts: parts.map((part) =>
      withheld.has(part) ? safe(part.label, null, []) : suppressed(part, threshold),
    ),
  };
}

function isSmall(value: number, threshold: number): boolean {
  return value > 0 && value < threshold;
}

function sum(parts: readonly Count<unknown>[]): number {
  return parts.reduce((all, { value }) => all + value, 0);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Count, type SafeCount, suppressed } from './suppress.ts';

const parts = (...values: number[]): Count<string>['by'] => [
  { title: 'by', parts: values.map((value, at) => ({ label: `${at}`, value })) },
];
const total = (values: number[]) => values.reduce((all, value) => all + value, 0);
const shown = (...values: number[]) =>
  suppressed(
    { label: 'all', value: total(values), by: parts(...values) ?? [] },
    5,
  ).by[0]?.parts?.map(({ value }) => value);

describe('what is withheld (ANONYMISE)', () => {
  it.each([
    [
      'a small count, with the next smallest, which it could be worked out from',
      [3, 20, 9],
      [null, 20, null],
    ],
    ['no nought', [0, 12, 7], [0, 12, 7]],
    [
      'more than two, when two alone could only be one and one',
      [1, 1, 20, 30],
      [null, null, null, 30],
    ],
    ['nothing, when nothing is small', [5, 6, 7], [5, 6, 7]],
    ['the whole breakdown, when there is no other part to hide behind', [1, 4], undefined],
  ])('%s', (_what, values, expected) => {
    expect(shown(...values)).toEqual(expected);
  });

  it('a small count with all that it is broken down into', () => {
    const all = { label: 'all', value: 4, by: parts(0, 4) ?? [] };
    expect(suppressed(all, 5)).toEqual({ label: 'all', value: null, by: [] });
  });

  it('parts that do not add up are a mistake of the program', () => {
    expect(() => suppressed({ label: 'all', value: 9, by: parts(5, 5) ?? [] }, 5)).toThrow();
  });
});

/** A count, broken down in up to three ways, whose parts are broken down again. */
const counts: fc.Arbitrary<Count<string>> = fc.letrec<{
  leaf: Count<string>;
  count: Count<string>;
}>((tie) => ({
  leaf: fc.record({ label: fc.constant('part'), value: fc.integer({ min: 0, max: 9 }) }),
  count: fc
    .tuple(
      fc.array(fc.oneof({ maxDepth: 1, withCrossShrink: true }, tie('leaf'), tie('count')), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.array(fc.array(fc.nat(1_000), { maxLength: 3 }), { maxLength: 2 }),
    )
    .map(([first, cuts]) => {
      const value = total(first.map((part) => part.value));
      const others = cuts.map((at) => ({ title: 'otherwise', parts: cut(value, at) }));
      return { label: 'all', value, by: [{ title: 'by', parts: first }, ...others] };
    }),
})).count;

/** A count cut into parts at some places. */
function cut(value: number, at: readonly number[]): Count<string>[] {
  const places = [0, ...at.map((place) => place % (value + 1)).sort((a, b) => a - b), value];
  return places
    .slice(1)
    .map((end, index) => ({ label: `${index}`, value: end - (places[index] ?? 0) }));
}

interface Equation {
  /** What is known of the sum; null: it is the unknown of this number. */
  readonly total: number | { unknown: number };
  readonly known: number;
  readonly unknowns: readonly number[];
}

/** Everything that a reader of the published counts knows: which sums there are, and what is missing in them. */
function whatIsKnown(root: SafeCount<string>) {
  const equations: Equation[] = [];
  let unknowns = 0;
  const numberOf = ({ value }: SafeCount<string>) =>
    value === null ? { unknown: unknowns++ } : value;
  const walk = (count: SafeCount<string>, own: Equation['total']) => {
    for (const { parts: list } of count.by) {
      if (list === null) continue;
      const numbers = list.map((part) => [part, numberOf(part)] as const);
      equations.push({
        total: own,
        known: total(numbers.map(([, number]) => (typeof number === 'number' ? number : 0))),
        unknowns: numbers.flatMap(([, number]) =>
          typeof number === 'number' ? [] : [number.unknown],
        ),
      });
      for (const [part, number] of numbers) walk(part, number);
    }
  };
  walk(root, numberOf(root));
  return { equations, unknowns };
}

/**
 * Whether all equations have a solution in whole numbers from 1 to `most` in which one unknown has this value, by trying
 * them all: a reader knows that noughts are never withheld.
 */
function isPossible(
  { equations, unknowns }: ReturnType<typeof whatIsKnown>,
  given: { unknown: number; value: number },
  most: number,
): boolean {
  const values: number[] = [];
  const fits = () =>
    equations.every(({ total: whole, known, unknowns: inside }) => {
      const all = typeof whole === 'number' ? whole : values[whole.unknown];
      const set = inside.filter((at) => at < values.length);
      const so = known + total(set.map((at) => values[at] ?? 0));
      if (all === undefined) return true;
      return set.length === inside.length ? so === all : so + inside.length - set.length <= all;
    });
  const solve = (): boolean => {
    if (values.length === unknowns) return true;
    const isGiven = values.length === given.unknown;
    for (
      let value = isGiven ? given.value : 1;
      value <= (isGiven ? given.value : most);
      value += 1
    ) {
      values.push(value);
      if (fits() && solve()) return true;
      values.pop();
    }
    return false;
  };
  return solve();
}

/** How many values an unknown can have; counted no further than to `enough`. */
function countPossible(
  known: ReturnType<typeof whatIsKnown>,
  unknown: number,
  most: number,
  enough: number,
): number {
  let count = 0;
  for (let value = 1; value <= most && count < enough; value += 1)
    if (isPossible(known, { unknown, value }, most)) count += 1;
  return count;
}

describe('a withheld count', () => {
  it('could be as many numbers as the threshold, by all that is published together (ANONYMISE)', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 6 }), (count, threshold) => {
        const known = whatIsKnown(suppressed(count, threshold));
        // More unknowns than these are slow to try, and there are many others with fewer.
        fc.pre(known.unknowns <= 7);
        const most = Math.max(count.value, threshold);
        for (let unknown = 0; unknown < known.unknowns; unknown += 1)
          expect(countPossible(known, unknown, most, threshold)).toBe(threshold);
      }),
      { numRuns: 300 },
    );
  });

  it('is every small one, and each that is shown is as it was counted (ANONYMISE)', () => {
    const check = (count: Count<string>, safe: SafeCount<string>, threshold: number) => {
      expect([count.value, null]).toContain(safe.value);
      expect(safe.value !== null && safe.value > 0 && safe.value < threshold).toBe(false);
      safe.by.forEach(({ parts: list }, way) =>
        list?.forEach((part, at) => {
          const own = count.by?.[way]?.parts[at];
          if (own) check(own, part, threshold);
        }),
      );
    };
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 6 }), (count, threshold) =>
        check(count, suppressed(count, threshold), threshold),
      ),
    );
  });
});

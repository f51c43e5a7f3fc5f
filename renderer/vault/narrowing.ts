/**
 * What a search can leave out because of the key pressed before. The texts that may still match shrink with every letter
 * that is added, so they are kept, and only the first letters of a word are looked for in every text.
 */

/** A word of fewer letters shuts too little out. */
const LEAST_LETTERS = 4;
/** What uFuzzy takes for a letter inside a word (its `intraChars`). */
const LETTER = "[a-z\\d']";

export interface Narrowing {
  /**
   * Places in `texts` that may match: never fewer than uFuzzy would find with one slip a word, so that it can be asked
   * about these only. null: any place may.
   */
  places(texts: readonly string[], needle: string, words: readonly string[]): number[] | null;
  /** To be called whenever a text changes. */
  forget(): void;
}

export function narrowing(): Narrowing {
  let last: { needle: string; runs: readonly string[]; places: number[] } | null = null;
  return {
    places(texts, needle, words) {
      const runs = words
        .flatMap((word) => word.match(/[a-z]+/g) ?? [])
        .filter((run) => run.length >= LEAST_LETTERS);
      const before = last !== null && needle.startsWith(last.needle) ? last : null;
      const added = runs.filter((run, at) => run !== before?.runs[at]);
      if (added.length === 0) return before?.places ?? null;
      const [first, ...more] = added.map(nearly).sort((a, b) => b.source.length - a.source.length);
      let places = first ? passing(texts, before?.places ?? null, first) : [];
      for (const test of more) places = passing(texts, places, test);
      last = { needle, runs, places };
      return places;
    },
    forget() {
      last = null;
    },
  };
}

function passing(
  texts: readonly string[],
  among: readonly number[] | null,
  pattern: RegExp,
): number[] {
  const places: number[] = [];
  const count = among?.length ?? texts.length;
  for (let at = 0; at < count; at += 1) {
    const place = among?.[at] ?? at;
    if (pattern.test(texts[place] ?? '')) places.push(place);
  }
  return places;
}

/**
 * Letters as they stand or with a single slip after the first: one other, one more, one missing, or two swapped. Whatever
 * this finds for a word it finds for the beginning of that word too.
 */
function nearly(letters: string): RegExp {
  const [first = ''] = letters;
  const rest = letters.slice(1);
  const variants = new Set([rest]);
  for (let at = 0; at < rest.length; at += 1) {
    const [head, tail] = [rest.slice(0, at), rest.slice(at + 1)];
    const here = rest.charAt(at);
    variants.add(`${head}${LETTER}${tail}`);
    variants.add(`${head}${LETTER}${here}${tail}`);
    variants.add(`${head}${tail}`);
    if (tail !== '') variants.add(`${head}${tail.charAt(0)}${here}${tail.slice(1)}`);
  }
  return new RegExp(`${first}(?:${[...variants].join('|')})`);
}

/** Titles before a name that are nothing else, with the way they are written here. */
const PREFIXES = new Map(
  'Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Rev Revd Herr Frau Monsieur Madame Mme Mlle'
    .split(' ')
    .map((prefix) => [prefix.toLowerCase(), prefix]),
);

/** Whether a text is a title such as `Mr` or `Dr.` and nothing else. */
export function isPrefix(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.every((word) => PREFIXES.has(bare(word)));
}

/**
 * Takes titles off the front of a name, only where they are surely that and a name is left.
 * A Latin name of exactly two words is parted into given and family; anything else stays whole.
 */
export function splitName(text: string): {
  prefix: string;
  full: string;
  given: string;
  family: string;
} {
  const words = text.trim().split(/\s+/);
  const prefixes: string[] = [];
  while (words.length > 1 && prefixes.length < 3) {
    const prefix = PREFIXES.get(bare(words[0] ?? ''));
    if (!prefix) break;
    prefixes.push(prefix);
    words.shift();
  }
  const two =
    words.length === 2 && words.every((word) => /^[\p{Script=Latin}'’-]{2,}$/u.test(word));
  return {
    prefix: prefixes.join(' '),
    full: words.join(' '),
    given: two ? (words[0] ?? '') : '',
    family: two ? (words[1] ?? '') : '',
  };
}

/** The words of a name without case, accents, titles and order, for comparing. */
export function nameWords(full: string): string[] {
  // Most names are plain ASCII and need no normalisation.
  const ascii = /^[\x20-\x7e]*$/.test(full);
  const plain = ascii ? full : full.normalize('NFKD').replace(/\p{M}+/gu, '');
  const words = plain.toLowerCase().match(ascii ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
  const named = words.filter((word) => !PREFIXES.has(word));
  return (named.length > 0 ? named : words).sort();
}

function bare(word: string): string {
  return word.toLowerCase().replace(/\.$/, '');
}

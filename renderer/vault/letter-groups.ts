/**
 * Secrets as they are printed: groups of five letters, four of the secret and one to check the group. The check letter is
 * a sum over GF(32), weighted by place and group, so every single misread letter, every swap of neighbours and every
 * group in the wrong place is noticed, and the group is named.
 */
import type { Bytes } from './bytes.ts';

/** Crockford's base32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 4;
const GROUP_BITS = LETTERS * 5;
/** Each group adds a constant of its own to its check letter, and there are no more of them than this. */
const MOST_GROUPS = 31;

/** The groups that a secret is printed as. Its bits have to fill whole groups, at most 31. */
export function toGroups(secret: Bytes): string[] {
  const count = (secret.length * 8) / GROUP_BITS;
  if (!Number.isInteger(count) || count > MOST_GROUPS) throw new Error('not a number of groups');
  const symbols = toSymbols(secret);
  return Array.from({ length: count }, (_, group) => {
    const part = symbols.slice(group * LETTERS, (group + 1) * LETTERS);
    return [...part, checkOf(part, group)].map((symbol) => ALPHABET[symbol]).join('');
  });
}

/**
 * Reads what a person typed: case, spaces and dashes do not matter, O is 0, I and L are 1. Answers the secret, or the
 * number (from 1) of the first group that does not fit its check letter.
 */
export function readGroups(
  typed: string,
  count: number,
): { readonly secret: Bytes } | { readonly misread: number } {
  const letters = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const symbols = Array.from(letters, (letter) => ALPHABET.indexOf(letter));
  const read: number[] = [];
  for (let group = 0; group < count; group += 1) {
    const whole = symbols.slice(group * (LETTERS + 1), (group + 1) * (LETTERS + 1));
    const part = whole.slice(0, LETTERS);
    const fits = whole.length === LETTERS + 1 && !whole.includes(-1);
    if (!fits || checkOf(part, group) !== whole[LETTERS]) return { misread: group + 1 };
    read.push(...part);
  }
  return symbols.length > count * (LETTERS + 1)
    ? { misread: count }
    : { secret: fromSymbols(read) };
}

function checkOf(symbols: readonly number[], group: number): number {
  // 2 generates GF(32)'s 31 units; the group's own constant keeps a group from fitting elsewhere.
  let sum = group + 1;
  let weight = 2;
  for (const symbol of symbols) {
    sum ^= times(symbol, weight);
    weight = times(weight, 2);
  }
  return sum;
}

/** Product in GF(32) with x^5 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if (b & (1 << bit)) product ^= a << bit;
  for (let bit = 8; bit >= 5; bit -= 1) if (product & (1 << bit)) product ^= 0b100101 << (bit - 5);
  return product;
}

function toSymbols(bytes: Bytes): number[] {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => parseInt(five, 2));
}

function fromSymbols(symbols: readonly number[]): Bytes {
  const bits = symbols.map((symbol) => symbol.toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => parseInt(eight, 2));
}

/**
 * The recovery key as it is printed: 160 random bits in eight groups of five letters, four of the key and one to check
 * the group. The check letter is a sum over GF(32), weighted by place and group, so every single misread letter, every
 * swap of neighbours and every group in the wrong place is noticed, and the group is named.
 */
import { type Result, fail, ok } from '../domain/errors.ts';
import { type Bytes, randomBytes } from './bytes.ts';

/** Crockford's base32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 8;
const LETTERS = 4;
const KEY_BYTES = (GROUPS * LETTERS * 5) / 8;

/** A fresh key and its groups to print. */
export function newRecoveryKey(): { secret: Bytes; groups: string[] } {
  const secret = randomBytes(KEY_BYTES);
  return { secret, groups: printed(secret) };
}

/** The groups that a key is printed as. */
export function printed(secret: Bytes): string[] {
  const symbols = toSymbols(secret);
  return Array.from({ length: GROUPS }, (_, group) => {
    const part = symbols.slice(group * LETTERS, (group + 1) * LETTERS);
    return [...part, checkOf(part, group)].map((symbol) => ALPHABET[symbol]).join('');
  });
}

/**
 * Reads what a person typed: case, spaces and dashes do not matter, O is 0, I and L are 1.
 * Errors: vault/recovery-misread, with the number of the group (from 1) that does not fit its check letter.
 */
export function readRecoveryKey(typed: string): Result<Bytes> {
  const letters = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const symbols = Array.from(letters, (letter) => ALPHABET.indexOf(letter));
  const key: number[] = [];
  for (let group = 0; group < GROUPS; group += 1) {
    const part = symbols.slice(group * (LETTERS + 1), (group + 1) * (LETTERS + 1));
    const read = part.slice(0, LETTERS);
    const whole = part.length === LETTERS + 1 && !part.includes(-1);
    if (!whole || checkOf(read, group) !== part[LETTERS])
      return fail('vault/recovery-misread', { group: group + 1 });
    key.push(...read);
  }
  if (symbols.length > GROUPS * (LETTERS + 1))
    return fail('vault/recovery-misread', { group: GROUPS });
  return ok(fromSymbols(key));
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

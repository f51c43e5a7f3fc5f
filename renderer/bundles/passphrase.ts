import { areWords, wordsOf } from './words.ts';

/** 8 words of 11 bits: 88 bits, out of reach even without the slow scrypt in front of them. */
const WORDS = 8;

/** Makes the passphrase of a bundle from at least 11 random bytes: 8 words, 88 bits, joined by `-`. */
export function makePassphrase(random: Uint8Array): string {
  return wordsOf(random, WORDS).join('-');
}

/** Whether a passphrase is one that makePassphrase could have made; weaker ones seal nothing. */
export function isGenerated(passphrase: string): boolean {
  const words = passphrase.split('-');
  return words.length >= WORDS && areWords(words);
}

/**
 * A passphrase as it was typed, with what people change on the way put right: capitals, spaces or line ends
 * between the words. Anything that is not words of the list stays as it is.
 */
export function tidyPassphrase(typed: string): string {
  const words = typed
    .toLowerCase()
    .split(/[\s\u2010-\u2015-]+/)
    .filter((word) => word !== '');
  return words.length > 0 && areWords(words) ? words.join('-') : typed;
}

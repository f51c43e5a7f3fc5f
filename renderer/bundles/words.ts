import { wordlist } from '@scure/bip39/wordlists/english.js';

/**
 * The first `count` × 11 bits of `bytes`, most significant bit first, as words of the English BIP 39 list
 * (2048 words, told apart by their first four letters). Throws when the bytes hold fewer bits.
 */
export function wordsOf(bytes: Uint8Array, count: number): string[] {
  if (bytes.length * 8 < count * 11) throw new Error('too few bits for so many words');
  return Array.from({ length: count }, (_, index) => {
    let number = 0;
    for (let bit = index * 11; bit < index * 11 + 11; bit++) {
      const byte = bytes[bit >> 3] ?? 0;
      number = (number << 1) | ((byte >> (7 - (bit & 7))) & 1);
    }
    return wordlist[number] ?? '';
  });
}

const known = new Set(wordlist);

/** Whether every one of these is a word of the list. */
export function areWords(words: readonly string[]): boolean {
  return words.every((word) => known.has(word));
}

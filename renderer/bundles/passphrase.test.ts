import { describe, expect, it } from 'vitest';
import { isGenerated, makePassphrase, tidyPassphrase } from './passphrase.ts';

describe('a passphrase', () => {
  it('is eight words, 11 bits each, most significant bit first', () => {
    expect(makePassphrase(new Uint8Array(11))).toBe(Array(8).fill('abandon').join('-'));
    expect(makePassphrase(new Uint8Array(11).fill(255))).toBe(Array(8).fill('zoo').join('-'));
    // 00000000 001 00000 000010 00 …: words number 1 and 2 of the list, counted from 0.
    expect(makePassphrase(new Uint8Array([0, 0x20, 0x08, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe(
      `ability-able-${Array(6).fill('abandon').join('-')}`,
    );
  });

  it('differs whenever one of its 88 bits does', () => {
    const made = new Set([makePassphrase(new Uint8Array(11))]);
    for (let bit = 0; bit < 88; bit++) {
      const random = new Uint8Array(11);
      random[bit >> 3] = 1 << (bit & 7);
      made.add(makePassphrase(random));
    }
    expect(made.size).toBe(89);
  });

  it('is not made from too little randomness', () => {
    expect(() => makePassphrase(new Uint8Array(10))).toThrow();
  });

  it('is told from one that a person thought up', () => {
    const random = crypto.getRandomValues(new Uint8Array(11));
    expect(isGenerated(makePassphrase(random))).toBe(true);
    expect(isGenerated('abandon-ability-able')).toBe(false);
    expect(isGenerated('one-two-three-four-five-six-seven-liverpool')).toBe(false);
    expect(isGenerated('')).toBe(false);
  });

  it('may be typed with capitals, spaces, dashes or line ends', () => {
    expect(tidyPassphrase(' Zoo ability\n–  ABLE - about\u2010above ')).toBe(
      'zoo-ability-able-about-above',
    );
    expect(tidyPassphrase('Of My Own')).toBe('Of My Own');
    expect(tidyPassphrase('')).toBe('');
  });
});

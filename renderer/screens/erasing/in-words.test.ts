import { describe, expect, it } from 'vitest';
import { kindsInWords, timesInWords } from './in-words.ts';

describe('what goes, in words', () => {
  it('counts in English', () => {
    const counts = [
      { kind: 'person', count: 1 },
      { kind: 'consent', count: 2 },
      { kind: 'minutes', count: 1 },
    ] as const;
    expect(kindsInWords(counts)).toBe('1 person, 2 consents and 1 set of minutes');
    expect([1, 2, 3].map(timesInWords)).toEqual(['once', 'twice', '3 times']);
  });
});

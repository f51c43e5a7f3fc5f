import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../domain/errors.ts';
import { toGroups } from './letter-groups.ts';
import { newRecoveryKey, readRecoveryKey } from './recovery-key.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the recovery key', () => {
  it('is eight groups of five letters for 160 random bits', () => {
    const { secret, groups } = newRecoveryKey();
    expect(secret).toHaveLength(20);
    expect(groups).toHaveLength(8);
    for (const group of groups) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('reads back as it was printed, in any case, with spaces or dashes, O for 0 and l for 1', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
        const secret = new Uint8Array(bytes);
        const groups = toGroups(secret);
        expect(readRecoveryKey(groups.join(' '))).toEqual(ok(secret));
        const careless = groups.join('-').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readRecoveryKey(careless)).toEqual(ok(secret));
      }),
      { numRuns: 50 },
    );
  });

  it('names the group in which one letter, whichever, was misread', () => {
    const { groups } = newRecoveryKey();
    for (let group = 0; group < 8; group += 1) {
      for (let at = 0; at < 5; at += 1) {
        const right = groups[group] ?? '';
        for (const letter of LETTERS.replace(right[at] ?? '', '')) {
          const wrong = right.slice(0, at) + letter + right.slice(at + 1);
          const typed = groups.with(group, wrong).join(' ');
          expect(readRecoveryKey(typed)).toEqual(
            fail('vault/recovery-misread', { group: group + 1 }),
          );
        }
      }
    }
  });

  it('notices letters and groups that changed places', () => {
    const groups = toGroups(Uint8Array.from({ length: 20 }, (_, index) => index * 11 + 1));
    const [first = '', second = ''] = groups;
    const swapped = `${first[1]}${first[0]}${first.slice(2)}`;
    expect(swapped).not.toBe(first);
    const misread = fail('vault/recovery-misread', { group: 1 });
    expect(readRecoveryKey(groups.with(0, swapped).join(''))).toEqual(misread);
    expect(readRecoveryKey(groups.with(0, second).with(1, first).join(''))).toEqual(misread);
  });

  it('names the group where a key breaks off, and refuses more letters than it has', () => {
    const { groups } = newRecoveryKey();
    const misread = (group: number) => fail('vault/recovery-misread', { group });
    expect(readRecoveryKey(groups.slice(0, 5).join(' '))).toEqual(misread(6));
    expect(readRecoveryKey('')).toEqual(misread(1));
    expect(readRecoveryKey(`${groups.join('')}A`)).toEqual(misread(8));
  });
});

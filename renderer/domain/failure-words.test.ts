import { describe, expect, it } from 'vitest';
import { ERRORS } from './errors.ts';
import { damageIn, sentenceOf } from './failure-words.ts';

describe('the sentence of a failure', () => {
  it('names the innermost field that it knows', () => {
    const words = (field: string) => sentenceOf({ code: 'record/invalid', detail: { field } });
    expect(words('record.name.full')).toBe('The name cannot be kept as it is. Nothing was saved.');
    expect(words('record.items.3.title')).toContain('The title');
    expect(words('record.emails.0.address')).toContain('An e-mail address');
    expect(words('record.toString')).toBe(ERRORS['record/invalid']);
    expect(words('')).toBe(ERRORS['record/invalid']);
  });

  it('names the group of a recovery key or share that was misread', () => {
    const misread = sentenceOf({ code: 'vault/recovery-misread', detail: { group: 3 } });
    expect(misread).toContain('Group 3 ');
    const share = sentenceOf({ code: 'recovery/share-misread', detail: { group: 24 } });
    expect(share).toContain('Group 24 of the recovery share ');
  });

  it('names the part of a store that is damaged', () => {
    const words = (detail: Record<string, string | number>) =>
      sentenceOf({ code: 'vault/store-damaged', detail });
    expect(words({ what: 'page' })).toMatch(/^A page of the store .* Nothing was changed/);
    expect(words({ what: 'commit', sequence: 12 })).toContain('Change 12 of the store');
    expect(words({ what: 'trail', sequence: 3 })).toContain('Entry 3 of the trail');
    expect(words({})).toContain('The database of the store');
    expect(damageIn({ code: 'vault/store-rolled-back' })).toContain('older than the key file');
  });

  it('is the plain sentence where nothing more is known', () => {
    expect(sentenceOf({ code: 'wall/cancelled' })).toBe(ERRORS['wall/cancelled']);
  });
});

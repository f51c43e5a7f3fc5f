import { describe, expect, it } from 'vitest';
import { ERRORS } from './errors.ts';
import { sentenceOf } from './failure-words.ts';

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

  it('is the plain sentence where nothing more is known', () => {
    expect(sentenceOf({ code: 'wall/cancelled' })).toBe(ERRORS['wall/cancelled']);
  });
});

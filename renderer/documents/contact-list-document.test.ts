import { describe, expect, it } from 'vitest';
import { contactListDocument } from './contact-list-document.ts';
import { toHtml } from './html.ts';
import { stamp } from './stamp.ts';
import { contactSources, samplePerson } from './testing/sample-records.ts';
import { wordsOf } from './testing/words.ts';

function html(changes: Partial<Parameters<typeof contactListDocument>[0]> = {}): string {
  const written = toHtml(stamp(contactListDocument({ ...contactSources, ...changes })));
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}

describe('the contact list', () => {
  it('keeps the order given, and says how many and when', () => {
    const people = [samplePerson(2, 'Zoe'), samplePerson(1, 'Ann')];
    const text = html({ people });
    expect(text.indexOf('Zoe')).toBeLessThan(text.indexOf('Ann'));
    expect(text).toContain('Steering committee: 2 people on 8 Dec 2026');
    expect(html({ people: people.slice(1) })).toContain('1 person on');
  });

  it('isolates names, and keeps numbers and postcodes from being turned round', () => {
    const text = html();
    expect(text).toContain('<bdi>Prof <span lang="ar">نادر بن عبد السلام</span></bdi>');
    expect(text).toContain('<bdi dir="ltr">+44 7700 900013</bdi>');
    expect(text).toContain('<bdi lang="ar" dir="rtl">عنجر</bdi>, <bdi dir="ltr">81282-7194</bdi>');
    expect(text).toContain('<bdi lang="ja">里奈 大森</bdi>');
  });

  it('leaves notes and what was collected how out of every output (MINIMISE)', () => {
    const people = [samplePerson(1, 'Ann', { notes: 'a private note' })];
    const tree = contactListDocument({ ...contactSources, people });
    expect(JSON.stringify(tree)).not.toContain('a private note');
    expect(Object.keys(tree.contacts?.[0] ?? {})).not.toContain('route');
  });

  it('says so when there is nobody', () => {
    expect(html({ people: [] })).toContain('There is nobody on this list.');
  });

  it('says for which post it is, and has no column that the post may not see (ACCESS)', () => {
    const without = ['Postal address', 'Notes'];
    const seenBy = { post: 'treasurer', without, committeeOnly: true } as const;
    const tree = contactListDocument({ ...contactSources, seenBy });
    const words = wordsOf(tree);
    expect(words).toContain(
      'As the post of Treasurer may see it: people in post only; without Postal address, Notes.',
    );
    expect(words).toContain('Name | Post | E-mail | Phone | \n');
    expect(words).not.toContain('Braunton');
    expect(tree.fileName).toBe('contacts-for-treasurer-2026-12-08');
    const all = { post: 'chair', without: [], committeeOnly: false } as const;
    expect(html({ seenBy: all })).toContain('As the post of Chair may see it: every field.');
  });
});

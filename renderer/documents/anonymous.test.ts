import { describe, expect, it } from 'vitest';
import { BANNER } from '../domain/banner.ts';
import { plainDate } from '../domain/dates.ts';
import { type Label, word } from '../domain/summary/labels.ts';
import { type SafeCount, suppressed } from '../domain/summary/suppress.ts';
import { type AnonymousContent, type AnonymousDocument, anonymous } from './anonymous.ts';
import { toAnonymousCsv } from './anonymous-csv.ts';
import { toAnonymousHtml } from './anonymous-html.ts';
import { contactListDocument } from './contact-list-document.ts';
import { toHtml } from './html.ts';
import { type StampedDocument, stamp } from './stamp.ts';
import { contactSources } from './testing/sample-records.ts';

const made = plainDate.parse('2026-11-23');
const content = (changes: Partial<AnonymousContent['parts'][number]>): AnonymousContent => ({
  what: 'summary',
  made,
  sentences: [{ say: 'withheld', with: [4, 5] }],
  parts: [{ title: word('people'), sentences: [], facts: [], counts: [], ...changes }],
});
const people = { label: word('people'), value: 3, by: [] };

describe('an anonymous document', () => {
  it('is a page and a data file of counts, without the banner (ANONYMISE)', () => {
    const document = anonymous(content({ counts: [suppressed(people, 5)] }));
    const csv = toAnonymousCsv(document);
    expect(csv.ok && csv.value).toMatch(
      /^\uFEFFANONYMISED – [^\r]*\r\n[\s\S]*People,People,withheld\r\n$/,
    );
    const html = toAnonymousHtml(document);
    expect(html.ok && html.value).toContain('withheld');
    for (const output of [csv, html]) expect(output.ok && output.value).not.toContain(BANNER);
  });

  it.each([
    // Each cast is the mistake that is looked for: a value of a type that it only claims to have.
    ['a count that was not suppressed', { counts: [people as unknown as SafeCount<Label>] }],
    ['words that somebody typed', { title: { of: 'category', id: 'Anna Kowalska' } as const }],
    [
      'a state that no register has',
      { title: { of: 'state', kind: 'consent', id: 'Anna' } as const },
    ],
    ['a month that is none', { title: { of: 'month', id: '2026-11-23' } as const }],
    ['what every object has', { title: { of: 'category', id: 'constructor' } as const }],
    ['a link that is none', { sentences: [{ say: 'link', with: [{ link: 'Anna' }] }] as const }],
    ['a fact in words', { facts: [{ label: word('people'), value: 'Anna' as 'none' }] }],
  ])('is not made of %s (ANONYMISE)', (_what, changes) => {
    expect(() => anonymous(content(changes))).toThrow();
  });

  it('has a way out of its own, which takes no personal document, nor does its own take it (ANONYMISE, BANNER)', () => {
    const personal = stamp(contactListDocument(contactSources));
    const counts = anonymous(content({}));
    // What the compiler refuses, forced.
    const forged = personal as unknown as AnonymousDocument;
    expect(toAnonymousHtml(forged)).toMatchObject({ error: { code: 'document/unstamped' } });
    expect(toAnonymousCsv(forged)).toMatchObject({ error: { code: 'document/unstamped' } });
    expect(toAnonymousHtml({ ...counts })).toMatchObject({ error: { code: 'document/unstamped' } });
    expect(toHtml(counts as unknown as StampedDocument)).toMatchObject({
      error: { code: 'document/unstamped' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { anonymous } from '../renderer/documents/anonymous.ts';
import { toAnonymousHtml } from '../renderer/documents/anonymous-html.ts';
import { contactListDocument } from '../renderer/documents/contact-list-document.ts';
import { toHtml } from '../renderer/documents/html.ts';
import { stamp } from '../renderer/documents/stamp.ts';
import { contactSources } from '../renderer/documents/testing/sample-records.ts';
import { ANONYMISED, BANNER } from '../renderer/domain/banner.ts';
import { plainDate } from '../renderer/domain/dates.ts';
import { word } from '../renderer/domain/summary/labels.ts';
import { suppressed } from '../renderer/domain/summary/suppress.ts';
import { isAnonymised } from './anonymised.ts';
import { isStamped, mayLeave, openJobs } from './jobs.ts';

const day = plainDate.parse('2026-11-23');
const people = suppressed(
  {
    label: word('people'),
    value: 1_240,
    by: [
      {
        title: word('by-category'),
        parts: [
          { label: { of: 'category', id: 'member' }, value: 1_200 },
          { label: { of: 'category', id: 'author' }, value: 37 },
          { label: { of: 'category', id: 'public' }, value: 3 },
        ],
      },
    ],
  },
  5,
);
const document = anonymous({
  what: 'summary',
  made: day,
  sentences: [
    { say: 'period', with: [plainDate.parse('2026-01-01'), day, day] },
    { say: 'withheld', with: [4, 5] },
    { say: 'link', with: [{ link: 'a1'.repeat(32) }] },
  ],
  parts: [
    {
      title: word('people'),
      sentences: [{ say: 'verified', with: [day, 1_503] }],
      facts: [{ label: word('days-since-backup'), value: 12 }],
      counts: [people],
    },
  ],
});
const made = toAnonymousHtml(document);
const html = made.ok ? made.value : '';
const contacts = toHtml(stamp(contactListDocument(contactSources)));
const personal = contacts.ok ? contacts.value : '';

/** A document that claims to be anonymised as loudly as it can. */
const disguised = (text: string) =>
  text
    .replace('data-banner="page"', 'data-banner="none"')
    .replace(`<td class="banner">${BANNER}</td>`, `<td class="anonymised">${ANONYMISED}</td>`);

describe('a document of counts', () => {
  it('may leave without the banner, and withholds what is small (ANONYMISE)', () => {
    expect(isAnonymised(html)).toBe(true);
    expect(isStamped(html)).toBe(false);
    expect(html).not.toContain(BANNER);
    expect(html).toContain('<td class="end">1,200</td>');
    expect(html.match(/<td class="end">withheld<\/td>/g)).toHaveLength(2);
    const kept = openJobs().append(null, new TextEncoder().encode(html), true);
    expect(kept.ok).toBe(true);
  });

  it('is the only one: personal data does not pass for it, however it is dressed up (ANONYMISE, BANNER)', () => {
    expect(isStamped(personal)).toBe(true);
    expect(isAnonymised(personal)).toBe(false);
    expect(disguised(personal)).toContain(ANONYMISED);
    expect(mayLeave(disguised(personal))).toBe(false);
  });

  it.each([
    ['a name in a cell', (text: string) => text.replace('>1,200<', '>Anna Kowalska<')],
    ['an address in a heading', (text: string) => text.replace('Author', 'anna@example.org')],
    ['a number of a telephone', (text: string) => text.replace('Author', 'Author 07700 900123')],
    ['a sentence of its own', (text: string) => text.replace('From 1 Jan', 'Of Anna, from 1 Jan')],
    ['a name in bold', (text: string) => text.replace('<main>', '<main><b>Anna</b>')],
    ['words between its tags', (text: string) => text.replace('<main>', '<main>Anna ')],
    ['a picture', (text: string) => text.replace('<main>', '<main><img src="/x.png">')],
    ['words in an attribute', (text: string) => text.replace('<main>', '<main title="Anna">')],
    ['a comment', (text: string) => text.replace('<main>', '<main><!-- Anna -->')],
    ['no head', (text: string) => text.replace(ANONYMISED, '')],
    ['another head', (text: string) => text.replace(ANONYMISED, 'Anna Kowalska')],
    ['its head twice', (text: string) => text + text],
    ['a style', (text: string) => text.replace('</head>', '<style>p{}</style></head>')],
  ])('may not leave with %s', (_what, change) => {
    expect(change(html)).not.toBe(html);
    expect(mayLeave(change(html))).toBe(false);
  });
});

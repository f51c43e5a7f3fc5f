import { expect, it } from 'vitest';
import { ANONYMISED, BANNER } from '../domain/banner.ts';
import { word } from '../domain/summary/labels.ts';
import { suppressed } from '../domain/summary/suppress.ts';
import { anonymous } from './anonymous.ts';
import { toAnonymousText, toText } from './plain-text.ts';
import { type StampedDocument, stamp } from './stamp.ts';
import { day } from './testing/sample-records.ts';
import type { Block, DocumentTree } from './tree.ts';

const says = (text: string): Block[] => [{ type: 'paragraph', content: [{ text }] }];
const tree: DocumentTree = {
  language: 'en-GB',
  title: 'Minutes',
  subtitle: 'Mon 23 Nov 2026',
  issuer: 'A group',
  status: 'DRAFT',
  fileName: 'file',
  made: day('2026-11-23'),
  contacts: null,
  foot: 'Keep until 23 Nov 2027',
  blocks: [
    {
      type: 'fields',
      rows: [{ term: 'Place', value: [[{ text: 'Here' }], [{ text: 'and there' }]] }],
    },
    {
      type: 'table',
      caption: 'Attendance',
      rowHeader: 0,
      columns: [
        { heading: 'Name', width: 'wide' },
        { heading: 'Post', width: 'rest' },
      ],
      groups: [
        {
          heading: 'Present (2)',
          rows: [
            [[{ text: 'Anna\u202E Kowalska' }], [{ text: 'Chair' }]],
            [[{ text: 'Ben' }], []],
          ],
        },
      ],
    },
    {
      type: 'section',
      number: 1,
      title: [{ text: 'Welcome' }],
      blocks: [
        {
          type: 'list',
          ordered: true,
          items: [says('First'), [...says('Second'), ...says('More')]],
        },
        { type: 'marked', mark: 'decision', label: 'Decision', blocks: says('Agreed.') },
      ],
    },
    { type: 'signature', rows: [[{ label: 'Chair', value: null }]] },
  ],
};

it('is the sentence, then what the document says, each row to be read alone (BANNER)', () => {
  expect(toText(stamp(tree))).toEqual({
    ok: true,
    value: `${BANNER}

A group
Minutes
Mon 23 Nov 2026
DRAFT
Made on 23 Nov 2026

Place: Here
  and there

Attendance

Present (2)
- Name: Anna Kowalska; Post: Chair
- Name: Ben

1. Welcome

1. First
2. Second
   More

Decision: Agreed.

Chair: ………

Keep until 23 Nov 2027`,
  });
});

it('begins a letter as it is sent', () => {
  const letter = {
    from: [[{ text: 'Jo' }]],
    to: [[{ text: 'Anna' }], [{ text: '1 Street' }]],
    reference: 'ref-1',
    greeting: [{ text: 'Dear Anna,' }],
  };
  const written = toText(stamp({ ...tree, status: '', foot: '', letter, blocks: says('Yes.') }));
  expect(written.ok && written.value).toBe(`${BANNER}

A group
Jo

Anna
1 Street

23 Nov 2026
Our reference: ref-1

Dear Anna,

Minutes
Mon 23 Nov 2026

Yes.`);
});

it('is made of nothing that was not stamped (BANNER)', () => {
  // What the compiler refuses, forced.
  const forged = { banner: BANNER, tree } as unknown as StampedDocument;
  expect(toText(forged)).toMatchObject({ error: { code: 'document/unstamped' } });
});

it('of counts begins with a sentence of its own (ANONYMISE)', () => {
  const counts = [suppressed({ label: word('people'), value: 30, by: [] }, 5)];
  const part = { title: word('people'), sentences: [], facts: [], counts };
  const sentences = [{ say: 'day', with: [day('2026-11-23')] }] as const;
  const document = anonymous({
    what: 'summary',
    made: day('2026-11-23'),
    sentences,
    parts: [part],
  });
  const text = toAnonymousText(document);
  expect(text.ok && text.value).toMatch(/As it was on 23 Nov 2026\.\n\nPeople\n\nPeople: 30$/);
  expect(text.ok && text.value.startsWith(`${ANONYMISED}\n\n`)).toBe(true);
  expect(text.ok && text.value).not.toContain(BANNER);
});

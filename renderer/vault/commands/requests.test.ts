import { expect, it } from 'vitest';
import { makeId } from '../../domain/ids.ts';
import { fromPlainText, richText } from '../../domain/rich-text.ts';
import { BANNER } from '../../domain/banner.ts';
import type { Request } from '../../domain/request.ts';
import { requests } from '../../domain/registers/requests.ts';
import { opened } from '../desk/context.ts';
import { selectFor } from '../desk/selection.ts';
import { codeOf, day, deskOf, meeting, minutesOf, person, valueOf } from './test-kit.ts';

const random = () => crypto.getRandomValues(new Uint8Array(16));
const TODAY = '2026-11-24';
const ada = person('Ada Lovelace', {
  emails: [{ label: '', address: 'ada@example.org' }],
  notes: 'Met with Charles Babbage; write to charles@example.org or ada@example.org.',
});
const charles = person('Charles Babbage', {
  name: { full: 'Charles Babbage', prefix: '', given: 'Charles', family: 'Babbage' },
  notes: 'Recommended by Ada Lovelace.',
});
const mary = person('Mary Somerville');
const held = meeting('2026-11-01', {
  attendance: [
    { person: ada.id, mark: 'present' },
    { person: charles.id, mark: 'present' },
    { person: mary.id, mark: 'apologies' },
  ],
});
const item = { decision: '', proposer: null, seconder: null, actions: [] };
const minutes = minutesOf(held, {
  items: [
    { ...item, title: 'Engine', discussion: fromPlainText('Babbage thanked Ada Lovelace.') },
    { ...item, title: 'Money', discussion: fromPlainText('The accounts of Mary Somerville.') },
  ],
});

function request(changes: Partial<Request> = {}): Request {
  return {
    kind: 'request',
    id: makeId('request', random()),
    ...requests.blank?.(day(TODAY)),
    person: ada.id,
    received: day('2026-11-20'),
    ...changes,
  } as Request; // The blank holds every other field.
}

const jo = deskOf('Jo Example', 'GB');

async function office() {
  const desk = await jo(TODAY);
  await desk.keep(ada, charles, mary, held, minutes);
  const html = () =>
    [...desk.host.jobs.values()].map((job) => new TextDecoder().decode(job)).at(-1) ?? '';
  return { ...desk, html };
}

it('gathers what is held in every register, with others hidden and each redaction counted (RIGHT-ACCESS)', async () => {
  const { ask, keep } = await office();
  const asked = request();
  await keep(asked);
  const found = valueOf(await ask('request.gather', { id: asked.id }));
  expect(found.records.map(({ what }) => what)).toEqual([
    'Person',
    'Person',
    'Meeting, 1 Nov 2026',
    'Set of minutes, 1 Nov 2026',
    'Request, 20 Nov 2026',
  ]);
  const sent = found.records
    .flatMap(({ passages }) => passages)
    .flatMap(({ pieces }) => pieces)
    .filter(({ key }) => key === null)
    .map(({ text }) => text)
    .join('');
  expect(sent).toContain('ada@example.org');
  expect(sent).not.toMatch(/Babbage|Charles|charles@|Somerville|Money/);
  // Charles and his address in the notes, and Babbage in the minutes.
  expect(found.counts).toEqual({ hidden: 3, rows: 3, passages: 0 });
});

it('answers with one stamped pack, in which a redaction is lifted with a reason and a passage withheld (RIGHT-ACCESS, BANNER)', async () => {
  const { ask, keep, record, html } = await office();
  const asked = request({ decision: 'upheld' });
  await keep(asked);
  const found = valueOf(await ask('request.gather', { id: asked.id }));
  const pieces = found.records.flatMap(({ passages }) => passages).flatMap((one) => one.pieces);
  const key = pieces.find(({ text }) => text === 'Babbage')?.key ?? '';
  await keep({
    ...asked,
    shown: [{ key, reason: 'He agreed.' }],
    leftOut: [`${ada.id}/notes`],
  });
  const name = { what: 'request-letter', id: asked.id, letter: 'pack' } as const;
  expect(codeOf(await ask('document', { name, for: 'pdf' }))).toBe('ok');
  expect(html()).toContain(BANNER);
  expect(html()).toContain('Babbage thanked');
  expect(html()).not.toMatch(/charles@|Somerville/);
  expect(html()).toContain('Wycliffe House');
  expect(record(asked.id)).toMatchObject({ letters: [{ what: 'pack', on: TODAY }] });
});

it('gives nothing away before it is proven who asks (RIGHT-ACCESS)', async () => {
  const { ask, keep } = await office();
  const asked = request({ decision: 'upheld', identityAsked: day('2026-11-21') });
  await keep(asked);
  const name = { what: 'request-letter', id: asked.id, letter: 'pack' } as const;
  expect(codeOf(await ask('document', { name, for: 'preview' }))).toBe('request/not-proven');
});

it('writes the data to take along as CSV, vCard and JSON, each with the sentence (RIGHT-PORT, BANNER)', async () => {
  const { ask, keep, host } = await office();
  const asked = request({ type: 'portability', decision: 'upheld' });
  await keep(asked);
  for (const format of ['csv', 'vcf', 'json'] as const) {
    const to = host.put(new Uint8Array()).from.handle;
    expect(codeOf(await ask('request.data', { id: asked.id, format, to }))).toBe('ok');
    const text = new TextDecoder().decode(host.files.get(to));
    expect(text).toContain(BANNER.slice(0, 40));
    expect(text).toContain('ada@example.org');
  }
});

it('notes no data as sent that were cancelled, nor that they left (AUDIT)', async () => {
  const { ask, keep, host, record, actions, cancel } = await office();
  const asked = request({ type: 'portability', decision: 'upheld' });
  await keep(asked);
  const before = record(asked.id);
  cancel.asked = true;
  const to = host.put(new Uint8Array()).from.handle;
  const written = await ask('request.data', { id: asked.id, format: 'json', to });
  expect(codeOf(written)).toBe('wall/cancelled');
  expect(record(asked.id)).toEqual(before);
  expect(actions()).not.toContain('exported');
});

it.each(['restriction', 'objection'] as const)(
  'a %s stops documents, lists, files and bundles of that person, and says so (RIGHT-RESTRICT, RIGHT-OBJECT)',
  async (type) => {
    const { ask, keep, html, host } = await office();
    const asked = request({ type });
    await keep(asked);
    const own = { what: 'record', id: ada.id } as const;
    expect(codeOf(await ask('document', { name: own, for: 'print' }))).toBe('rights/restricted');
    const list = { what: 'contacts', filter: 'all', text: '' } as const;
    await ask('document', { name: list, for: 'print' });
    expect(html()).toContain('1 person left out: restricted.');
    expect(html()).not.toContain('Ada Lovelace');
    await ask('document', { name: { what: 'record', id: held.id }, for: 'print' });
    expect(html()).toContain('[name restricted]');
    const to = host.put(new Uint8Array()).from.handle;
    const written = await ask('contacts.write', { format: 'csv', filter: 'all', text: '', to });
    expect(valueOf(written)).toEqual({ count: 2, leftOut: 1 });
    const contents = await ask('bundle.contents', {
      post: 'chair',
      kinds: ['person'],
      wider: false,
    });
    expect(valueOf(contents)).toMatchObject([{ kind: 'person', count: 2, restricted: 1 }]);
    // Their own request is answered all the same, and what was refused goes on.
    const letter = { what: 'request-letter', id: asked.id, letter: 'acknowledgement' } as const;
    expect(codeOf(await ask('document', { name: letter, for: 'print' }))).toBe('ok');
    const lettered = { ...asked, letters: [{ what: 'acknowledgement', on: day(TODAY) }] } as const;
    await keep({
      ...lettered,
      letters: [...lettered.letters],
      decision: 'refused',
      reasons: 'Needed for a claim.',
      answered: day(TODAY),
    });
    expect(codeOf(await ask('document', { name: own, for: 'print' }))).toBe('ok');
  },
);

it('a restricted person is not named in the words of what leaves, and it is said how often (RIGHT-RESTRICT)', async () => {
  const { ask, keep, html, record, context } = await office();
  const name = { what: 'minutes', id: minutes.id } as const;
  const free = valueOf(await ask('document', { name, for: 'preview' }));
  expect(free.namesLeftOut).toBeNull();
  const said = 'Lovelace will write. MS ADA LOVELACE and ada@example.org: adamant, in May 2026.';
  const action = { what: 'Ask Ada', owner: mary.id, due: null, done: false };
  const agreed = { ...item, title: 'Of Ada Lovelace', discussion: fromPlainText(said) };
  await keep(
    { ...minutes, items: [...minutes.items, { ...agreed, decision: said, actions: [action] }] },
    request({ type: 'restriction' }),
  );
  const masked = /Lovelace will|LOVELACE|ada@|Of Ada|Ask Ada/;
  const marked =
    '[name restricted] will write. MS [name restricted] and [name restricted]: adamant';
  const { namesLeftOut } = valueOf(await ask('document', { name, for: 'print' }));
  expect(html()).toContain(marked);
  expect(html()).not.toMatch(masked);
  expect(html()).toContain('Babbage thanked [name restricted].');
  expect(namesLeftOut).toBe(html().split('[name restricted]').length - 1);
  const { text } = valueOf(await ask('document.text', { name }));
  expect(text).toContain(marked);
  expect(text).not.toMatch(masked);
  await ask('document', { name: { what: 'actions', owner: null }, for: 'print' });
  expect(html()).toContain('Ask [name restricted]');

  // What travels in a bundle is the same; what is kept is not touched.
  const open = valueOf(opened(context()));
  const selected = selectFor('chair', ['minutes', 'person'], false, open);
  expect(selected).toMatchObject([
    { kind: 'minutes', restricted: 0, masked: 1 },
    { kind: 'person', restricted: 1, masked: 1 },
    { kind: 'meeting', records: [{ id: held.id }] },
  ]);
  const travels = JSON.stringify(selected.flatMap(({ records }) => records));
  expect(travels).toContain(marked);
  expect(travels).toContain('Recommended by [name restricted].');
  expect(travels).not.toMatch(masked);
  expect(JSON.stringify(record(minutes.id))).toContain('Lovelace will write');
});

it('who shares the address and number of a restricted person keeps them in a bundle (RIGHT-RESTRICT)', async () => {
  const { keep, context } = await office();
  const phones = [{ label: '', number: '020 7946 0000' }];
  const sharing = { ...mary, emails: ada.emails, phones };
  await keep(sharing, { ...ada, phones }, request({ type: 'restriction' }));
  const selected = selectFor('chair', ['person'], false, valueOf(opened(context())));
  expect(selected.flatMap(({ records }) => records)).toContainEqual(sharing);
});

it('a restricted person is not named by runs of text, headings, lists and tables (RIGHT-RESTRICT)', async () => {
  const { ask, keep, html, context } = await office();
  const bold = { type: 'text', text: 'Ada ', marks: [{ type: 'bold' }] };
  const named = [{ type: 'text', text: 'By ' }, bold, { type: 'text', text: 'Lovelace, on' }];
  const cut = [{ type: 'text', text: 'Lovelace,' }, { type: 'hardBreak' }, bold];
  const paragraph = { type: 'paragraph', content: named };
  const rows = ['tableHeader', 'tableCell'].map((type) => ({
    type: 'tableRow',
    content: [{ type, content: [paragraph] }],
  }));
  const discussion = richText.parse({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: named },
      { type: 'paragraph', content: cut },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
      { type: 'table', content: rows },
    ],
  });
  const title = 'A. Lovelace’s paper';
  const said = minutesOf(held, { items: [{ ...item, title, discussion }] });
  await keep({ ...said, id: minutes.id }, request({ type: 'restriction' }));
  const name = { what: 'minutes', id: minutes.id } as const;
  const { namesLeftOut } = valueOf(await ask('document', { name, for: 'preview' }));
  // In the title, the heading, the paragraph, the list and twice in the table; once for whom the meeting has.
  expect(namesLeftOut).toBe(7);
  expect(html()).toContain('By [name restricted], on');
  expect(html()).not.toMatch(/Lovelace|Ada/);
  const selected = selectFor('chair', ['minutes'], false, valueOf(opened(context())));
  expect(JSON.stringify(selected[0]?.records)).not.toMatch(/Lovelace|Ada/);
});

it('a document that names nobody who is restricted says so, while somebody is (RIGHT-RESTRICT)', async () => {
  const { ask, keep, context } = await office();
  const free = meeting('2026-11-02');
  await keep(free, request({ type: 'restriction' }));
  const name = { what: 'record', id: free.id } as const;
  expect(valueOf(await ask('document', { name, for: 'preview' })).namesLeftOut).toBe(0);
  const selected = selectFor('chair', ['incident'], false, valueOf(opened(context())));
  expect(selected).toMatchObject([{ masked: 0 }]);
});

it('a restricted record is changed for a correction only (RIGHT-RESTRICT, RIGHT-RECTIFY)', async () => {
  const { save, keep } = await office();
  await keep(request({ type: 'restriction' }));
  const changed = { ...ada, jobTitle: 'Countess' };
  expect(codeOf(await save(changed))).toBe('rights/restricted');
  await keep(request({ type: 'rectification' }));
  expect(codeOf(await save(changed))).toBe('ok');
});

it('a correction makes a task for each recipient of a bundle (RIGHT-RECTIFY)', async () => {
  const { keep, session, context } = await office();
  const asked = request({ type: 'rectification' });
  await keep(asked);
  const bundle = makeId('transfer', random());
  const transfer = {
    kind: 'transfer',
    id: bundle,
    purpose: 'accountability',
    bundle,
    recipients: [],
    recipientPost: 'treasurer',
    countries: ['GB'],
    method: 'passphrase',
    footing: null,
    safeguard: '',
    sealedAt: context().now,
    expires: day('2027-01-01'),
    contents: [],
    wider: null,
    acknowledged: null,
  } as const;
  const changes = [
    {
      id: bundle,
      before: null,
      after: { ...transfer, recipients: [], countries: ['GB'], contents: [] },
    },
  ];
  await session.commit(changes, 'bundle-sealed', context().now, [bundle, ada.id]);
  await keep({ ...asked, decision: 'upheld' });
  expect([...session.state.all('task')]).toMatchObject([
    { what: 'tell-recipient', because: asked.id, about: ada.id },
  ]);
});

it('nobody is erased who is the evidence of another’s open request, or whose request is open (RIGHT-ERASE)', async () => {
  const { ask, keep } = await office();
  await keep(request({ type: 'erasure', authorityBy: charles.id }));
  const erase = (id: string) => ask('erase', { id, reason: 'request', word: 'ERASE' });
  expect(codeOf(await erase(charles.id))).toBe('erasure/held');
  await keep(request({ person: mary.id }));
  expect(codeOf(await erase(mary.id))).toBe('erasure/held');
});

it.each<[string, Partial<Request>, string]>([
  [
    'answered before it came',
    { answered: day('2026-11-19'), decision: 'upheld' },
    'request/out-of-order',
  ],
  [
    'clarified before it was asked',
    { pauses: [{ asked: day('2026-11-22'), answered: day('2026-11-21') }] },
    'request/out-of-order',
  ],
  ['proven without being asked', { identityProven: day('2026-11-22') }, 'request/not-asked'],
  ['received tomorrow', { received: day('2026-11-25') }, 'record/in-future'],
  ['refused without reasons', { decision: 'refused' }, 'request/no-reasons'],
  ['answered without a decision', { answered: day('2026-11-22') }, 'request/undecided'],
  [
    'extended after the first month',
    { received: day('2026-09-01'), extendedOn: day('2026-11-01'), extensionReasons: 'Many.' },
    'request/extension-late',
  ],
  ['lifted, though it restricts nothing', { lifted: day('2026-11-22') }, 'request/not-lifted'],
])('a request is not kept that is %s (RIGHT-ACCESS)', async (_what, changes, code) => {
  const { save } = await office();
  expect(codeOf(await save(request(changes)))).toBe(code);
});

it('an objection to a publication that is upheld makes the task to take it down (RIGHT-UNPUBLISH)', async () => {
  const { keep, session } = await office();
  const asked = request({ type: 'removal' });
  await keep(asked);
  await keep({ ...asked, decision: 'upheld' });
  expect([...session.state.all('task')]).toMatchObject([{ what: 'take-down', because: asked.id }]);
});

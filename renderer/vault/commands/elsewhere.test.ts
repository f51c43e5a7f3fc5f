/** Documents that leave for a word processor or the clipboard: in the trail before they go, or not at all. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { ANONYMISED, BANNER } from '../../domain/banner.ts';
import { fail } from '../../domain/errors.ts';
import { codeOf, day, deskOf, meeting, minutesOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

const TODAY = '2026-03-10';
const anna = person('Anna Kowalska');
const held = meeting('2026-03-05');
const draft = minutesOf(held);
const to = 'ab'.repeat(16);
const format = 'docx';
const minutes = { what: 'minutes', id: draft.id } as const;
const period = { from: day('2026-01-01'), until: day('2026-12-31'), threshold: 5 };
const summary = { what: 'summary', ...period } as const;

async function office(notes = '', more: Parameters<typeof jo>[1] = {}) {
  const at = await jo(TODAY, more);
  await at.keep({ ...anna, notes }, held, draft);
  const head = () =>
    strFromU8(
      unzipSync(at.host.files.get(to) ?? new Uint8Array())['word/header1.xml'] ?? new Uint8Array(),
    );
  return { ...at, head };
}

it('as a Word file that carries the sentence, in the trail (BANNER, AUDIT)', async () => {
  const { ask, head, session } = await office();
  expect(codeOf(await ask('document.write', { name: minutes, format, to }))).toBe('ok');
  expect(head()).toContain(BANNER);
  expect(session.state.trail().at(-1)).toMatchObject({ action: 'exported', records: [draft.id] });
});

it('as text that begins with the sentence, in the trail (BANNER, AUDIT)', async () => {
  const { ask, session } = await office();
  const { text } = valueOf(await ask('document.text', { name: minutes }));
  expect(text.startsWith(`${BANNER}\n\n`)).toBe(true);
  expect(session.state.trail().at(-1)).toMatchObject({ action: 'exported', records: [draft.id] });
});

it('of counts by a door of their own, as a summary that names nobody (ANONYMISE)', async () => {
  const { ask, head, actions } = await office();
  expect(codeOf(await ask('document.write', { name: summary, format, to }))).toBe('ok');
  expect(head()).toContain(ANONYMISED);
  const { text } = valueOf(await ask('document.text', { name: summary }));
  expect(text).not.toContain(BANNER);
  expect(actions().slice(-2)).toEqual(['summarised', 'summarised']);
});

it('not at all where the place is gone or the text is too long: nothing is written, copied or noted', async () => {
  const gone = { fileAppend: async () => fail('file/failed') };
  const { ask, host, actions } = await office('word '.repeat(25_000), gone);
  const record = { what: 'record', id: anna.id } as const;
  expect(codeOf(await ask('document.text', { name: record }))).toBe('document/too-long-to-copy');
  expect(codeOf(await ask('document.write', { name: record, format, to }))).toBe('file/failed');
  expect(host.files.size).toBe(0);
  expect(actions()).not.toContain('exported');
});

/** Files of a record, from the request to the rows and back. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LARGEST_ATTACHMENT, attachmentsOf } from '../../domain/attachment.ts';
import { makeId } from '../../domain/ids.ts';
import type { RecordOf } from '../../domain/kinds.ts';
import { eraseForGood } from '../erasing.ts';
import { filesNamed } from '../desk/attaching.ts';
import { readRecords, writeRecords } from '../desk/bundle-records.ts';
import { groupOf } from '../desk/context.ts';
import { codeOf, day, deskOf, meeting, minutesOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

const TODAY = '2026-03-10';
const anna = person('Anna Kowalska', {
  emails: [{ label: '', address: 'anna@example.org' }],
  terms: [{ post: 'chair', from: day('2025-01-01'), until: null }],
});
const to = 'ab'.repeat(16);
const photo = new Uint8Array(
  readFileSync(new URL('../../../e2e/fixtures/photo-with-place.jpg', import.meta.url)),
);
const letter = new TextEncoder().encode('Dear Secretary, '.repeat(70_000));

async function withAnna() {
  const at = await jo(TODAY);
  await at.keep(anna);
  const attach = (bytes: Uint8Array, name: string, keepDetails = false, record: string = anna.id) =>
    at.ask('attachment.add', { record, ...at.host.put(bytes), name, keepDetails });
  const files = () => attachmentsOf(at.record(anna.id) ?? {});
  const opened = async () => valueOf(await at.ask('open', { id: anna.id }));
  /** The file as it is saved again. */
  const saved = async (name: string) => {
    const id = files().find((file) => file.name === name)?.id;
    if (!id) throw new Error('not attached');
    valueOf(await at.ask('attachment.save', { record: anna.id, id, to }));
    return at.host.files.get(to) ?? new Uint8Array();
  };
  return { ...at, attach, files, opened, saved };
}

test('a file is attached, found by its name, saved again byte for byte, and in the trail', async () => {
  const at = await withAnna();
  valueOf(await at.attach(letter, 'Letter from Harbour.txt'));
  expect(Buffer.compare(await at.saved('Letter from Harbour.txt'), letter)).toBe(0);
  expect(at.actions().slice(-2)).toEqual(['attached', 'exported']);
  const hits = await at.ask('find', { text: 'letter from harbour', kinds: ['person'], limit: 5 });
  expect(valueOf(hits).map(({ id }) => id)).toEqual([anna.id]);
  const dropped = new File([letter], 'dropped.txt');
  const asked = { record: anna.id, name: dropped.name, from: { dropped }, keepDetails: false };
  valueOf(await at.ask('attachment.add', asked));
  expect(Buffer.compare(await at.saved('dropped.txt'), letter)).toBe(0);
});

test('a file is attached to any record that has a place for files, but to a group in no way but its own', async () => {
  const at = await withAnna();
  const enquiry: RecordOf<'enquiry'> = {
    kind: 'enquiry',
    id: makeId('enquiry', crypto.getRandomValues(new Uint8Array(16))),
    purpose: 'enquiries',
    person: anna.id,
    received: day(TODAY),
    channel: 'email',
    officer: null,
    need: '',
    outcome: '',
    closed: null,
    sharings: [],
  };
  await at.keep(enquiry);
  valueOf(await at.attach(letter, 'Letter.txt', false, enquiry.id));
  expect(attachmentsOf(at.record(enquiry.id) ?? {})).toMatchObject([{ name: 'Letter.txt' }]);
  const [group = ''] = at.session.state.ids('group');
  expect(codeOf(await at.attach(photo, 'Logo.jpg', false, group))).toBe('record/gone');
});

test('a picture loses its details unless they are to be kept; one that cannot is refused', async () => {
  const at = await withAnna();
  valueOf(await at.attach(photo, 'bare.jpg'));
  valueOf(await at.attach(photo, 'whole.jpg', true));
  expect(at.files().map(({ details }) => details)).toEqual(['removed', 'kept']);
  expect(Buffer.from(await at.saved('bare.jpg')).includes('Ottoline')).toBe(false);
  expect(Buffer.compare(await at.saved('whole.jpg'), photo)).toBe(0);
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  expect(codeOf(await at.attach(heic, 'phone.heic'))).toBe('attachment/details-stay');
  expect(codeOf(await at.attach(heic, 'phone.heic', true))).toBe('ok');
  const cut = photo.subarray(0, 3_000);
  expect(codeOf(await at.attach(cut, 'cut.jpg'))).toBe('attachment/picture-damaged');
  expect(codeOf(await at.attach(cut, 'cut.jpg', true))).toBe('ok');
});

test('a file that is empty, too large, gone, or for no such record is refused, and nothing is left', async () => {
  const at = await withAnna();
  const { handle } = at.host.put(letter).from;
  const add = (record: string, size: number) =>
    at.ask('attachment.add', { record, name: 'a.txt', from: { handle, size }, keepDetails: false });
  expect(codeOf(await at.attach(new Uint8Array(), 'empty'))).toBe('attachment/empty');
  expect(codeOf(await add(anna.id, LARGEST_ATTACHMENT + 1))).toBe('attachment/too-large');
  // It was cut after it was chosen.
  expect(codeOf(await add(anna.id, letter.length + 1))).toBe('file/gone');
  expect(codeOf(await add(person('Nobody').id, letter.length))).toBe('record/gone');
  const march = meeting('2026-03-05');
  const draft = minutesOf(march);
  await at.keep(march, draft);
  expect(codeOf(await add(draft.id, letter.length))).toBe('record/gone');
  at.cancel.asked = true;
  expect(codeOf(await add(anna.id, letter.length))).toBe('wall/cancelled');
  expect(at.files()).toEqual([]);
  expect(await at.session.blobs.sweep(() => new Set())).toBe(0);
});

test('the keys of files stay in the vault: not in what a page is shown, and none comes from it', async () => {
  const at = await withAnna();
  valueOf(await at.attach(letter, 'letter.txt'));
  const { record, attachments, revision } = await at.opened();
  const [file] = at.files();
  expect(JSON.stringify({ record, attachments })).not.toContain(file?.blob.key ?? '');
  expect(attachments).toMatchObject([{ name: 'letter.txt', size: letter.length }]);
  // The page saves the record as it was shown, or with files that it made up.
  const { files } = at;
  valueOf(await at.ask('save', { record, base: revision }));
  expect(files()).toEqual([file]);
  const forged = { ...anna, attachments: [] };
  valueOf(await at.ask('save', { record: forged, base: (await at.opened()).revision }));
  expect(files()).toEqual([file]);
});

test('removing a file can be undone, and the record and its file are edited side by side', async () => {
  const at = await withAnna();
  const [added] = await Promise.all([
    at.attach(letter, 'letter.txt'),
    at.save({ ...anna, notes: 'While the file was sealed.' }),
  ]);
  valueOf(added);
  expect(at.record(anna.id)).toMatchObject({ notes: 'While the file was sealed.' });
  const [file] = at.files();
  if (!file) throw new Error('not attached');
  valueOf(await at.ask('attachment.remove', { record: anna.id, id: file.id }));
  expect(at.files()).toEqual([]);
  expect(at.record(anna.id)).not.toHaveProperty('attachments');
  // Its bytes are there for as long as it can be had back.
  expect(filesNamed(at.desk)).toContain(file.blob.id);
  valueOf(await at.ask('undo', {}));
  expect(Buffer.compare(await at.saved('letter.txt'), letter)).toBe(0);
  at.desk.undo.length = 0;
  at.desk.redo.length = 0;
  valueOf(await at.ask('remove', { id: anna.id, base: (await at.opened()).revision }));
  at.desk.undo.length = 0;
  expect(filesNamed(at.desk).size).toBe(0);
});

test('an import that changes a person keeps the files, and neither it nor a bundle holds their keys', async () => {
  const at = await withAnna();
  valueOf(await at.attach(letter, 'letter.txt'));
  const [file] = at.files();
  const list = 'Name,E-mail,Organisation\nAnna Kowalska,anna@example.org,Harbour\n';
  await at.ask('import.read', { ...at.host.putText(list), route: 'direct' });
  const { import: id } = valueOf(await at.ask('import.apply', {}));
  expect(at.record(anna.id)).toMatchObject({ organisation: 'Harbour', attachments: [file] });
  expect(JSON.stringify(at.record(id))).not.toContain(file?.blob.key ?? '');

  const held = at.record(anna.id);
  const records = held ? [held] : [];
  const group = groupOf(at.session);
  const [, sheet] = writeRecords({ group, records, names: new Map(), leftOut: [] });
  if (!sheet) throw new Error('nobody in the bundle');
  expect(new TextDecoder().decode(sheet.bytes)).not.toMatch(/attachments|letter\.txt/);
  // A bundle of somebody else's making may hold some: they are not taken.
  const forged = new TextDecoder()
    .decode(sheet.bytes)
    .replace('"kind": "person"', `"attachments": ${JSON.stringify([file])}, "kind": "person"`);
  const files = writeRecords({ group, records: [], names: new Map(), leftOut: [] });
  const read = readRecords([...files, { ...sheet, bytes: new TextEncoder().encode(forged) }]);
  expect(forged).toContain('letter.txt');
  expect(valueOf(read).records).toHaveLength(1);
  expect(JSON.stringify(valueOf(read).records)).not.toContain('attachments');

  valueOf(await at.ask('import.undo', { id: id as never }));
  expect(at.record(anna.id)).toMatchObject({ organisation: '', attachments: [file] });
});

test('erasing the record erases the keys of its files', async () => {
  const at = await withAnna();
  valueOf(await at.attach(photo, 'photo.jpg'));
  const decision = { reason: 'request', places: [], now: Date.parse('2026-03-10T12:00Z') } as const;
  valueOf(await eraseForGood(at.session, [anna.id], decision));
  at.desk.undo.length = 0;
  expect(filesNamed(at.desk).size).toBe(0);
});

test('after a renewal of keys every file has a key that nobody knew before, and the old rows are gone', async () => {
  const at = await withAnna();
  valueOf(await at.attach(letter, 'letter.txt'));
  const [before] = at.files();
  valueOf(await at.ask('attachment.renew', {}));
  expect(at.files()).toEqual([before]);
  // A file of an earlier profile: what a renewal leaves behind.
  const held = at.record(anna.id);
  if (held?.kind !== 'person' || !before) throw new Error('not attached');
  const old = { ...before, blob: { ...before.blob, by: '00'.repeat(32) } };
  const after = { ...held, attachments: [old] };
  valueOf(await at.session.commit([{ id: anna.id, before: held, after }], 'edited', 0));
  const { ids } = valueOf(await at.ask('attachment.renew', {}));
  expect(ids).toEqual([anna.id]);
  const [renewed] = at.files();
  expect(renewed?.blob.key).not.toBe(before.blob.key);
  expect(Buffer.compare(await at.saved('letter.txt'), letter)).toBe(0);
  expect(await at.session.blobs.read(before.blob, 0)).toMatchObject({ ok: false });
});

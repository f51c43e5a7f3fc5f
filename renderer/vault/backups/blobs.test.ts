/** Attached files in backups over disks in memory: written once, shared, gone with the last that lists them, restored. */
import { expect, test } from 'vitest';
import { attachmentsOf } from '../../domain/attachment.ts';
import { fail } from '../../domain/errors.ts';
import { codeOf, deskOf, person, valueOf } from '../commands/test-kit.ts';
import { emptyDisk, placesOn } from '../test-kit.ts';
import { openBackup } from './restore.ts';
import { disksInMemory } from './test-kit.ts';
import { verifyBackup } from './verify.ts';

const jo = deskOf('Jo Example', 'GB');

const MONDAY = '2026-11-23';
const short = new TextEncoder().encode('Dear Secretary');
/** Two chunks and a bit. */
const long = new Uint8Array(2_100_000).map((_, at) => at % 251);

/** A vault with somebody who has two files, before the first backup. */
async function withFiles(...places: string[]) {
  const disks = disksInMemory(...places);
  const at = await jo(MONDAY, disks.port);
  const anna = person('Anna Kowalska');
  await at.keep(anna);
  const attach = async (bytes: Uint8Array, name: string) =>
    valueOf(
      await at.ask('attachment.add', {
        record: anna.id,
        ...at.host.put(bytes),
        name,
        keepDetails: false,
      }),
    );
  await attach(short, 'short.txt');
  await attach(long, 'long.bin');
  const run = async () =>
    valueOf(await at.ask('backup.run', {})).map(({ state, failure }) =>
      failure ? `${state} ${failure.code}` : state,
    );
  const files = () => attachmentsOf(at.record(anna.id) ?? {});
  const nameOf = (file: string) => {
    const id = files().find(({ name }) => name === file)?.blob.id ?? '';
    return `muniment-${at.session.vaultId.slice(0, 8)}-blobs/${id}.blob`;
  };
  const check = async (place = 'a') =>
    at.ask('backup.check', { place, name: disks.names(place).at(-1) ?? '' });
  return { ...at, disks, anna, attach, run, files, nameOf, check };
}
type WithFiles = Awaited<ReturnType<typeof withFiles>>;

/** Restores the newest backup of a disk where no vault was; answers what became of each file. */
async function restored({ disks, anna, recoveryKey }: WithFiles) {
  const places = placesOn(emptyDisk());
  const opener = { recoveryKey };
  const { port } = disksInMemory();
  const restoring = valueOf(await openBackup(places, port, disks.source('a'), opener));
  const session = valueOf(await restoring.finish(Date.parse('2026-11-30T12:00:00Z')));
  const held = session.state.get(anna.id)?.record ?? {};
  const files = attachmentsOf(held).map(async ({ name, blob }) => {
    const read = await session.blobs.readWhole(blob);
    const bytes = name === 'short.txt' ? short : long;
    return read.ok ? Buffer.compare(read.value, bytes) === 0 : read.error.code;
  });
  return { told: restoring.files, files: await Promise.all(files) };
}

function harm({ disks }: WithFiles, name: string, at = 20): void {
  const bytes = Uint8Array.from(disks.disk('a').files.get(name) ?? []);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  disks.disk('a').files.set(name, bytes);
}

test('each file is written once, in each place, and shared by the backups there', async () => {
  const all = await withFiles('a', 'b');
  expect(await all.run()).toEqual(['made', 'made']);
  const names = [all.nameOf('short.txt'), all.nameOf('long.bin')].sort();
  expect([all.disks.blobs('a'), all.disks.blobs('b')]).toEqual([names, names]);
  const first = all.disks.disk('a').files.get(all.nameOf('long.bin'));
  await all.keep(person('Dora New'));
  all.isOn('2026-11-24');
  expect(await all.run()).toEqual(['made', 'made']);
  expect(all.disks.names('a')).toHaveLength(2);
  expect(all.disks.disk('a').files.get(all.nameOf('long.bin'))).toBe(first);
  expect(codeOf(await all.check('b'))).toBe('ok');
  expect(Buffer.from(first ?? []).includes(Buffer.from(long.subarray(0, 64)))).toBe(false);
});

test('a file goes when no backup that is kept lists it, and not before', async () => {
  const all = await withFiles('a');
  await all.run();
  const gone = all.nameOf('short.txt');
  const [first] = all.files();
  if (!first) throw new Error('nothing is attached');
  valueOf(await all.ask('attachment.remove', { record: all.anna.id, id: first.id }));
  all.isOn('2026-11-24');
  await all.run();
  expect(all.disks.blobs('a')).toContain(gone);
  const [monday = ''] = all.disks.names('a');
  all.disks.disk('a').files.delete(monday);
  // One that is of a later program may list it.
  const later = monday.replace(MONDAY, '2026-11-22');
  all.disks
    .disk('a')
    .files.set(later, new TextEncoder().encode(`MUNIMENT BACKUP\n\0\t${' '.repeat(99)}`));
  await all.keep(person('Dora New'));
  await all.run();
  expect(all.disks.blobs('a')).toContain(gone);
  all.disks.disk('a').files.delete(later);
  await all.keep(person('Emil New'));
  await all.run();
  expect(all.disks.blobs('a')).toEqual([all.nameOf('long.bin')]);
});

test('what was erased takes its files out of every place that is there', async () => {
  const all = await withFiles('a', 'b');
  await all.run();
  all.isOn('2026-11-24');
  await all.keep(person('Stays Here'));
  await all.run();
  valueOf(await all.ask('erase', { id: all.anna.id, reason: 'request', word: 'ERASE' }));
  expect(all.disks.names('a')).toHaveLength(2);
  expect([all.disks.blobs('a'), all.disks.blobs('b')]).toEqual([[], []]);
  expect(codeOf(await all.check())).toBe('ok');
});

test('a disk that is full in the middle of a file keeps the earlier backups, and nothing half written', async () => {
  const all = await withFiles('a');
  await all.run();
  const [names, blobs] = [all.disks.names('a'), all.disks.blobs('a')];
  await all.attach(long, 'again.bin');
  all.disks.disk('a').full = 1_500_000;
  expect(await all.run()).toEqual(['failed backup/disk-full']);
  expect([all.disks.names('a'), all.disks.blobs('a')]).toEqual([names, blobs]);
  expect(all.disks.pending.size).toBe(0);
  expect(codeOf(await all.check())).toBe('ok');
  all.disks.disk('a').full = Number.POSITIVE_INFINITY;
  all.disks.disk('a').flips = true;
  expect(await all.run()).toEqual(['failed backup/failed']);
  expect(all.disks.blobs('a')).toEqual(blobs);
  all.disks.disk('a').flips = false;
  all.cancel.asked = true;
  expect(await all.run()).toEqual(['failed wall/cancelled']);
  all.cancel.asked = false;
  expect(await all.run()).toEqual(['made']);
});

test('one that was deleted by hand is put back; one that was altered is found by a check', async () => {
  const all = await withFiles('a');
  await all.run();
  const name = all.nameOf('long.bin');
  all.disks.disk('a').files.delete(name);
  expect(codeOf(await all.check())).toBe('backup/files-damaged');
  expect(await all.run()).toEqual(['made']);
  expect(codeOf(await all.check())).toBe('ok');
  harm(all, name);
  expect(await all.run()).toEqual(['fresh']);
  expect(codeOf(await all.check())).toBe('backup/files-damaged');
});

test('one that is damaged here stops no backup, and its copy stays in the place that has it', async () => {
  const all = await withFiles('a', 'b');
  all.disks.disk('b').here = false;
  await all.run();
  const rows = [...all.disk.stores.values()][0]?.blobs;
  const id = all.files().find(({ name }) => name === 'long.bin')?.blob.id ?? '';
  rows?.delete(`${id}-1`);
  await all.keep(person('Dora New'));
  all.disks.disk('b').here = true;
  expect(await all.run()).toEqual(['made', 'made backup/files-left-out']);
  expect(all.disks.blobs('a')).toContain(all.nameOf('long.bin'));
  expect(all.disks.blobs('b')).toEqual([all.nameOf('short.txt')]);
  expect(valueOf(await all.ask('backup.status', {}))).toMatchObject([
    { failure: null },
    { failure: { code: 'backup/files-left-out' } },
  ]);
  expect(await restored(all)).toEqual({ told: { named: 2, lost: 0 }, files: [true, true] });
});

test('they are restored where the vault never was; what is missing or altered keeps nothing else back', async () => {
  const all = await withFiles('a');
  await all.run();
  expect(await restored(all)).toEqual({ told: { named: 2, lost: 0 }, files: [true, true] });
  harm(all, all.nameOf('long.bin'), 2_000_000);
  const half = { told: { named: 2, lost: 1 }, files: [true, 'attachment/damaged'] };
  expect(await restored(all)).toEqual(half);
  all.disks.disk('a').files.delete(all.nameOf('long.bin'));
  expect(await restored(all)).toEqual(half);
});

test('a disk that is pulled out while files are restored changes nothing', async () => {
  const all = await withFiles('a');
  await all.run();
  const disk = emptyDisk();
  const source = all.disks.source('a');
  let out = false;
  const beside: typeof source.beside = (name) => {
    const readAt = source.beside(name);
    return async (...at) => (out ? fail('file/gone') : readAt(...at));
  };
  const opener = { recoveryKey: all.recoveryKey };
  const { port } = disksInMemory();
  const restoring = valueOf(await openBackup(placesOn(disk), port, { ...source, beside }, opener));
  out = true;
  expect(codeOf(await restoring.finish(0))).toBe('file/gone');
  expect(disk.headers).toEqual([]);
});

test('npm run verify names the files that are missing or damaged', async () => {
  const all = await withFiles('a');
  await all.run();
  const verify = async () => {
    const said: string[] = [];
    const isWhole = await verifyBackup(all.disks.source('a'), null, (line) => said.push(line));
    return { isWhole, said: said.join('\n') };
  };
  const whole = await verify();
  expect(whole.isWhole).toBe(true);
  expect(whole.said).toMatch(/2 sealed files beside it \(2,[\d,]+ bytes\); all there/);
  harm(all, all.nameOf('short.txt'));
  const { isWhole, said } = await verify();
  expect(isWhole).toBe(false);
  expect(said).toContain(`1 missing or damaged:\n  ${all.nameOf('short.txt')}`);
});

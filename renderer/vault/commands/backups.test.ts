/** What the screen asks about backups, and what an erasure does to them. */
import { expect, it } from 'vitest';
import { readBackup } from '../backups/read.ts';
import { openInMemory } from '../backups/in-memory.ts';
import { disksInMemory, readerOf } from '../backups/test-kit.ts';
import { tendBackups } from '../desk/backing-up.ts';
import { opened } from '../desk/context.ts';
import { deskOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

async function withDisk() {
  const disks = disksInMemory('a');
  const desk = await jo('2026-11-23', disks.port);
  return { disks, desk };
}
type AtDesk = Awaited<ReturnType<typeof withDisk>>;

const run = async ({ desk }: AtDesk) => valueOf(await desk.ask('backup.run', {}));
const status = async ({ desk }: AtDesk) => valueOf(await desk.ask('backup.status', {}));

it('tells how old the last good backup is, what changed since, and why one was not made', async () => {
  const all = await withDisk();
  const { disks, desk } = all;
  expect(await status(all)).toMatchObject([{ id: 'a', here: true, good: null, failure: null }]);
  expect(await run(all)).toEqual([{ place: 'a', state: 'made', failure: null }]);
  desk.isOn('2026-12-01');
  await desk.keep(person('Dora New'));
  expect(await status(all)).toMatchObject([
    { good: { day: '2026-11-23', days: 8, since: 1 }, failure: null },
  ]);
  desk.isOn('2026-11-20');
  expect(await status(all)).toMatchObject([{ good: { days: -3 } }]);
  disks.disk('a').full = 10;
  await run(all);
  expect(await status(all)).toMatchObject([{ failure: { code: 'backup/disk-full' } }]);
  disks.disk('a').full = Number.POSITIVE_INFINITY;
  await run(all);
  expect(await status(all)).toMatchObject([{ failure: null, good: { since: 0 } }]);
});

it('notices a store that is behind a backup of it, as soon as it is asked', async () => {
  const all = await withDisk();
  await all.desk.keep(person('Dora New'));
  await run(all);
  const rolledBack = await jo('2026-11-24', all.disks.port);
  expect(valueOf(await rolledBack.ask('backup.status', {}))).toMatchObject([
    { failure: { code: 'backup/ahead' } },
  ]);
  expect(valueOf(await rolledBack.ask('backup.run', {}))).toMatchObject([{ state: 'failed' }]);
});

it('lists what is in a place, and reads one back', async () => {
  const all = await withDisk();
  const { disks, desk } = all;
  await run(all);
  const [found] = valueOf(await desk.ask('backup.generations', { place: 'a' }));
  expect(found).toMatchObject({ day: '2026-11-23', changes: 1, failure: null });
  const name = found?.name ?? '';
  expect(await desk.ask('backup.check', { place: 'a', name })).toMatchObject({ ok: true });
  const bytes = disks.disk('a').files.get(name) ?? new Uint8Array();
  disks.disk('a').files.set(name, bytes.slice(0, -1));
  expect(await desk.ask('backup.check', { place: 'a', name })).toMatchObject({
    error: { code: 'backup/damaged' },
  });
  disks.disk('a').files.clear();
  expect(await desk.ask('backup.check', { place: 'a', name })).toMatchObject({
    error: { code: 'backup/gone' },
  });
});

it('an erasure seals the backups anew, and the certificate says so (ERASE)', async () => {
  const all = await withDisk();
  const { disks, desk } = all;
  const gone = person('Gone Soon');
  await desk.keep(gone);
  await run(all);
  const { bytes: before } = disks.file('a', desk.session.state.revision);
  const sequence = desk.session.state.revision;
  valueOf(await desk.ask('erase', { id: gone.id, reason: 'request', word: 'ERASE' }));
  const [certificate] = desk.session.state.all('erasure');
  expect(certificate?.places).toEqual([{ id: 'a', name: 'Disk a', state: 'done' }]);
  const { bytes } = disks.file('a', sequence);
  expect(Buffer.compare(bytes, before)).not.toBe(0);
  const read = valueOf(await readBackup(readerOf(bytes)));
  const copy = valueOf(await openInMemory(read, { recoveryKey: desk.recoveryKey }));
  expect(copy.session.state.get(gone.id)).toBeUndefined();
});

it('unasked, a place without a backup of the last day gets one, and an absent one is left alone', async () => {
  const all = await withDisk();
  const { disks, desk } = all;
  const tend = async () => {
    const open = valueOf(opened(desk.context()));
    return valueOf(await tendBackups(open)).map(({ state }) => state);
  };
  disks.disk('a').here = false;
  expect(await tend()).toEqual([]);
  disks.disk('a').here = true;
  expect(await tend()).toEqual(['made']);
  await desk.keep(person('Dora New'));
  expect(await tend()).toEqual([]);
  desk.isOn('2026-11-25');
  expect(await tend()).toEqual(['made']);
  desk.isOn('2026-11-01');
  await desk.keep(person('Emil Newer'));
  expect(await tend()).toEqual(['made']);
});

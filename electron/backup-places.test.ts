import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../renderer/domain/errors.ts';
import { type BackupPlaces, openBackupPlaces } from './backup-places.ts';
import { openSettings } from './host-settings.ts';

const NAME = 'muniment-0123abcd-2026-11-23-0000000007.backup';
let root = '';
let own = '';
let disk = '';
let now = 1_000;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'muniment-places-'));
  [own, disk] = [join(root, 'own'), join(root, 'Red stick')];
  for (const folder of [own, disk]) mkdirSync(folder);
  now = 1_000;
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const start = async (): Promise<BackupPlaces> =>
  openBackupPlaces(await openSettings(join(own, 'host.json')), own, () => now);
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);
async function write(places: BackupPlaces, id: string, text: string): Promise<void> {
  const handle = must(await places.begin(id, NAME));
  must(await places.append(handle, bytes(text)));
  must(await places.commit(handle));
}
const filesIn = (folder: string) =>
  readdirSync(folder).filter((name) => name !== '.muniment-place');

describe('a place of backups', () => {
  it('is remembered by its mark, also when it comes back under another path', async () => {
    const { id } = must(await (await start()).add(disk));
    const moved = join(root, 'Elsewhere');
    renameSync(disk, moved);
    const places = await start();
    expect(await places.all()).toEqual([
      { id, name: 'Red stick', here: false, absentSince: 1_000, good: null },
    ]);
    now = 9_000;
    expect((await places.all())[0]?.absentSince).toBe(1_000);
    expect(must(await places.add(moved))).toEqual({
      id,
      name: 'Elsewhere',
      here: true,
      absentSince: null,
      good: null,
    });
    expect(await places.all()).toHaveLength(1);
  });

  it('is not an empty folder under its path, nor another disk there', async () => {
    const places = await start();
    const { id } = must(await places.add(disk));
    renameSync(disk, join(root, 'away'));
    mkdirSync(disk);
    expect(codeOf(await places.list(id))).toBe('backup/place-absent');
    expect(codeOf(await places.begin(id, NAME))).toBe('backup/place-absent');
    const other = must(await (await start()).add(disk));
    expect(other.id).toBe(id);
    rmSync(disk, { recursive: true });
    renameSync(join(root, 'away'), disk);
    expect(codeOf(await places.list(id))).toBe('ok');
  });

  it('is never inside the program’s own folder, where a copy would be lost with it', async () => {
    const places = await start();
    mkdirSync(join(own, 'copies'));
    symlinkSync(join(own, 'copies'), join(root, 'link'));
    for (const folder of [own, join(own, 'copies'), join(root, 'link')])
      expect(codeOf(await places.add(folder))).toBe('backup/inside');
    expect(await places.all()).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('that refuses to be written to is not taken', async () => {
    expect(codeOf(await (await start()).add('/sys/kernel'))).toBe('backup/read-only');
    expect(codeOf(await (await start()).add(join(root, 'nowhere')))).toBe('backup/failed');
  });

  it('shows, reads and removes files of one form only', async () => {
    const places = await start();
    const { id } = must(await places.add(disk));
    writeFileSync(join(disk, 'letter.odt'), 'private');
    symlinkSync(join(disk, 'letter.odt'), join(disk, NAME.replace('007', '008')));
    mkdirSync(join(disk, NAME.replace('007', '009')));
    await write(places, id, 'whole');
    expect(must(await places.list(id))).toEqual([{ name: NAME, size: 5 }]);
    expect(must(await places.read(id, NAME, 1, 3))).toEqual(bytes('hol'));
    expect(must(await places.read(id, NAME, 5, 3))).toEqual(bytes(''));
    must(await places.good(id, NAME, 77));
    expect((await (await start()).all())[0]?.good).toEqual({ name: NAME, at: 77 });
    must(await places.remove(id, NAME));
    expect(codeOf(await places.read(id, NAME, 0, 1))).toBe('backup/gone');
    expect(filesIn(disk)).toContain('letter.odt');
    places.forget(id);
    expect(await places.all()).toEqual([]);
    expect(codeOf(await places.list(id))).toBe('backup/place-absent');
  });

  it('has the old file under a name until the new one is whole, and nothing of one that was left off', async () => {
    const places = await start();
    const { id } = must(await places.add(disk));
    await write(places, id, 'old');
    const handle = must(await places.begin(id, NAME));
    expect(places.busy()).toBe(true);
    must(await places.append(handle, bytes('new, ')));
    must(await places.append(handle, bytes('and longer')));
    expect(must(await places.readBack(handle, 3, 5))).toEqual(bytes(', and'));
    expect(readFileSync(join(disk, NAME), 'utf8')).toBe('old');
    await places.abortAll();
    expect(places.busy()).toBe(false);
    expect(filesIn(disk)).toEqual([NAME]);
    expect(codeOf(await places.commit(handle))).toBe('backup/failed');
    await write(places, id, 'new');
    expect(readFileSync(join(disk, NAME), 'utf8')).toBe('new');
  });

  it('keeps sealed files in a folder beside the backups, and follows no link out of it', async () => {
    const places = await start();
    const { id } = must(await places.add(disk));
    const beside = 'muniment-0123abcd-blobs';
    const name = `${beside}/${'ab'.repeat(16)}.blob`;
    expect(must(await places.blobs(id, '0123abcd'))).toEqual([]);
    const begin = async (text: string) => {
      const handle = must(await places.begin(id, name));
      must(await places.append(handle, bytes(text)));
      return handle;
    };
    must(await places.commit(await begin('sealed')));
    writeFileSync(join(disk, beside, 'letter.odt'), 'private');
    expect(must(await places.blobs(id, '0123abcd'))).toEqual([{ name, size: 6 }]);
    expect(must(await places.list(id))).toEqual([]);
    expect(must(await places.read(id, name, 0, 9))).toEqual(bytes('sealed'));
    // Killed in the middle of it.
    await begin('half');
    expect(filesIn(join(disk, beside))).toHaveLength(3);
    const again = await start();
    await again.abort(must(await again.begin(id, NAME)));
    expect(filesIn(join(disk, beside))).toHaveLength(2);
    must(await places.remove(id, name));
    expect(filesIn(join(disk, beside))).toEqual(['letter.odt']);

    rmSync(join(disk, beside), { recursive: true });
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(disk, beside));
    expect(codeOf(await again.begin(id, name))).toBe('backup/failed');
    writeFileSync(join(root, 'elsewhere', `${'ab'.repeat(16)}.blob`), 'private');
    expect(must(await again.blobs(id, '0123abcd'))).toEqual([]);
  });

  it('loses what a program that was killed left unfinished, at the next backup', async () => {
    const killed = await start();
    const { id } = must(await killed.add(disk));
    must(await killed.append(must(await killed.begin(id, NAME)), bytes('half')));
    expect(filesIn(disk)).toHaveLength(1);
    await write(await start(), id, 'whole');
    expect(filesIn(disk)).toEqual([NAME]);
  });

  it('that is full keeps the earlier backup and says so', async (test) => {
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    if (mounted.status !== 0) test.skip('This machine lets nobody mount a small disk.');
    try {
      const places = await start();
      const { id } = must(await places.add(disk));
      await write(places, id, 'old');
      const handle = must(await places.begin(id, NAME));
      expect(codeOf(await places.append(handle, new Uint8Array(256 * 1024)))).toBe(
        'backup/disk-full',
      );
      expect(filesIn(disk)).toEqual([NAME]);
      expect(readFileSync(join(disk, NAME), 'utf8')).toBe('old');
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginFile, writeFileAtomically } from './atomic-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-atomic-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('an atomic file', () => {
  it('takes its name only when it is committed, and until then the old one stands', async () => {
    const path = join(folder, 'minutes.pdf');
    writeFileSync(path, 'old');
    const begun = await beginFile(path);
    if (!begun.ok) throw new Error(begun.error.code);
    await begun.value.append(bytes('new '));
    await begun.value.append(bytes('and longer'));
    expect(readFileSync(path, 'utf8')).toBe('old');

    expect(await begun.value.commit()).toEqual({ ok: true, value: null });
    expect(readFileSync(path, 'utf8')).toBe('new and longer');
    expect(readdirSync(folder)).toEqual(['minutes.pdf']);
  });

  it('leaves nothing behind when it is given up, and cannot be written to afterwards', async () => {
    const begun = await beginFile(join(folder, 'x'));
    if (!begun.ok) throw new Error(begun.error.code);
    await begun.value.append(bytes('half'));
    expect(readdirSync(folder)).toHaveLength(1);
    await begun.value.abort();
    expect(readdirSync(folder)).toEqual([]);
    expect(await begun.value.append(bytes('more'))).toEqual({
      ok: false,
      error: { code: 'file/failed' },
    });
  });

  it('keeps what had the name when the name cannot be taken', async () => {
    const path = join(folder, 'taken');
    mkdirSync(join(path, 'inside'), { recursive: true });
    expect(await writeFileAtomically(path, bytes('x'))).toMatchObject({ ok: false });
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(readdirSync(path)).toEqual(['inside']);
  });

  it.runIf(process.platform === 'linux')(
    'says file/read-only where the folder refuses, also to root',
    async () => {
      expect(await writeFileAtomically('/sys/kernel/muniment', bytes('x'))).toEqual({
        ok: false,
        error: { code: 'file/read-only' },
      });
    },
  );

  it('says file/failed for a folder that is not there', async () => {
    expect(await writeFileAtomically(join(folder, 'no', 'x'), bytes('x'))).toEqual({
      ok: false,
      error: { code: 'file/failed' },
    });
  });

  it('says file/disk-full on a full disk, keeps the old file and leaves nothing else', async (test) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    if (mounted.status !== 0) test.skip('This machine lets nobody mount a small disk.');
    try {
      const path = join(disk, 'keys');
      expect(await writeFileAtomically(path, bytes('old'))).toMatchObject({ ok: true });
      expect(await writeFileAtomically(path, new Uint8Array(256 * 1024))).toEqual({
        ok: false,
        error: { code: 'file/disk-full' },
      });
      expect(readFileSync(path, 'utf8')).toBe('old');
      expect(readdirSync(disk)).toEqual(['keys']);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

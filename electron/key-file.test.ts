import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFile } from './key-file.ts';

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'muniment-keys-'));
  folder = join(root, 'vault');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('the key file', () => {
  it('is nothing before its first write', async () => {
    expect(await keyFile(folder).read()).toEqual({ ok: true, value: [] });
  });

  it('keeps the two newest generations, newest first, and no older one', async () => {
    const keys = keyFile(folder);
    for (const generation of [1, 2, 3]) await keys.write(bytes(generation));
    expect(await keyFile(folder).read()).toEqual({ ok: true, value: [bytes(3), bytes(2)] });
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('does not write over a good generation when the newest one is damaged', async () => {
    const keys = keyFile(folder);
    await keys.write(bytes(1));
    await keys.write(bytes(2));
    const [older = '', newer = ''] = readdirSync(folder).sort();
    writeFileSync(join(folder, newer), '');
    expect(await keys.read()).toEqual({ ok: true, value: [bytes(), bytes(1)] });

    await keys.write(bytes(3));
    expect(await keys.read()).toEqual({ ok: true, value: [bytes(3), bytes()] });
    expect(readdirSync(folder)).not.toContain(older);
  });

  it('ignores what a write that was cut short left, and clears it at the next', async () => {
    const keys = keyFile(folder);
    await keys.write(bytes(1));
    writeFileSync(join(folder, '.keys-0000000002.muniment.abc.muniment-part'), 'half');
    expect(await keys.read()).toEqual({ ok: true, value: [bytes(1)] });
    await keys.write(bytes(2));
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('never passes off a folder that cannot be read as an absent vault', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    expect(await keyFile(folder).read()).toEqual({ ok: false, error: { code: 'file/failed' } });
    expect(await keyFile(folder).write(bytes(1))).toMatchObject({ ok: false });
  });

  it('never passes off a generation that cannot be read as an absent one', async () => {
    mkdirSync(join(folder, 'keys-0000000001.muniment'), { recursive: true });
    expect(await keyFile(folder).read()).toEqual({ ok: false, error: { code: 'file/failed' } });
  });
});

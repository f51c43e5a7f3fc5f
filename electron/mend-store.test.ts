import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PART_SUFFIX } from './atomic-file.ts';
import { isStoreTorn, mendStore } from './mend-store.ts';
import { openStoreLogs } from './store-log.ts';

const logs = await openStoreLogs();
const records = [Buffer.from('made'), Buffer.from('changed'), Buffer.from('cut short')];
const whole = Buffer.from(logs.write(records.slice(0, 2)));
const torn = Buffer.from(logs.write(records)).subarray(0, -3);

let folder = '';
const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
const bytesOf = (name: string) => readFileSync(join(folder, name));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-store-'));
  put('CURRENT', Buffer.from('MANIFEST-000001\n'));
  put('000005.ldb', torn);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the store', () => {
  it('is given back what is whole of a log that was cut short, and nothing else is touched', async () => {
    put('000007.log', torn);
    put('MANIFEST-000001', Buffer.concat([torn, whole]));
    put(`.000007.log.0123${PART_SUFFIX}`, whole);
    expect(await isStoreTorn(folder)).toBe(true);
    expect(await mendStore(folder)).toEqual({ ok: true, value: null });
    expect(await isStoreTorn(folder)).toBe(false);
    expect(bytesOf('000007.log')).toEqual(whole);
    const twice = [...records.slice(0, 2), ...records.slice(0, 2)];
    expect(bytesOf('MANIFEST-000001')).toEqual(Buffer.from(logs.write(twice)));
    expect(bytesOf('000005.ldb')).toEqual(torn);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it('whose logs are whole is not written to', async () => {
    put('000007.log', whole);
    put('000008.log', Buffer.alloc(0));
    const before = statSync(join(folder, '000007.log'));
    await mendStore(folder);
    expect(statSync(join(folder, '000007.log'))).toMatchObject({
      ino: before.ino,
      size: before.size,
    });
    expect(await isStoreTorn(folder)).toBe(false);
  });

  it('that the disk does not let mend is refused', async () => {
    mkdirSync(join(folder, '000007.log'));
    expect(await mendStore(folder)).toEqual({ ok: false, error: { code: 'vault/store-closed' } });
  });

  it('need not be there', async () => {
    await mendStore(join(folder, 'none'));
    expect(await isStoreTorn(join(folder, 'none'))).toBe(false);
  });

  it('is not torn by a record that is only being written', async () => {
    put('000007.log', torn);
    const asked = isStoreTorn(folder);
    setTimeout(() => put('000007.log', Buffer.from(logs.write(records))), 50);
    expect(await asked).toBe(false);
  });
});

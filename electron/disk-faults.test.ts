/**
 * Each call to the file system that a write of the key file, or of a file that a person saves, makes fails in turn. A real
 * disk does not fail at a chosen call, so `node:fs/promises` is wrapped, and works as ever but for that call.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '../renderer/domain/errors.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { keyFile } from './key-file.ts';

/** It fails and has done nothing; it fails and has done its work; it fails and has written half of the bytes. */
type Way = 'before' | 'after' | 'torn';
/** close(2) frees its file whatever it answers; what fails to open was not opened. */
const waysOf = (name: string): Way[] => {
  if (name === 'file.close') return ['after'];
  if (name === 'file.write') return ['before', 'after', 'torn'];
  return ['file.sync', 'rename', 'rm'].includes(name) ? ['before', 'after'] : ['before'];
};
const CODES = {
  ENOSPC: 'file/disk-full',
  EDQUOT: 'file/disk-full',
  EACCES: 'file/read-only',
  EROFS: 'file/read-only',
  EIO: 'file/failed',
} as const;
// Object.keys widens to string[]; the keys are exactly these.
const ERRNOS = Object.keys(CODES) as (keyof typeof CODES)[];
type Fault = { call: number; way: Way; errno: keyof typeof CODES };

const disk = vi.hoisted(() => {
  const state = { calls: [] as string[], planned: null as Fault | null };
  const pass = async (name: string, work: () => unknown, half: () => unknown) => {
    state.calls.push(name);
    const { planned } = state;
    if (planned?.call !== state.calls.length) return work();
    if (planned.way === 'after') await work();
    if (planned.way === 'torn') await half();
    throw Object.assign(new Error(planned.errno), { code: planned.errno });
  };
  /** An object whose functions go through `pass`. */
  const watched = <T extends object>(prefix: string, target: T, names: readonly string[]): T =>
    new Proxy(target, {
      get(of, name) {
        const method: unknown = Reflect.get(of, name);
        if (typeof method !== 'function') return method;
        if (!names.includes(String(name))) return method.bind(of);
        return (...given: unknown[]) => {
          const [bytes, ...rest] = given;
          const half = () =>
            bytes instanceof Uint8Array &&
            Reflect.apply(method, of, [bytes.subarray(0, bytes.length / 2), rest[0]]);
          return pass(`${prefix}${String(name)}`, () => Reflect.apply(method, of, given), half);
        };
      },
    });
  return { state, watched };
});

vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original();
  const names = ['mkdir', 'readdir', 'readFile', 'rename', 'rm', 'open'];
  const wrapped = { ...real, open: opened };
  return disk.watched('', wrapped, names);
  async function opened(...given: Parameters<typeof real.open>) {
    return disk.watched('file.', await real.open(...given), ['write', 'sync', 'close']);
  }
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-faults-'));
});
afterEach(() => {
  disk.state.planned = null;
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (value: number): Uint8Array => new Uint8Array(1_000).fill(value);

/**
 * Does some work with a fault at each of its calls. `check` answers what is wrong then, in words; all that was wrong is
 * answered, with the calls that were made.
 */
async function withEachFault<T>(
  prepare: () => Promise<void>,
  work: () => Promise<Result<T>>,
  check: (result: Result<T>) => Promise<string[]>,
  codeOf: (errno: keyof typeof CODES) => string = (errno) => CODES[errno],
): Promise<{ calls: string[]; wrong: string[] }> {
  const afresh = async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    await prepare();
    disk.state.calls.length = 0;
  };
  await afresh();
  await work();
  const calls = [...disk.state.calls];
  const wrong: string[] = [];
  for (const [at, name] of calls.entries())
    for (const way of waysOf(name)) {
      const errno = ERRNOS[at % ERRNOS.length] ?? 'EIO';
      await afresh();
      disk.state.planned = { call: at + 1, way, errno };
      const result = await work();
      disk.state.planned = null;
      if (!result.ok && result.error.code !== codeOf(errno))
        wrong.push(`${name} fails ${way} with ${errno}: ${result.error.code}`);
      for (const what of await check(result)) wrong.push(`${name} fails ${way}: ${what}`);
    }
  return { calls, wrong };
}

describe('a key file', () => {
  const vault = () => keyFile(join(folder, 'vault'));
  const writeThree = async () => {
    for (const value of [1, 2, 3]) await vault().write(bytes(value));
  };
  /** The length and first byte of each generation, newest first, as one text. */
  const shown = async (): Promise<string> => {
    const read = await vault().read();
    return read.ok ? read.value.map((file) => `${file[0]}×${file.length}`).join() : read.error.code;
  };

  it('is the old one or the new one, whole, and the next write is sound', async () => {
    const { calls, wrong } = await withEachFault(
      writeThree,
      () => vault().write(bytes(4)),
      async (written) => {
        const isOld = (await shown()) === '3×1000,2×1000';
        const isNew = (await shown()) === '4×1000,3×1000';
        const next = await vault().write(bytes(5));
        const kept = readdirSync(join(folder, 'vault')).length;
        return [
          ...(isNew || (isOld && !written.ok) ? [] : ['it is neither']),
          ...(next.ok && /^5×1000,[43]×1000$/.test(await shown()) ? [] : ['the next is not sound']),
          ...(kept === 2 ? [] : [`${kept} files are kept`]),
        ];
      },
    );
    expect(wrong).toEqual([]);
    expect(calls).toEqual(expect.arrayContaining(['file.write', 'file.sync', 'rename', 'rm']));
  });

  it('that cannot be read is never taken for one that is not there', async () => {
    const { wrong } = await withEachFault(
      writeThree,
      () => vault().read(),
      async (read) => (read.ok && read.value.length < 2 ? ['it is taken for none'] : []),
      (errno) => (CODES[errno] === 'file/read-only' ? 'file/gone' : 'file/failed'),
    );
    expect(wrong).toEqual([]);
  });

  it('is whole or not there at all when it is the first', async () => {
    const { wrong } = await withEachFault(
      async () => {},
      () => vault().write(bytes(1)),
      async (written) => {
        const found = await shown();
        const isSound = found === '1×1000' || (found === '' && !written.ok);
        const next = await vault().write(bytes(2));
        const isNext = next.ok && (await shown()).startsWith('2×1000');
        return [
          ...(isSound ? [] : [`it is ${found}`]),
          ...(isNext ? [] : ['the next is not sound']),
        ];
      },
    );
    expect(wrong).toEqual([]);
  });
});

describe('a file that a person saves', () => {
  it('is the old one or the new one, whole, and leaves nothing beside it', async () => {
    const path = () => join(folder, 'minutes.pdf');
    const { calls, wrong } = await withEachFault(
      async () => void (await writeFileAtomically(path(), bytes(1))),
      () => writeFileAtomically(path(), bytes(2)),
      async (written) => {
        const there = readFileSync(path());
        const isSound =
          there.length === 1_000 && (there[0] === 2 || (there[0] === 1 && !written.ok));
        const isAlone = readdirSync(folder).join() === 'minutes.pdf';
        return [...(isSound ? [] : ['it is neither']), ...(isAlone ? [] : ['something is left'])];
      },
    );
    expect(wrong).toEqual([]);
    const ofFile = ['open', 'file.write', 'file.sync', 'file.close', 'rename'];
    expect(calls).toEqual(ofFile.concat(['open', 'file.sync', 'file.close']));
  });
});

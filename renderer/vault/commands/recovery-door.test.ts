/** Officers at the locked door: each share is looked at when it is brought, and refused by name. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fail } from '../../domain/errors.ts';
import { printedShare, readShareFile, type Share } from '../shares.ts';
import { type MadeVault, atDesk, codeOf, makeVault, valueOf } from './test-kit.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let vault: MadeVault;
let files: Uint8Array[];
let shares: Share[];

beforeAll(async () => {
  vault = await makeVault('Jo Example', 'GB');
  const desk = await atDesk(vault, '2026-03-01');
  const present = { slot: 'recovery', recoveryKey: vault.recoveryKey } as const;
  const wanted = { present, shares: { threshold: 3, holders: ['', '', '', ''] } };
  valueOf(await desk.ask('shares.make', wanted));
  files = [];
  for (const index of [1, 2, 3, 4]) {
    const to = String(index).repeat(32);
    valueOf(await desk.ask('share.write', { index, to }));
    files.push(desk.host.files.get(to) ?? new Uint8Array());
  }
  shares = await Promise.all(files.map(async (file) => valueOf(await readShareFile(file))));
  valueOf(await desk.session.close());
  vault = { ...vault, disk: desk.disk };
});

/** The door of the vault, and ways to bring shares to it. */
async function atTheDoor(of: MadeVault = vault) {
  const { ask, host, desk, disk } = await atDesk(of, '2026-03-02');
  const file = (bytes: Uint8Array | undefined) =>
    ask('shares.bring', { from: { by: 'file', ...host.put(bytes ?? new Uint8Array()).from } });
  const typing = async (share: Share | undefined) => {
    const typed = share ? (await printedShare(share)).join(' ') : '';
    return ask('shares.bring', { from: { by: 'typing', typed } });
  };
  return { ask, desk, disk, file, typing };
}

describe('shares at the door', () => {
  it('are added by file and by typing, until there are enough', async () => {
    const { file, typing, desk } = await atTheDoor();
    const told = { threshold: 3, count: 4, set: 1 };
    expect(valueOf(await file(files[3]))).toEqual({ brought: [4], ...told });
    expect(valueOf(await typing(shares[0]))).toEqual({ brought: [4, 1], ...told });
    expect(valueOf(await file(files[1])).brought).toEqual([4, 1, 2]);
    expect(desk.brought).toHaveLength(3);
  });

  it('are refused by name, and those brought before stay', async () => {
    const { ask, file, typing, desk } = await atTheDoor();
    valueOf(await file(files[0]));
    expect(await file(files[0])).toEqual(fail('recovery/share-twice', { index: 1 }));
    expect(codeOf(await file(files[1]?.slice(0, 200)))).toBe('recovery/share-damaged');
    expect(codeOf(await file(new Uint8Array(100_000)))).toBe('recovery/share-damaged');
    expect(codeOf(await typing(undefined))).toBe('recovery/share-misread');
    const [first] = shares;
    if (!first) throw new Error('no share');
    const stranger = { ...first, index: 2, vaultId: '0'.repeat(32) };
    expect(codeOf(await typing(stranger))).toBe('recovery/share-other-vault');
    expect(codeOf(await typing({ ...first, index: 2, set: 9 }))).toBe('recovery/shares-mixed');
    expect(desk.brought).toHaveLength(1);
    valueOf(await ask('shares.takeBack', {}));
    expect(codeOf(await typing({ ...first, set: 9 }))).toBe('recovery/share-old-set');
    expect(desk.brought).toEqual([]);
  });

  it('may come to a computer without the vault, to open a backup', async () => {
    const { file, disk } = await atTheDoor();
    disk.headers = [];
    valueOf(await file(files[0]));
    expect(valueOf(await file(files[2]))).toMatchObject({ brought: [1, 3], threshold: 3 });
  });
});

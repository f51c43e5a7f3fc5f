/**
 * A vault that an earlier program wrote opens for ever. When a format changes, the fixture of the new one is made once, by
 * `MUNIMENT_NEW_FIXTURE=format-2 npm run unit -- renderer/vault/formats`, and committed; those before it stay as they are.
 */
import { describe, expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../domain/errors.ts';
import { codeOf, person, valueOf } from '../commands/test-kit.ts';
import { type Disk, copyOf, placesOn } from '../test-kit.ts';
import { unlockVault } from '../vault.ts';
import { type Fixture, fixtures } from '../../../e2e/store/fixture-vaults.ts';
import { diskOf, heldBy, keepFixture, liveOnce } from './test-kit.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.parse('2030-01-01T12:00:00Z');

async function expectAllThere(fixture: Fixture): Promise<void> {
  const { opensWith, holds } = fixture;
  const disk = diskOf(fixture);
  const { recoveryKey } = opensWith;
  const open = async () => valueOf(await unlockVault(placesOn(disk), { recoveryKey }));
  const session = await open();
  expect(valueOf(await session.verifyTrail())).toEqual({
    commits: holds.commits,
    entries: holds.commits,
  });
  const held = await heldBy(session);
  expect(held.records).toBe(holds.records);
  for (const [id, record] of Object.entries(holds.some)) expect(held.record(id)).toEqual(record);
  expect(held.fingerprint).toBe(holds.fingerprint);
  expect(held.draft).toBe(holds.draft);

  const late = person('Late Comer');
  const change = { id: late.id, before: null, after: late };
  expect(codeOf(await session.commit([change], 'added', NOW))).toBe('ok');
  expect(codeOf(await session.close())).toBe('ok');
  const again = await open();
  expect(again.state.get(late.id)?.record).toEqual(late);
  expect((await heldBy(again)).records).toBe(holds.records + 1);
  expect(valueOf(await again.verifyTrail()).commits).toBe(holds.commits + 1);
}

describe.each(fixtures())('a vault of $name', (fixture) => {
  test('opens by its recovery key, holds what it held, and takes another change', async () => {
    await expectAllThere(fixture);
  });

  test('opens by its passphrase', async () => {
    const { passphrase } = fixture.opensWith;
    const opened = await unlockVault(placesOn(copyOf(diskOf(fixture))), { passphrase });
    expect(codeOf(opened)).toBe('ok');
  });

  test('was folded twice, has commits after that, and non-Latin names', () => {
    const { vault, holds } = fixture;
    expect(vault.pages.find(({ key }) => key === 'root')?.generation).toBe(holds.folds);
    expect(holds.folds).toBeGreaterThanOrEqual(2);
    expect(vault.commits.length).toBeGreaterThan(3);
    expect(JSON.stringify(holds.some)).toContain('里奈 大森');
  });
});

describe('a vault that a later program wrote', () => {
  const [newest] = fixtures().toReversed();
  if (!newest) throw new Error('no fixture');
  const { recoveryKey } = newest.opensWith;
  const rowsOf = (disk: Disk) => {
    const [rows] = disk.stores.values();
    if (!rows) throw new Error('no store');
    return rows;
  };
  const later: [string, ErrorCode, (disk: Disk) => void][] = [
    [
      'a key file of version 99',
      'vault/header-newer',
      (disk) => {
        const file = JSON.parse(Buffer.from(disk.headers[0] ?? []).toString());
        disk.headers[0] = Buffer.from(JSON.stringify({ ...file, version: 99, more: true }));
      },
    ],
    [
      'a root sealed in a later format',
      'vault/store-newer',
      (disk) => rowsOf(disk).pages.get('root')?.bytes.set([2]),
    ],
    [
      'a change sealed in a later format',
      'vault/store-newer',
      (disk) => [...rowsOf(disk).commits.values()].at(-1)?.envelope.set([2]),
    ],
  ];

  test.each(later)('is refused, and not touched: %s', async (_what, code, write) => {
    const disk = diskOf(newest);
    write(disk);
    const before = copyOf(disk);
    for (const damaged of ['refuse', 'read-only'] as const)
      expect(codeOf(await unlockVault(placesOn(disk), { recoveryKey }, damaged))).toBe(code);
    expect(copyOf(disk)).toEqual(before);
  });
});

test('what a fixture of today would be made by lives as the committed ones do', async () => {
  const name = process.env['MUNIMENT_NEW_FIXTURE'];
  const fixture = await liveOnce(name ?? 'of today');
  await expectAllThere(fixture);
  if (name) keepFixture(fixture);
});

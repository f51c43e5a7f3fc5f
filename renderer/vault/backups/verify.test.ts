/** What `npm run verify` says; the script around it only opens the file. */
import { beforeAll, expect, it, vi } from 'vitest';
import { type BackupKit, alone, backupKit } from './test-kit.ts';
import { verifyBackup } from './verify.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let kit: BackupKit;
let file: Uint8Array;
beforeAll(async () => {
  kit = await backupKit();
  file = await kit.file();
});

async function verify(bytes: Uint8Array, secret: string | null) {
  const said: string[] = [];
  const isWhole = await verifyBackup(alone(bytes), secret, (line) => said.push(line));
  return { isWhole, said: said.join('\n') };
}

it('says what a backup is and that it is whole, without a key', async () => {
  const { isWhole, said } = await verify(file, null);
  expect(isWhole).toBe(true);
  expect(said).toMatch(
    /^A backup of “IMSIG”, made on 2026-11-24T12:00:00\.000Z, after 5 changes\./,
  );
  expect(said).toContain('that takes --passphrase');
});

it('opens it with the recovery key or the passphrase, and walks the chain', async () => {
  for (const secret of [kit.opener.recoveryKey, 'seven brown otters at the quay']) {
    const { isWhole, said } = await verify(file, secret);
    expect([isWhole, said]).toEqual([true, expect.stringContaining('5 changes, each linked')]);
    expect(said).toContain('It holds 4 people.');
  }
});

it('says what is wrong, and names the row', async () => {
  expect(await verify(file, 'another passphrase')).toMatchObject({ isWhole: false });
  const cut = await verify(file.slice(0, -100), null);
  expect(cut).toEqual({ isWhole: false, said: expect.stringMatching(/cut short.*\(Row 9\.\)$/) });
  expect(await verify(new Uint8Array(100), null)).toMatchObject({
    isWhole: false,
    said: 'That file is not a backup made by this program. Nothing was changed.',
  });
});

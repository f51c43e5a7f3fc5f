/**
 * Vaults that earlier programs wrote, put where they would lie on a person's machine, and opened by the screen: the oldest
 * and the newest format. What the rest of a fixture holds is compared in renderer/vault/formats.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Fixture, fixtures } from './store/fixture-vaults.ts';
import { giveToProgram } from './stage.ts';
import { must, pageOf, restartPage, start, verified } from './store/office.ts';
import { clearStores, putStore } from './store/raw-store.ts';
import type { Muniment, Profile } from './launch.ts';
import { askVault } from './vault-wire.ts';

const KEY_MS = 30_000;

let program: Muniment;
test.beforeAll(async () => {
  program = await start();
});
test.afterAll(() => program.close());

function putKeys({ userData }: Profile, { vault }: Fixture): void {
  const folder = join(userData, 'vault');
  mkdirSync(folder, { recursive: true });
  giveToProgram(folder);
  for (const name of readdirSync(folder)) if (name.startsWith('keys-')) rmSync(join(folder, name));
  for (const [at, bytes] of vault.keys.toReversed().entries()) {
    const path = join(folder, `keys-${String(at + 1).padStart(10, '0')}.muniment`);
    writeFileSync(path, bytes);
    giveToProgram(path);
  }
}

const all = fixtures();
for (const fixture of new Set([all.at(0), all.at(-1)])) {
  if (!fixture) throw new Error('no fixture');
  test(`a vault of ${fixture.name} opens by the screen with its passphrase, and all is there`, async () => {
    const { opensWith, holds } = fixture;
    await clearStores(pageOf(program));
    await putStore(pageOf(program), fixture.vault);
    putKeys(program.profile, fixture);
    const page = await restartPage(program);
    await page.getByLabel('Passphrase', { exact: true }).fill(opensWith.passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Rooms' }).waitFor({ timeout: KEY_MS });
    expect(await verified(page)).toBeGreaterThanOrEqual(holds.commits);
    for (const [id, record] of Object.entries(holds.some))
      expect(must(await askVault(page, 'open', { id })).record).toEqual(record);

    await page.keyboard.press('Control+2');
    await page.getByLabel('Search people').fill('里奈 大森');
    await expect(page.getByRole('row', { name: /里奈 大森/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New person' }).click();
    const { name } = JSON.parse(holds.draft);
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(String(name));
    must(await askVault(page, 'lock', {}));
  });
}

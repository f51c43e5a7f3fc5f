/**
 * The power of one promise: when the vault has answered that a change is saved, it is there, whatever ends the program.
 * Twenty times in the middle of a burst of changes every process of the program is killed without a warning. What was
 * acknowledged is written down here, outside of them, as the answers arrive.
 */
import { expect, test } from '@playwright/test';
import { newProfile, type Muniment } from './launch.ts';
import { writeBigList } from './store/big-list.ts';
import { chance } from './store/chance.ts';
import {
  applyImport,
  burst,
  emptyLedger,
  type Ledger,
  missing,
  newImport,
  openAfterKill,
  withoutGap,
} from './store/ledger.ts';
import { makeVault, must, newMeeting, readImport, save, start } from './store/office.ts';
import { unlock, verified } from './store/office.ts';
import { killTree } from './store/process-tree.ts';
import { harm, rawStore } from './store/raw-store.ts';
import { tearLog } from './store/torn-log.ts';

const ROUNDS = 20;
const QUIET_BEFORE_FOLD_MS = 300;
/** Once in so many rounds the kill has cut a write of the log short: one that does so by itself is rare. */
const TEAR_EVERY = 3;
/** The whole trail is verified this often, and at the last: it grows with every change. */
const VERIFY_EVERY = 4;
/** In these an import is confirmed amid the burst, large enough that the store is folded after it. */
const IMPORT_ROUNDS = [5, 13];

test.skip(process.platform !== 'linux', 'The processes of the program are found in /proc.');

test('twenty kills amid changes lose nothing that was acknowledged', async () => {
  test.setTimeout(420_000);
  const seed = Number(process.env['MUNIMENT_SEED'] ?? Date.now() % 2 ** 31);
  console.log(`  seed ${seed} (MUNIMENT_SEED)`);
  const random = chance(seed);
  const profile = newProfile();
  const ledger = emptyLedger();
  let program = await start(profile);
  await makeVault(program.page);
  const killed: string[] = [];
  let folds = 0;

  for (let round = 1; round <= ROUNDS; round += 1) {
    const { page } = program;
    const moment = 40 + random(600);
    let over = false;
    const during: Promise<unknown>[] = [];
    if (IMPORT_ROUNDS.includes(round)) {
      const entry = newImport(`Import${round}`);
      must(await readImport(program, writeBigList(profile, entry.mark, random)));
      ledger.imports.push(entry);
      const applied = applyImport(page, entry);
      // Every other time the kill may hit the import itself, else what follows it: the fold.
      if (IMPORT_ROUNDS.indexOf(round) % 2 === 0) {
        await applied;
        await new Promise((resolve) => setTimeout(resolve, QUIET_BEFORE_FOLD_MS));
      } else during.push(applied);
    }
    const saving = burst(page, ledger, () => over);
    await new Promise((resolve) => setTimeout(resolve, moment));
    const processes = await killTree(program);
    over = true;
    const [count] = await Promise.all([saving, ...during]);
    await program.close();
    killed.push(`${round}: ${processes} processes after ${moment} ms, ${count} acknowledged`);
    expect(processes).toBeGreaterThan(4);

    if (round % TEAR_EVERY === 0) tearLog(profile, random);
    program = await start(profile);
    await openAfterKill(program);
    expect(await missing(program.page, ledger)).toEqual([]);
    if (round % VERIFY_EVERY === 0)
      expect(await verified(program.page)).toBeGreaterThanOrEqual(ledger.revision);
    folds = await withoutGap(program.page);
  }
  console.log(killed.map((line) => `  ${line}`).join('\n'));
  console.log(`  ${ledger.acknowledged.size} of ${ledger.sent.size} acknowledged, ${folds} folds`);
  expect(ledger.acknowledged.size).toBeGreaterThan(ROUNDS * 3);
  // A fold that a kill cut off is done again when the vault has a quiet moment.
  await expect
    .poll(async () => (await rawStore(program.page)).folds, { timeout: 30_000 })
    .toBeGreaterThan(0);
  expect(ledger.imports.some(({ state }) => state === 'there')).toBe(true);

  await loseOne(program, ledger);
});

/** The control: one acknowledged change taken out of the store is missed. */
async function loseOne(before: Muniment, ledger: Ledger): Promise<void> {
  const record = newMeeting('The one that is lost');
  ledger.sent.set(record.id, record);
  const { revision } = must(await save(before.page, record));
  ledger.acknowledged.add(record.id);
  await killTree(before);
  await before.close();
  const after = await start(before.profile);
  await harm(after.page, 'commits', 'drop', revision);
  must(await unlock(after.page));
  expect(await missing(after.page, ledger)).toEqual([record.id]);
  await after.close();
}

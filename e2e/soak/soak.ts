/** Many kills, in bursts, at every moment of a session: see run.mjs. What is counted is written to e2e/out/soak.json. */
import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { newProfile, outPath, type Muniment } from '../launch.ts';
import { writeBigList } from '../store/big-list.ts';
import { chance } from '../store/chance.ts';
import {
  applyImport,
  burst,
  emptyLedger,
  eraseOne,
  missing,
  newImport,
  openAfterKill,
  undoImport,
  withoutGap,
} from '../store/ledger.ts';
import { makeVault, must, readImport, start, unlock, verified } from '../store/office.ts';
import { killTree } from '../store/process-tree.ts';
import { tearLog } from '../store/torn-log.ts';

/** How many are asked for. */
const ASKED = Number(process.env['MUNIMENT_KILLS']);
const IN_A_BURST = 5;
/** Once in so many bursts a list is brought in, or taken back; the fold follows it. */
const IMPORT_EVERY = 4;
/** Once in so many kills a write of the store's log was cut short. */
const TEAR_EVERY = 4;
/** The whole trail is verified this often: it grows with every change. */
const VERIFY_EVERY = 5;

test('kills in bursts lose nothing that was acknowledged', async () => {
  const seed = Number(process.env['MUNIMENT_SEED'] ?? Date.now() % 2 ** 31);
  console.log(`  seed ${seed} (MUNIMENT_SEED)`);
  const random = chance(seed);
  const profile = newProfile();
  const ledger = emptyLedger();
  const lost = new Set<string>();
  const result = outPath('soak.json');
  let kills = 0;
  const isOver = () => kills >= ASKED;
  let program = await start(profile);
  await makeVault(program.page);

  const kill = async (): Promise<void> => {
    expect(await killTree(program)).toBeGreaterThan(4);
    kills += 1;
    writeFileSync(result, JSON.stringify({ kills, lost: lost.size }));
    await program.close();
    if (kills % TEAR_EVERY === 0) tearLog(profile, random);
    program = await start(profile);
  };

  for (let number = 1; !isOver(); number += 1) {
    await killAmidChanges(number);
    if (!isOver()) await killAmidErasure();
    // The others of the burst come while it opens, before anybody has looked whether all is well.
    for (let next = 2; next < IN_A_BURST && !isOver(); next += 1) {
      const opening = unlock(program.page).catch(() => null);
      await wait(random(2_000));
      await kill();
      await opening;
    }
    await openAfterKill(program);
    for (const what of await missing(program.page, ledger)) lost.add(what);
    const folds = await withoutGap(program.page);
    if (number % VERIFY_EVERY === 0 || isOver())
      expect(await verified(program.page)).toBeGreaterThanOrEqual(ledger.revision);
    console.log(
      `  ${kills} kills: ${ledger.acknowledged.size} of ${ledger.sent.size} acknowledged, ` +
        `${ledger.erasures.size} erased, ${folds} folds, ${lost.size} lost`,
    );
  }
  expect([...lost]).toEqual([]);
  expect(ledger.acknowledged.size).toBeGreaterThan(ASKED / IN_A_BURST);
  await program.close();

  async function killAmidChanges(number: number): Promise<void> {
    let isKilled = false;
    const during: Promise<unknown>[] = [];
    if (number % IMPORT_EVERY === 0) during.push((await bringInOrTakeBack(program, number))());
    during.push(burst(program.page, ledger, () => isKilled));
    await wait(40 + random(1_500));
    const { page } = program;
    await kill();
    isKilled = true;
    await Promise.all(during);
    expect(page.isClosed()).toBe(true);
  }

  async function killAmidErasure(): Promise<void> {
    await openAfterKill(program);
    const erasing = eraseOne(program.page, ledger);
    await wait(random(600));
    await kill();
    await erasing;
  }

  /** Makes ready for it; what is answered does it. */
  async function bringInOrTakeBack(at: Muniment, number: number): Promise<() => Promise<void>> {
    const there = ledger.imports.find(({ state, id }) => state === 'there' && id !== null);
    if (there) return () => undoImport(at.page, there);
    const entry = newImport(`Import${number}`);
    must(await readImport(at, writeBigList(profile, entry.mark, random)));
    ledger.imports.push(entry);
    return () => applyImport(at.page, entry);
  }
});

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

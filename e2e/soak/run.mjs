/**
 * `npm run soak`: every process of the program is killed without a warning, 200 times in bursts of five, amid changes,
 * imports, folds, drafts and erasures, and while it opens. Its last line counts the kills and what was acknowledged and is lost.
 * Takes about 20 minutes on a quiet machine; `--kills 20` for fewer. Linux only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from '../../electron/setup/steps.mjs';

const at = process.argv.indexOf('--kills');
const kills = at < 0 ? 200 : Number(process.argv[at + 1]);
if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills takes a whole number.');

const result = join(root, 'e2e/out/soak.json');
rmSync(result, { force: true });
say('Building …');
run(process.execPath, ['electron/setup/build.mjs']);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, MUNIMENT_KILLS: String(kills) } },
);
/** @type {{ kills: number, lost: number }} */
const counted = existsSync(result)
  ? JSON.parse(readFileSync(result, 'utf8'))
  : { kills: 0, lost: 0 };
const isWhole = status === 0 && counted.kills === kills;
if (!isWhole) say('It did not come to its end; what went wrong is above.');
console.log(`soak: ${counted.kills} kills, ${counted.lost} acknowledged changes lost`);
process.exitCode = isWhole && counted.lost === 0 ? 0 : 1;

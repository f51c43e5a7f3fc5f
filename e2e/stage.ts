/**
 * The place where a test run happens: a folder in the system's temp that the program's own id may read (the clone may
 * lie where it may not), with the program, the fixtures and what the tests make. Taken down after the run; what was
 * made goes to e2e/out/.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../', import.meta.url));

/**
 * Run as root, the tests start the program under this id ("nobody"): Chromium's sandbox refuses root.
 * Undefined: the program runs as whoever runs the tests.
 */
export const programId =
  process.platform === 'linux' && process.getuid?.() === 0 ? 65_534 : undefined;

/** The words that start a program under `programId`. */
export const asProgram =
  programId === undefined
    ? []
    : ['setpriv', `--reuid=${programId}`, `--regid=${programId}`, '--clear-groups', '--'];

/** Folders of this run; `program` holds package.json, dist/ and the Electron to start it with. */
export function stage(): { root: string; program: string; fixtures: string; out: string } {
  const root = process.env['MUNIMENT_E2E_STAGE'];
  if (root === undefined) throw new Error('The stage is set by playwright.config.ts.');
  const program = process.env['MUNIMENT_E2E_PROGRAM'] ?? project;
  return { root, program, fixtures: join(root, 'fixtures'), out: join(root, 'out') };
}

/** Gives a file or folder to the id that the program runs under. */
export function giveToProgram(path: string): void {
  if (programId !== undefined) chownSync(path, programId, programId);
}

/** Whether the program's id may read the folder, and so whatever in it is open to all. */
export function programMayRead(folder: string): boolean {
  if (programId === undefined) return true;
  const script = 'test -r "$0" && test -x "$0"';
  return spawnSync('env', [...asProgram, 'sh', '-c', script, folder]).status === 0;
}

/** Copies what the program needs to run out of a folder that its id may not read. */
export function copyProgram(from: string, to: string): void {
  for (const part of ['package.json', 'dist', 'node_modules/electron/dist']) {
    const source = join(from, part);
    if (existsSync(source)) {
      cpSync(source, join(to, part), { recursive: true, mode: constants.COPYFILE_FICLONE });
    }
  }
}

/** Playwright's global set-up; what it returns takes the stage down. */
export default function setStage(): () => void {
  const temp = [tmpdir(), '/tmp', '/var/tmp'].find(programMayRead);
  if (temp === undefined) throw new Error('No temp folder is open to the id of the program.');
  const root = mkdtempSync(join(temp, 'muniment-e2e-'));
  chmodSync(root, 0o755);
  process.env['MUNIMENT_E2E_STAGE'] = root;
  for (const made of ['out', 'profiles']) {
    mkdirSync(join(root, made));
    giveToProgram(join(root, made));
  }
  cpSync(join(project, 'e2e/fixtures'), join(root, 'fixtures'), { recursive: true });
  cpSync(join(project, 'e2e/held.cjs'), join(root, 'held.cjs'));
  if (!programMayRead(project)) {
    process.env['MUNIMENT_E2E_PROGRAM'] = join(root, 'program');
    copyProgram(project, join(root, 'program'));
  }
  return () => {
    cpSync(join(root, 'out'), join(project, 'e2e/out'), { recursive: true, force: true });
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}

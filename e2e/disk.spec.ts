/**
 * What the machine may refuse: a folder that is read-only, a disk that is full, a profile that another program has open.
 * Each has its sentence, nothing is left half written, and nothing saved is lost.
 */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { HostBridge } from '../electron/contract.ts';
import { startDisplay } from '../electron/setup/display.mjs';
import { ERRORS } from '../renderer/domain/errors.ts';
import { answerSaveDialog, newProfile, type Muniment } from './launch.ts';
import { asProgram, giveToProgram, programId, stage } from './stage.ts';
import { codeOf, makeVault, must, newMeeting, pageOf } from './store/office.ts';
import { restartPage, save, start, unlock, verified } from './store/office.ts';
import { mountSmall, unmount } from './store/places.ts';
import { askVault } from './vault-wire.ts';

declare const host: HostBridge;

const NOT_ROOT = 'Only root can make a folder that the program may not write to.';
const NO_DISK = 'This machine does not let the test mount a small disk.';

let program: Muniment;
const kept = newMeeting('Kept through all of it');
test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await start();
  await makeVault(program.page);
  must(await save(program.page, kept));
});
test.afterAll(() => program.close());

async function expectKept(): Promise<void> {
  const page = pageOf(program);
  expect(must(await askVault(page, 'open', { id: kept.id })).record).toEqual(kept);
  expect(await verified(page)).toBeGreaterThan(1);
}

test('a second program on the same profile hands its file over and ends', async () => {
  const file = join(program.profile.home, 'handed.vcf');
  writeFileSync(file, 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Handed Over\r\nEND:VCARD\r\n');
  giveToProgram(file);
  const page = pageOf(program);
  const handed = page.evaluate(() => new Promise((resolve) => host.on('fileOpened', resolve)));
  const { status, lasted } = await startAgain(program, file);
  expect(status).toBe(0);
  expect(await handed).toMatchObject({ name: 'handed.vcf', kind: 'import' });
  expect(lasted).toBeLessThan(30_000);
  expect(program.app.windows().length).toBe(1);
  await expectKept();
});

test('a folder that may not be written to gets nothing, and what was in it stays', async () => {
  test.setTimeout(120_000);
  test.skip(programId === undefined, NOT_ROOT);
  const folder = join(program.profile.home, 'read-only');
  mkdirSync(folder);
  writeFileSync(join(folder, 'contacts.csv'), 'mine');
  writeFileSync(join(folder, 'contacts.pdf'), 'mine');
  chmodSync(folder, 0o755);
  expect(await saveCsv(join(folder, 'contacts.csv'))).toBe('file/read-only');
  expect(await savePdf(join(folder, 'contacts.pdf'))).toBe('file/read-only');
  expect(readdirSync(folder).toSorted()).toEqual(['contacts.csv', 'contacts.pdf']);
  for (const name of readdirSync(folder))
    expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
  // The control: with leave to write, the same is done.
  giveToProgram(folder);
  expect(await saveCsv(join(folder, 'contacts.csv'))).toBe('done');
  expect(await savePdf(join(folder, 'contacts.pdf'))).toBe('done');
  expect(readFileSync(join(folder, 'contacts.csv'), 'utf8')).toContain('Name');
  expect(readFileSync(join(folder, 'contacts.pdf'), 'latin1')).toMatch(/^%PDF/);
  expect(readdirSync(folder).length).toBe(2);
});

test('a profile folder that may not be written to is said so, and is not touched', async () => {
  test.setTimeout(120_000);
  test.skip(programId === undefined, NOT_ROOT);
  const profile = newProfile();
  chmodSync(profile.userData, 0o500);
  const words = [...asProgram, electronOf(program), stage().program];
  const { display, stop } = await startDisplay({ open: true });
  const started = spawn('env', [...words, `--user-data-dir=${profile.userData}`], {
    env: { PATH: process.env['PATH'], HOME: profile.home, TMPDIR: profile.tmp, DISPLAY: display },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => started.once('exit', resolve));
  try {
    let said = '';
    started.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    await expect.poll(() => said, { timeout: 30_000 }).toContain(ERRORS['vault/folder-read-only']);
    expect(readdirSync(profile.userData)).toEqual([]);
  } finally {
    started.kill('SIGKILL');
    await ended;
    stop();
  }
});

test('a full disk gets no half a file, and what was there stays', async () => {
  test.setTimeout(120_000);
  const folder = join(program.profile.home, 'small');
  mkdirSync(folder);
  test.skip(!mountSmall(folder, 64), NO_DISK);
  try {
    writeFileSync(join(folder, 'contacts.pdf'), 'mine');
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(52 * 1024));
    expect(await savePdf(join(folder, 'contacts.pdf'))).toBe('file/disk-full');
    expect(await savePdf(join(folder, 'contacts.pdf'), 'tide lantern')).toBe('file/disk-full');
    expect(await saveWord(join(folder, 'contacts.docx'))).toBe('file/disk-full');
    expect(readdirSync(folder).toSorted()).toEqual(['ballast', 'contacts.pdf']);
    expect(readFileSync(join(folder, 'contacts.pdf'), 'utf8')).toBe('mine');
  } finally {
    unmount(folder);
  }
  await expectKept();
});

test('a lock in the middle of a save leaves the old file or the new one, whole, and nothing beside it', async () => {
  const folder = join(program.profile.home, 'locked');
  mkdirSync(folder);
  giveToProgram(folder);
  const [pdf, word] = [join(folder, 'contacts.pdf'), join(folder, 'contacts.docx')];
  for (const path of [pdf, word]) writeFileSync(path, 'mine');
  const page = pageOf(program);
  const job = await contactsJob('pdf');
  const to = await chooseSave('pdf', pdf);
  const asked = { name: LIST, format: 'docx', to: await chooseSave('docx', word) } as const;
  // Neither has answered when the page ends.
  const written = askVault(page, 'document.write', asked).catch(() => null);
  await page.evaluate((pdfAsked) => void host.ask('pdfJob', pdfAsked), { job, to });
  const fresh = await restartPage(program);
  await written;
  await expect
    .poll(() => readdirSync(folder).toSorted())
    .toEqual(['contacts.docx', 'contacts.pdf']);
  expect(readFileSync(pdf, 'latin1')).toMatch(/^mine$|^%PDF[^]*%%EOF\s*$/);
  const bytes = readFileSync(word);
  const isWhole = bytes.toString('latin1') === 'mine' || 'word/document.xml' in unzipSync(bytes);
  expect(isWhole).toBe(true);
  must(await unlock(fresh));
  await expectKept();
});

async function chooseSave(kind: 'csv' | 'pdf' | 'docx', path: string): Promise<string> {
  await answerSaveDialog(program.app, path);
  const chosen = await pageOf(program).evaluate(
    (wanted) => host.ask('chooseSave', { kind: wanted, suggestedName: `contacts.${wanted}` }),
    kind,
  );
  return must(chosen)?.handle ?? '';
}

/** Saves the contact list; answers 'done' or the code. */
async function saveCsv(path: string): Promise<string> {
  const to = await chooseSave('csv', path);
  const ask = { format: 'csv', filter: 'all', text: '', to } as const;
  return codeOf(await askVault(pageOf(program), 'contacts.write', ask));
}

/** The same as a Word file. */
async function saveWord(path: string): Promise<string> {
  const to = await chooseSave('docx', path);
  return codeOf(
    await askVault(pageOf(program), 'document.write', { name: LIST, format: 'docx', to }),
  );
}

/** The same as a PDF, with a password or without. */
async function savePdf(path: string, password?: string): Promise<string> {
  const job = await contactsJob(password === undefined ? 'pdf' : 'protected');
  const to = await chooseSave('pdf', path);
  const asked = { job, to, ...(password !== undefined && { password }) };
  return codeOf(await pageOf(program).evaluate((given) => host.ask('pdfJob', given), asked));
}

const LIST = { what: 'contacts', filter: 'all', text: '' } as const;

async function contactsJob(use: 'pdf' | 'protected'): Promise<string> {
  return must(await askVault(pageOf(program), 'document', { name: LIST, for: use })).job;
}

/** The Electron that a program runs in. */
function electronOf({ app }: Pick<Muniment, 'app'>): string {
  return readlinkSync(`/proc/${app.process().pid ?? 0}/exe`);
}

/** Starts what runs once more, the same way, with a file; resolves when the second has ended. */
async function startAgain(
  { app, profile }: Muniment,
  file: string,
): Promise<{ status: number | null; lasted: number }> {
  const pid = app.process().pid ?? 0;
  const environ = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
  const env = Object.fromEntries(
    environ.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  const words = [
    ...asProgram,
    electronOf({ app }),
    stage().program,
    `--user-data-dir=${profile.userData}`,
    file,
  ];
  const started = performance.now();
  const second = spawn('env', words, { env, cwd: profile.home, stdio: 'ignore' });
  const status = await new Promise<number | null>((resolve) => second.once('exit', resolve));
  return { status, lasted: performance.now() - started };
}

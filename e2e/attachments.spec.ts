/** Files of a record: dropped, sealed in chunks, shown, opened again, saved, taken away. */
import { createHash, randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { createReadStream, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import ExifReader from 'exifreader';
import { createVault, drop, look, press, room, unlock } from './at-work.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  fixturePath,
  launchMuniment,
  newProfile,
  outPath,
  type Muniment,
} from './launch.ts';
import { blackPng } from './pictures.ts';
import { giveToProgram } from './stage.ts';
import {
  codeOf,
  makeVault,
  must,
  newMeeting,
  newPerson,
  pageOf,
  save,
  start,
} from './store/office.ts';
import { mountSmall, unmount } from './store/places.ts';
import { blobRows } from './store/raw-store.ts';
import { askVault } from './vault-wire.ts';
import { CONSENT_WORDINGS, type Consent } from '../renderer/domain/consent.ts';
import { makeId } from '../renderer/domain/ids.ts';
import type { HostBridge } from '../electron/contract.ts';

declare const host: HostBridge;

const PHOTO = 'photo-with-place.jpg';
/** In every line of the large file: looked for in all that the program leaves on the disk. */
const MARKER = 'plain bytes of a large attachment';
const LARGE_BYTES = 60_000_000;

let program: Muniment;
let large: string;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await launchMuniment();
  await createVault(program, { name: 'Ottoline Ferncastle' });
  await keepConsent(program.page);
  large = join(program.profile.home, 'recording of the meeting.txt');
  const line = `${MARKER} ${'·'.repeat(60)}\n`;
  writeFileSync(large, line.repeat(LARGE_BYTES / Buffer.byteLength(line) + 1));
  giveToProgram(large);
});
test.afterAll(() => program.close());

test('a dropped photograph is kept without its place, and shown', async () => {
  const { page } = program;
  await openConsent(page);
  await expect(page.getByText('Nothing is attached. Drop a file here.')).toBeVisible();
  await drop(page.locator('.attachments'), fixturePath(PHOTO));
  const thumbnail = page.getByRole('button', { name: `Look at ${PHOTO}` }).locator('img');
  await expect(thumbnail).toBeVisible();
  await expect(page.getByText('Place and camera removed')).toBeVisible();
  // It lies on its side in the file and stands upright here.
  const shape = await thumbnail.evaluate((image) =>
    image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [],
  );
  expect(shape).toEqual([120, 160]);
});

test('saved again, the photograph has no place and the same pixels', async () => {
  const { page } = program;
  const path = outPath('attachments/photo.jpg');
  await saveCopy(page, PHOTO, path);
  const before = readFileSync(fixturePath(PHOTO));
  const after = readFileSync(path);
  // The control: the reader finds the place in what was dropped.
  expect(tagsIn(before).gps?.Latitude).toBeCloseTo(51.5007, 3);
  const { gps, xmp, iptc, exif } = tagsIn(after);
  expect([gps, xmp, iptc]).toEqual([undefined, undefined, undefined]);
  expect(Object.keys(exif ?? {})).toEqual(['Orientation']);
  expect(after.toString('latin1')).not.toMatch(/Ottoline|Secret|Pocket7/);
  expect(await pixelsOf(page, after)).toBe(await pixelsOf(page, before));
});

test('a picture that unpacks to too much for memory is kept, and not drawn', async () => {
  const { page } = program;
  const bomb = join(program.profile.home, 'plan.png');
  writeFileSync(bomb, blackPng(16_000));
  giveToProgram(bomb);
  await drop(page.locator('.attachments'), bomb);
  await expect(page.getByRole('button', { name: 'Remove plan.png' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Look at plan.png' })).toBeHidden();
  await press(page, 'Remove plan.png');
});

test('a large file shows how far it is, and stopped it leaves nothing', async () => {
  const { app, page } = program;
  const rows = await blobRows(page);
  await answerOpenDialog(app, [large]);
  await press(page, 'Attach a file');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]/);
  await press(page, 'Cancel');
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect(page.getByText(basename(large))).toBeHidden();
  await expect.poll(() => blobRows(page)).toEqual(rows);

  const started = performance.now();
  await press(page, 'Attach a file');
  await expect(page.getByRole('button', { name: `Remove ${basename(large)}` })).toBeVisible({
    timeout: 30_000,
  });
  console.log(`  60 MB attached in ${Math.round(performance.now() - started)} ms`);
  await look(page, 'attachments');
});

test('what is removed can be had back until the next lock', async () => {
  const { page } = program;
  const rows = await blobRows(page);
  const small = join(program.profile.home, 'removed.txt');
  writeFileSync(small, MARKER);
  giveToProgram(small);
  await drop(page.locator('.attachments'), small);
  const remove = page.getByRole('button', { name: `Remove ${basename(small)}` });
  await remove.click();
  await press(page, 'Undo');
  await expect(remove).toBeVisible();
  await remove.click();
  await expect(remove).toBeHidden();
  expect((await blobRows(page)).length).toBe(rows.length + 1);
});

test('after a lock all else is there, byte for byte, and no plain byte of it is on the disk', async () => {
  const rows = await blobRows(program.page);
  const page = await relock();
  await openConsent(page);
  await expect(page.getByRole('button', { name: `Look at ${PHOTO}` })).toBeVisible();
  // The two that were removed before are swept.
  await expect.poll(async () => (await blobRows(page)).length).toBe(rows.length - 2);
  const path = outPath('attachments/large.txt');
  await saveCopy(page, basename(large), path);
  expect(await hashOf(path)).toBe(await hashOf(large));
  rmSync(path);
  const found = (folder: string) =>
    spawnSync('grep', ['-rlaF', MARKER, folder], { encoding: 'utf8' }).stdout;
  // The control: it is found where it was chosen from.
  expect(found(program.profile.home)).toContain(basename(large));
  expect(found(program.profile.userData)).toBe('');
});

test('a list that is dropped on the wizard is read, without its path being named', async () => {
  const page = pageOf(program);
  await room(page, 'People');
  await press(page, 'Import');
  await drop(page.locator('.file-drop'), fixturePath('google-contacts.csv'));
  await press(page, 'Read the file');
  await page.getByText('Nothing is stored yet').waitFor();
});

test('on a disk without room for it nothing of a file stays, and records are saved as before', async () => {
  test.setTimeout(120_000);
  const profile = newProfile();
  test.skip(
    !mountSmall(profile.userData, 48 * 1024),
    'This machine does not let the test mount a small disk.',
  );
  const small = await start(profile);
  try {
    const { page } = small;
    await makeVault(page);
    const meeting = newMeeting('With little room');
    must(await save(page, meeting));
    await answerOpenDialog(small.app, [large]);
    const chosen = must(await page.evaluate(() => host.ask('chooseFile', { kind: 'attachment' })));
    if (!chosen) throw new Error('the dialog was cancelled');
    const { handle, size, name } = chosen;
    const asked = { record: meeting.id, name, from: { handle, size }, keepDetails: false };
    expect(codeOf(await askVault(page, 'attachment.add', asked))).toBe('attachment/no-room');
    expect(await blobRows(page)).toEqual([]);
    must(await save(page, newMeeting('After it')));
  } finally {
    await small.close();
    unmount(profile.userData);
  }
});

/** A person and the consent that waits for its evidence, past the screen. */
async function keepConsent(page: Page): Promise<void> {
  const person = newPerson('Wilhelmina Oake');
  const [wording] = CONSENT_WORDINGS;
  if (!wording) throw new Error('no wording ships');
  const { id, version, title, text, dataTypes, withdrawal, purpose } = wording;
  const record: Consent = {
    kind: 'consent',
    id: makeId('consent', randomBytes(16)),
    person: person.id,
    purpose,
    wording: { id, version, title, text, dataTypes: [...dataTypes], withdrawal },
    language: 'en',
    given: null,
    withdrawn: null,
    expires: null,
    notes: '',
  };
  must(await save(page, person));
  must(await askVault(page, 'save', { record, base: null }));
}

async function openConsent(page: Page): Promise<void> {
  await room(page, 'Consents');
  await page.getByRole('row', { name: /Wilhelmina Oake/ }).click();
  await page.getByRole('heading', { name: 'Attachments' }).waitFor();
}

async function relock(): Promise<Page> {
  const fresh = program.app.waitForEvent('window');
  // The page may have ended before it could answer.
  await pageOf(program)
    .keyboard.press('Control+l')
    .catch(() => null);
  await fresh;
  await unlock(pageOf(program));
  return pageOf(program);
}

async function saveCopy(page: Page, name: string, path: string): Promise<void> {
  await answerSaveDialog(program.app, path);
  await press(page, `Save a copy of ${name}`);
  await page.getByText(`Saved as ${basename(path)}.`).waitFor({ timeout: 30_000 });
}

const tagsIn = (bytes: Buffer) => ExifReader.load(new Uint8Array(bytes).buffer, { expanded: true });

/** A hash of the pixels that the browser draws. */
function pixelsOf(page: Page, bytes: Buffer): Promise<string> {
  return page.evaluate(async (base64) => {
    const picture = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const drawn = await createImageBitmap(new Blob([picture]));
    const context = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d');
    context?.drawImage(drawn, 0, 0);
    const pixels = context?.getImageData(0, 0, drawn.width, drawn.height).data;
    const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(pixels ?? []));
    return `${drawn.width}×${drawn.height} ${new Uint8Array(hash).join()}`;
  }, bytes.toString('base64'));
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

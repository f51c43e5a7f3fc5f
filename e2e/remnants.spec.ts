/**
 * Nothing that a person typed, chose or imported is found on the disk in the clear, in the profile, the home folder or
 * the temp folder: while the program runs, after it was locked, and after it has quit. The same search finds what the
 * test planted, in every kind of place that Chromium keeps.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { HostBridge } from '../electron/contract.ts';
import { answerSaveDialog, fixturePath, newProfile, outPath, type Profile } from './launch.ts';
import { makeVault, must, newPerson, PASSPHRASE, readImport, start } from './store/office.ts';
import { lock, lockByKey, unlock } from './store/office.ts';
import { remnants, type Found } from './store/remnants.ts';
import { askVault } from './vault-wire.ts';

declare const host: HostBridge;

/** Each is like nothing else on the disk. */
const TYPED = {
  owner: 'Quillon Vexmarsh',
  person: 'Þórhildur Zwickelbaum',
  email: 'zwickelbaum.th@unlikely-mail.example',
  phone: '+44 7700 963741',
  organisation: 'Brackwater Ossuary Trust',
  search: 'zwickelbau',
  draft: 'Halfwritten Grimshawe',
  wrong: 'not-the-passphrase-vellum-9',
  notes: 'prefers parchment on alternate Thursdays',
  draftByWire: 'sealed-draft-of-lanternwick',
} as const;

const foldersOf = ({ userData, home, tmp }: Profile): string[] => [userData, home, tmp];

function expectNone(profile: Profile, words: readonly string[]): void {
  expect(remnants(foldersOf(profile), words)).toEqual([]);
}

/** Types as a person does, so that everything that watches typing has seen it. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).pressSequentially(text);
}

async function createByHand(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Create a vault' }).click();
  await type(page, 'Name of the group', 'The group that the lock screen names');
  await type(page, 'Your name', TYPED.owner);
  await type(page, 'Passphrase', PASSPHRASE);
  await type(page, 'Passphrase again', PASSPHRASE);
  await page.getByRole('button', { name: 'Create the vault' }).click();
  const sheet = page.getByRole('list', { name: 'Recovery key' });
  await sheet.waitFor({ timeout: 60_000 });
  const groups = await sheet.locator('code').allTextContents();
  await page.getByRole('button', { name: 'I have written it down' }).click();
  const asked = page.getByLabel(/^Group \d of the recovery key$/);
  const form = await page.locator('form').innerText();
  await asked.pressSequentially(groups[Number(/Group (\d)/.exec(form)?.[1]) - 1] ?? '');
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  return groups;
}

/** Opens the form for a new person, who came directly. */
async function beginPerson(page: Page): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.getByRole('button', { name: /How they came to the group/ }).click();
  await page.getByRole('option', { name: /Direct contact/ }).click();
}

async function addByHand(page: Page): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  await beginPerson(page);
  await type(page, 'Name', TYPED.person);
  await type(page, 'E-mail', TYPED.email);
  await type(page, 'Phone', TYPED.phone);
  await type(page, 'Organisation', TYPED.organisation);
  await page.getByRole('button', { name: 'Add person' }).click();
  await expect(page.getByRole('heading', { name: TYPED.person })).toBeVisible();
}

test('nothing that was typed, imported or printed lies on the disk in the clear', async () => {
  test.setTimeout(240_000);
  let program = await start(newProfile());
  const { profile } = program;
  const recovery = await createByHand(program.page);
  await addByHand(program.page);
  await program.page.getByRole('searchbox').first().pressSequentially(TYPED.search);
  // Begun and not finished: a draft, which the vault seals a second later.
  await beginPerson(program.page);
  await type(program.page, 'Name', TYPED.draft);
  await program.page.waitForTimeout(1_500);

  const noted = newPerson('Only for the notes', { notes: TYPED.notes });
  must(await askVault(program.page, 'save', { record: noted, base: null }));
  must(await askVault(program.page, 'draft.put', { key: 'x', value: TYPED.draftByWire }));

  const list = fixturePath('steering-group.csv');
  const imported = [...readFileSync(list, 'utf8').matchAll(/[\w.]+@example\.\w+/g)]
    .map(([email]) => email)
    .slice(0, 12);
  must(await readImport(program, list));
  must(await askVault(program.page, 'import.apply', {}));
  const words = [...Object.values(TYPED), PASSPHRASE, ...recovery, ...imported];

  await makePdf(program.page, outPath('remnants/contacts.pdf'), async (path) => {
    await answerSaveDialog(program.app, path);
  });
  expectNone(profile, words);

  // Locked, and a wrong passphrase typed at the door.
  const page = await lockByKey(program);
  await type(page, 'Passphrase', TYPED.wrong);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByText('does not open this vault')).toBeVisible({ timeout: 30_000 });
  expectNone(profile, words);

  await program.close();
  expectNone(profile, words);

  // It was all there, though.
  program = await start(profile);
  must(await unlock(program.page));
  const hits = must(
    await askVault(program.page, 'find', { text: 'zwickelbaum', kinds: ['person'], limit: 5 }),
  );
  expect(hits.map(({ title }) => title)).toContain(TYPED.person);
  await lock(program);
  await program.close();
  expectNone(profile, words);
});

/** Previews the contact list and saves it as a PDF, as the screen does. */
async function makePdf(
  page: Page,
  path: string,
  answer: (path: string) => Promise<void>,
): Promise<void> {
  const name = { what: 'contacts', filter: 'all', text: '' } as const;
  must(await askVault(page, 'document', { name, for: 'preview' }));
  const { job } = must(await askVault(page, 'document', { name, for: 'pdf' }));
  await answer(path);
  const saved = await page.evaluate(async (made) => {
    const to = await host.ask('chooseSave', { kind: 'pdf', suggestedName: 'contacts.pdf' });
    return to.ok && to.value
      ? host.ask('pdfJob', { job: made, to: to.value.handle })
      : { ok: false as const, error: { code: 'file/failed' as const } };
  }, job);
  expect(must(saved).pages).toBeGreaterThan(0);
}

test('the same search finds what is planted, in every dress and every kind of place', async () => {
  const program = await start(newProfile());
  const { profile } = program;
  const word = 'Controlword Plantagenet';
  const found = (): Found[] => remnants(foldersOf(profile), [word]);
  expect(found()).toEqual([]);

  const plants: [Found['dress'], Buffer][] = [
    ['UTF-8', Buffer.from(`before ${word.toUpperCase()} after`)],
    ['UTF-16LE', Buffer.from(`odd${word}`, 'utf16le').subarray(1)],
    ...['', 'x', 'xy'].map((before): [Found['dress'], Buffer] => [
      'base64',
      Buffer.from(Buffer.from(`${before}${word} and more`).toString('base64')),
    ]),
    ['base64 of UTF-16LE', Buffer.from(Buffer.from(`y${word}`, 'utf16le').toString('base64'))],
  ];
  for (const folder of foldersOf(profile)) {
    for (const [at, [dress, bytes]] of plants.entries()) {
      const path = join(folder, `planted-${at}.bin`);
      writeFileSync(path, bytes);
      expect(remnants([folder], [word])).toContainEqual({ word, dress, path });
    }
  }
  const inFiles = found().length;
  expect(inFiles).toBe(3 * plants.length);

  // In the browser's own places: what the program itself would leave there, had it not sealed it.
  await program.page.evaluate(async (planted) => {
    localStorage.setItem('planted', planted);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('planted', 1);
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'));
      request.addEventListener('error', () => reject(new Error(request.error?.name)));
      request.addEventListener('success', () => {
        const work = request.result.transaction('rows', 'readwrite', { durability: 'strict' });
        work.objectStore('rows').put({ name: planted, other: `${planted} ☞` }, 1);
        work.addEventListener('complete', () => resolve());
      });
    });
  }, word);
  await makeVault(program.page);
  await program.close();
  const places = found().map(({ path }) => path);
  expect(places.some((path) => path.includes('IndexedDB'))).toBe(true);
  expect(places.some((path) => path.includes('Local Storage'))).toBe(true);
});

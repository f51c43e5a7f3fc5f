/**
 * Backups as a person has them: a folder is chosen, every lock leaves a copy there, old ones go by the plan, and one of
 * them brings the vault to a computer that never had it.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { TODAY, createVault, drop, look, press, room, unlock } from './at-work.ts';
import { answerOpenDialog, fixturePath, launchMuniment, setClock } from './launch.ts';
import type { Muniment, Profile } from './launch.ts';
import { giveToProgram } from './stage.ts';
import { lockByKey, must, newPerson, save } from './store/office.ts';
import { killTree } from './store/process-tree.ts';

const BACKUP = /^muniment-[0-9a-f]{8}-(\d{4}-\d\d-\d\d)-\d{10}\.backup$/;
const DAY_MS = 24 * 60 * 60_000;

/** A disk that can be taken away: a folder of the person's. */
function newDisk(profile: Profile): string {
  const disk = join(mkdtempSync(join(profile.home, 'media-')), 'Red stick');
  mkdirSync(disk, { mode: 0o700 });
  for (const folder of [dirname(disk), disk]) giveToProgram(folder);
  return disk;
}

const BLOBS = /^muniment-[0-9a-f]{8}-blobs$/;
const PHOTO = 'photo-with-place.jpg';

const filesIn = (disk: string) =>
  readdirSync(disk).filter((name) => name !== '.muniment-place' && !BLOBS.test(name));
/** The sealed files beside the backups. */
const blobsIn = (disk: string) =>
  readdirSync(disk)
    .filter((name) => BLOBS.test(name))
    .flatMap((name) => readdirSync(join(disk, name)));
const backupsIn = (disk: string) =>
  filesIn(disk)
    .filter((name) => BACKUP.test(name))
    .sort();
const daysIn = (disk: string) => backupsIn(disk).map((name) => BACKUP.exec(name)?.[1]);

async function toBackups(page: Page): Promise<void> {
  await room(page, 'Office');
  await page.getByRole('tab', { name: 'Backups' }).click();
}

async function openPerson(page: Page, name: string): Promise<void> {
  await room(page, 'People');
  await page.getByText(name).first().click();
  await page.getByRole('heading', { name: 'Attachments' }).waitFor();
}

async function chooseFolder({ app, page }: Muniment, disk: string): Promise<void> {
  await answerOpenDialog(app, [disk]);
  await press(page, 'Choose a folder …');
  await expect(page.getByText('Last backup today.')).toBeVisible();
}

async function chooseBackup(app: Muniment['app'], page: Page, path: string): Promise<void> {
  await press(page, 'Restore a backup');
  await answerOpenDialog(app, [path]);
  await press(page, 'Choose a backup …');
}

async function openWith(page: Page, key: readonly string[]): Promise<void> {
  await press(page, 'Use the recovery key instead');
  await page.getByLabel('Recovery key').fill(key.join(' '));
  await press(page, 'Open the backup');
}

/** Every later sync of a file larger than a key file never ends: the program is caught in the middle of a backup. */
function stopDisk({ app }: Muniment): Promise<void> {
  return app.evaluate(async () => {
    const { open } = process.getBuiltinModule('node:fs/promises');
    const file = await open(process.execPath, 'r');
    const kind: typeof file = Object.getPrototypeOf(file);
    await file.close();
    const { sync } = kind;
    kind.sync = async function hang(this: typeof file) {
      const { size } = await this.stat();
      await (size > 30_000 ? new Promise(() => {}) : sync.call(this));
    };
  });
}

test('backups are made, kept by the plan, missed when the disk is away, and restored elsewhere', async () => {
  test.setTimeout(120_000);
  const program = await launchMuniment();
  const { app, profile } = program;
  let { page } = program;
  const key = await createVault(program, { name: 'Immanuel Jacobs' });
  const disk = newDisk(profile);

  await test.step('Today offers to choose a place; the first backup is made there at once', async () => {
    await page.getByRole('button', { name: /There is no copy anywhere else yet/ }).click();
    await look(page, 'backup-tab-none');
    await chooseFolder(program, disk);
    expect(daysIn(disk)).toEqual(['2026-11-23']);
    await press(page, 'Check this backup');
    await expect(page.getByText('Just now, whole')).toBeVisible();
  });

  await test.step('a backup a day is kept for a week, then one a week', async () => {
    for (let day = 1; day <= 9; day += 1) {
      await setClock(app, Date.parse(TODAY) + day * DAY_MS);
      must(await save(page, newPerson(`Person ${day}`)));
      await press(page, 'Back up now');
      await expect
        .poll(() => daysIn(disk).at(-1))
        .toBe(`2026-${day < 8 ? `11-${23 + day}` : `12-0${day - 7}`}`);
      await expect(page.getByRole('button', { name: 'Back up now' })).toBeEnabled();
    }
    await expect(page.getByText('Last backup today.')).toBeVisible();
    expect(daysIn(disk)).toEqual([
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
    ]);
    await look(page, 'backup-tab');
    await page.setViewportSize({ width: 900, height: 600 });
    await look(page, 'backup-tab-small');
    await page.setViewportSize({ width: 1280, height: 820 });
  });

  await test.step('a lock leaves a backup; a disk that is away is named and comes back', async () => {
    must(await save(page, newPerson('Anna Kowalska')));
    page = await lockByKey(program);
    expect(daysIn(disk)).toHaveLength(7);
    renameSync(disk, `${disk} in a drawer`);
    await setClock(app, Date.parse(TODAY) + 19 * DAY_MS);
    await unlock(page);
    await room(page, 'Today');
    await expect(
      page.getByText('Last backup 10 days ago. Not there since 12 Dec 2026.'),
    ).toBeVisible();
    await expect(page.getByText('Overdue')).toBeVisible();
    await look(page, 'backup-today-overdue');
    await toBackups(page);
    await look(page, 'backup-tab-away');
    renameSync(`${disk} in a drawer`, disk);
    await openPerson(page, 'Anna Kowalska');
    await drop(page.locator('.attachments'), fixturePath(PHOTO));
    await expect(page.getByRole('button', { name: `Look at ${PHOTO}` })).toBeVisible();
    page = await lockByKey(program);
    expect(daysIn(disk).at(-1)).toBe('2026-12-12');
    // The picture and its small one.
    expect(blobsIn(disk)).toHaveLength(2);
  });

  const [older = ''] = backupsIn(disk);
  const newest = backupsIn(disk).at(-1) ?? '';
  await test.step('the newest opens with the recovery key where the vault never was', async () => {
    const elsewhere = await launchMuniment();
    await chooseBackup(elsewhere.app, elsewhere.page, join(disk, newest));
    await look(elsewhere.page, 'backup-restore');
    await openWith(elsewhere.page, key);
    await elsewhere.page.getByRole('heading', { name: 'Ready to restore' }).waitFor();
    await expect(elsewhere.page.getByText('The attached file is there too, whole.')).toBeVisible();
    await look(elsewhere.page, 'backup-restore-ready');
    await press(elsewhere.page, 'Restore this backup');
    await elsewhere.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await openPerson(elsewhere.page, 'Anna Kowalska');
    await press(elsewhere.page, `Look at ${PHOTO}`);
    await expect(elsewhere.page.getByRole('dialog').getByRole('img')).toBeVisible();
    await elsewhere.close();
  });

  await test.step('an older one is not put over what is here before that was said and confirmed', async () => {
    await chooseBackup(app, page, join(disk, older));
    await openWith(page, key);
    await page.getByRole('heading', { name: 'The vault here is newer' }).waitFor();
    await look(page, 'backup-restore-older');
    await expect(page.getByRole('button', { name: 'Restore this backup' })).toBeDisabled();
    // What is open to be compared is locked away like a vault.
    const isLockable = () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.enabled);
    expect(await isLockable()).toBe(true);
    await press(page, 'Keep what is here');
    await expect.poll(isLockable).toBe(false);
    await unlock(page);
  });

  await test.step('killed in the middle of writing, it leaves every earlier backup as it was', async () => {
    const before = backupsIn(disk);
    const bytes = readFileSync(join(disk, newest));
    await stopDisk(program);
    await toBackups(page);
    await press(page, 'Back up now');
    await expect.poll(() => filesIn(disk).length).toBe(before.length + 1);
    await killTree(program);
    await program.close();
    expect(backupsIn(disk)).toEqual(before);
    expect(readFileSync(join(disk, newest)).equals(bytes)).toBe(true);

    const again = await launchMuniment({ profile });
    await setClock(again.app, Date.parse(TODAY) + 19 * DAY_MS);
    await unlock(again.page);
    await lockByKey(again);
    // The newest of the day takes the place of the one before, and what was half written is gone.
    expect(filesIn(disk)).toEqual(backupsIn(disk));
    expect(backupsIn(disk)).toHaveLength(before.length);
    await again.close();
  });
});

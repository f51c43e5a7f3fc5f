/** The diary of the year: what day it is in the program, and the documents that each step leaves in e2e/out/year/. */
import { writeFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { ANONYMISED, BANNER } from '../../renderer/domain/banner.ts';
import { formatDayWithWeekday, plainDate } from '../../renderer/domain/dates.ts';
import type { AnyRecord } from '../../renderer/domain/kinds.ts';
import { room, savePdf, unlock } from '../at-work.ts';
import { expectStamped, textOf } from '../documents.ts';
import { type Muniment, outPath, setClock } from '../launch.ts';
import { lockByKey } from '../store/office.ts';
import { keep, membersFrom } from './group.ts';

interface Step {
  readonly day: string;
  readonly step: string;
  /** Names in e2e/out/year/. */
  readonly documents: string[];
}

const steps: Step[] = [];

/** Notes in the diary that the test which runs is lived on this day. */
function begin(day: string): void {
  steps.push({ day, step: test.info().title, documents: [] });
}

/**
 * The next day that counts: the clock is moved, nine in the morning UTC unless said otherwise, what has come since is kept,
 * and the Secretary unlocks. Answers the program with its fresh page, which shows Today.
 */
export async function turnTo(
  program: Muniment,
  day: string,
  { time = '09:00', records = [] }: { time?: string; records?: readonly AnyRecord[] } = {},
): Promise<Muniment> {
  begin(day);
  await setClock(program.app, `${day}T${time}:00Z`);
  await keep(program, records);
  const page = await lockByKey(program);
  await unlock(page);
  await lookAtToday(page, day);
  return { ...program, page };
}

/** A day on which nothing is printed: people join, past the screen. */
export async function joinedOn(program: Muniment, day: string, count: number): Promise<void> {
  await setClock(program.app, `${day}T09:00:00Z`);
  await keep(program, membersFrom(day, count));
}

/** Today as it is on this day, kept as a picture. */
export async function lookAtToday(page: Page, day: string): Promise<void> {
  await room(page, 'Today');
  await expect(page.getByText(formatDayWithWeekday(plainDate.parse(day))).first()).toBeVisible();
  // Its lines have come, or it says that there are none.
  await page.locator('.owed-line, .empty-state').first().waitFor();
  await page.screenshot({ path: outPath(`screens/year-${day}-light.png`) });
}

/** The name of the next document of the day, within e2e/out/: numbered through the year. */
export function paper(what: string, ending = 'pdf'): string {
  const count = steps.reduce((sum, { documents }) => sum + documents.length, 1);
  const name = `${String(count).padStart(2, '0')}-${what}.${ending}`;
  steps.at(-1)?.documents.push(name);
  return `year/${name}`;
}

/** Saves the document that is shown, reads it back and puts it away; answers its words, parted by one space. */
export async function leavePdf(program: Muniment, what: string): Promise<string> {
  const path = await saveShown(program, what);
  expectStamped(path);
  return wordsOf(path);
}

/** The same for one without personal data: each of its pages says so instead of the confidentiality sentence. */
export async function leaveCounts(program: Muniment, what: string): Promise<string> {
  const path = await saveShown(program, what);
  for (const sheet of textOf(path).split('\f').slice(0, -1)) {
    expect(sheet).toContain(ANONYMISED);
    expect(sheet).not.toContain(BANNER);
  }
  return wordsOf(path);
}

async function saveShown(program: Muniment, what: string): Promise<string> {
  const path = await savePdf(program, paper(what));
  await program.page.keyboard.press('Escape');
  await expect(program.page.locator('iframe')).toBeHidden();
  return path;
}

function wordsOf(path: string): string {
  return textOf(path).replaceAll(/\s+/g, ' ');
}

/** Writes what each step has left. */
export function writeIndex(): void {
  writeFileSync(outPath('year/index.json'), `${JSON.stringify(steps, null, 2)}\n`);
}

/**
 * Writing minutes as in a good editor: what the last meeting left open, headings, lists and tables, a paste from Word,
 * undo across a lock, and old minutes brought in from a Word file.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { plainDate } from '../renderer/domain/dates.ts';
import { ERRORS } from '../renderer/domain/errors.ts';
import { makeId } from '../renderer/domain/ids.ts';
import type { Meeting, Minutes } from '../renderer/domain/meeting.ts';
import { fromPlainText } from '../renderer/domain/rich-text.ts';
import { oldMinutes, wordFile } from '../renderer/importers/testing/word-file.ts';
import { look, press, room, scrollsSideways, unlock } from './at-work.ts';
import { answerOpenDialog, type Muniment, setClock } from './launch.ts';
import { giveToProgram } from './stage.ts';
import {
  PASSPHRASE,
  lock,
  lockByKey,
  makeVault,
  must,
  newMeeting,
  newPerson,
  pageOf,
  save,
  start,
} from './store/office.ts';

test.describe.configure({ mode: 'serial' });

const chair = newPerson('Małgorzata Sobczyk');
const jo = newPerson('Jo Bloggs');
const day = (text: string) => plainDate.parse(text);
const october = { ...newMeeting('Steering group, October'), date: day('2026-10-13') };
const november = { ...newMeeting('Steering group, November'), date: day('2026-11-10') };
/** Its minutes are in a Word file. */
const older: Meeting = {
  ...newMeeting('Steering group, extra'),
  date: day('2026-10-14'),
  attendance: [{ person: jo.id, mark: 'apologies' }],
};
const before: Minutes = {
  kind: 'minutes',
  id: makeId('minutes', randomBytes(16)),
  purpose: 'steering',
  meeting: october.id,
  meetingDate: october.date,
  items: [
    {
      title: 'Website',
      discussion: fromPlainText('The domain runs out in December.'),
      decision: '',
      proposer: null,
      seconder: null,
      actions: [{ what: 'Renew the domain', owner: jo.id, due: day('2026-11-30'), done: false }],
    },
  ],
  nextMeeting: november.date,
  approved: null,
};

let program: Muniment;
const meeting = () => pageOf(program).getByRole('region', { name: 'Meeting' });
const discussion = (item: number) =>
  meeting().getByRole('textbox', { name: `Discussion of item ${item}` });

const title = (item: number) =>
  meeting().getByRole('textbox', { name: `Item ${item}`, exact: true });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await start();
  await setClock(program.app, '2026-11-23T12:00:00Z');
  await makeVault(program.page);
  for (const record of [chair, jo, october, november, older, before])
    must(await save(program.page, record));
  await lock(program, `meetings/${november.id}`);
  await unlock(pageOf(program), PASSPHRASE);
});
test.afterAll(() => program.close());

/** Pastes HTML as the clipboard gives it. */
async function paste(html: string): Promise<void> {
  await pageOf(program).evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', given);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, html);
}

test('minutes begin with what is open, and an action that is ticked there is off the action list', async () => {
  const page = pageOf(program);
  await meeting()
    .getByRole('tab', { name: /Minutes/ })
    .click();
  await press(meeting(), 'Draft minutes');
  await expect(meeting().getByRole('textbox', { name: 'Matter 1', exact: true })).toHaveValue(
    'Website',
  );
  await meeting().getByLabel('What became of it').fill('Renewed for two years.');
  await meeting()
    .getByRole('button', { name: /Outcome/ })
    .click();
  await page.getByRole('option', { name: 'Approved with amendments' }).click();
  await meeting()
    .getByRole('textbox', { name: 'Amendments' })
    .fill('Item 1: “December” for “May”.');
  await look(page, 'minutes-arising');
  await room(page, 'Today');
  await expect(page.getByText('Renew the domain')).toBeVisible();
  await room(page, 'Meetings');
  await page.getByRole('row', { name: /November/ }).click();
  await meeting().getByRole('checkbox', { name: 'Action 1 done' }).press('Space');
  await expect(meeting().getByText('Saved')).toBeVisible();
  await room(page, 'Today');
  await expect(page.getByText('Renew the domain')).toBeHidden();
});

test('a heading, a list and a table are typed without the mouse leaving the text', async () => {
  const page = pageOf(program);
  await room(page, 'Meetings');
  await page.getByRole('row', { name: /November/ }).click();
  await discussion(2).click();
  await page.keyboard.press('Control+Alt+1');
  await page.keyboard.type('Quotes');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- Harbour Hosting');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Quay & Sons');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const bar = meeting().getByRole('toolbar', { name: 'Format: Discussion of item 2' });
  await press(bar, 'Table');
  for (const words of [
    'Host',
    'First year',
    'After',
    'Harbour',
    '£90',
    '£120',
    'Quay',
    '£85',
    '£85',
  ]) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await press(bar, 'Remove row');
  await discussion(2).getByText('£90').click();
  await press(bar, 'Remove column');
  await press(bar, 'Add column');
  await expect(discussion(2).locator('h4')).toHaveText('Quotes');
  await expect(discussion(2).locator('li')).toHaveText(['Harbour Hosting', 'Quay & Sons']);
  await expect(discussion(2).locator('th')).toHaveCount(3);
  await expect(discussion(2).locator('tr')).toHaveCount(3);
  await discussion(2).scrollIntoViewIfNeeded();
  await look(page, 'minutes-table');
});

test('Word’s lists and tables are pasted as lists and tables, and more than an item holds is refused in a sentence', async () => {
  const page = pageOf(program);
  await discussion(3).click();
  const item = (level: number, mark: string, words: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${mark}&nbsp;</span>${words}<o:p></o:p></p>`;
  await paste(`<html><head><style>p {color: red}</style></head><body><h2>Costs</h2>${item(1, '·', 'Hall')}${item(2, 'o', 'deposit')}
    <table><tr><td colspan=2>Hall</td></tr><tr><td>June</td><td>£40</td></tr></table><p onclick="x()"><a href="https://example.org">All</a></p></body></html>`);
  await expect(discussion(3).locator('h4')).toHaveText('Costs');
  await expect(discussion(3).locator('ul ul li')).toHaveText('deposit');
  await expect(discussion(3).locator('td')).toHaveText(['June', '£40']);
  expect(await discussion(3).locator('a, [style], [onclick]').count()).toBe(0);
  const row = '<tr><td>one</td><td>two</td></tr>';
  for (const html of [`<table>${row.repeat(1_000)}</table>`, `<p>${'x '.repeat(2_600_000)}</p>`]) {
    const began = Date.now();
    await paste(html);
    await expect(meeting().getByText(ERRORS['text/too-much'])).toBeVisible();
    expect(Date.now() - began).toBeLessThan(2_000);
    await page.keyboard.type('.');
    await expect(meeting().getByText(ERRORS['text/too-much'])).toBeHidden();
  }
});

test('an item moves by the keyboard, with the cursor and what is being typed in it', async () => {
  const page = pageOf(program);
  await title(2).fill('Quotes for hosting');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(title(1)).toHaveValue('Quotes for hosting');
  await expect(title(1)).toBeFocused();
  await expect(discussion(1).locator('h4')).toHaveText('Quotes');
  await page.keyboard.press('Enter');
  await expect(discussion(1)).toBeFocused();
});

test('Ctrl+Z takes back what was changed last before a lock, and what was typed into a text', async () => {
  let page = pageOf(program);
  await discussion(2).click();
  await page.keyboard.type('Nobody sent apologies.');
  await page.waitForTimeout(1_100);
  await page.keyboard.type(' That was wrong.');
  await title(3).fill('Reports of officers');
  await lockByKey(program);
  page = pageOf(program);
  await unlock(page, PASSPHRASE);
  await expect(title(3)).toHaveValue('Reports of officers');
  await title(3).click();
  await page.keyboard.press('Control+z');
  await expect(title(3)).toHaveValue('Any other business');
  await expect(discussion(2)).toHaveText('Nobody sent apologies. That was wrong.');
  await discussion(2).click();
  await page.keyboard.press('Control+z');
  await expect(discussion(2)).toHaveText('Nobody sent apologies.');
  await page.keyboard.press('Control+z');
  await expect(discussion(2)).toHaveText('');
  await page.keyboard.press('Control+y');
  await expect(discussion(2)).toHaveText('Nobody sent apologies.');
});

test('a Word file that takes long to read is given up at once', async () => {
  const page = pageOf(program);
  await room(page, 'Meetings');
  const path = join(program.profile.home, 'long.docx');
  writeFileSync(path, wordFile('<w:p/>'.repeat(680_000)));
  giveToProgram(path);
  await press(page, 'Import old minutes');
  await answerOpenDialog(program.app, [path]);
  await press(page, 'Choose a document');
  const asked = page.getByRole('dialog', { name: 'Import old minutes' });
  await asked.getByText('Reading the document').waitFor();
  await page.waitForTimeout(300);
  const began = Date.now();
  await press(asked, 'Cancel');
  await asked.getByRole('button', { name: 'Choose a document' }).waitFor();
  expect(Date.now() - began).toBeLessThan(1_000);
  await page.keyboard.press('Escape');
});

test('old minutes come in from Word: looked at first, kept as a draft, their attendance as far as it is wanted', async () => {
  const page = pageOf(program);
  const path = join(program.profile.home, 'old.docx');
  writeFileSync(
    path,
    oldMinutes({ chair: 'Małgorzata Sobczyk', present: 'Jo Bloggs', apologies: 'Ben Okafor' }),
  );
  giveToProgram(path);
  const broken = join(program.profile.home, 'broken.docx');
  writeFileSync(broken, readFileSync(path).subarray(0, 900));
  giveToProgram(broken);
  await press(page, 'Import old minutes');
  await answerOpenDialog(program.app, [broken]);
  await press(page, 'Choose a document');
  await expect(page.getByRole('alert')).toHaveText(ERRORS['file/damaged']);
  await answerOpenDialog(program.app, [path]);
  await press(page, 'Choose a document');
  const asked = page.getByRole('dialog', { name: 'Import old minutes' });
  await expect(asked.getByText('Somebody Unknown, Ben Okafor. Their names')).toBeVisible();
  // Of the meeting that is here nobody's mark is changed unless that is said.
  const overwriting = asked.getByRole('checkbox', {
    name: 'Jo Bloggs: present (here: apologies)',
  });
  await expect(overwriting).not.toBeChecked();
  await expect(
    asked.getByRole('checkbox', { name: 'Małgorzata Sobczyk: in the chair' }),
  ).toBeChecked();
  await overwriting.press('Space');
  await look(page, 'minutes-import');
  await asked.getByText('Before the first heading').click();
  await press(asked, 'Keep as a draft');
  await expect(meeting().getByRole('textbox', { name: 'Item 1', exact: true })).toHaveValue(
    'Treasurer’s report',
  );
  await expect(meeting().getByLabel('Decision').first()).toHaveValue(
    'That Harbour Hosting be asked.',
  );
  await expect(discussion(1).locator('th')).toHaveText(['Host', 'Price', '']);
  await program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  );
  await look(page, 'small-minutes');
  expect(await scrollsSideways(page)).toBe(false);
});

test('an action of approved minutes is ticked off where they are read', async () => {
  const page = pageOf(program);
  await expect(meeting().getByText('Meeting · 2 present')).toBeVisible();
  await press(meeting(), 'Approve …');
  await press(page.getByRole('dialog', { name: 'Approve minutes' }), 'Approve minutes');
  const done = meeting().getByRole('checkbox', { name: 'Action 1 of item 1 done' });
  await done.press('Space');
  await expect(done).toBeChecked();
  await expect(meeting().getByText('· done')).toBeVisible();
  await look(page, 'small-minutes-approved');
});

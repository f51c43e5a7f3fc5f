/**
 * A year of the group, lived day by day with the clock moved by the test: what each day asks of the Secretary, and the
 * documents that it leaves in e2e/out/year/, which index.json lists.
 */
import { expect, test } from '@playwright/test';
import { ERRORS } from '../renderer/domain/errors.ts';
import { PASSPHRASE, choose, createVault, press, room, suggest, unlock } from './at-work.ts';
import { type Muniment, launchMuniment, setClock } from './launch.ts';
import { joinedOn, leaveCounts, leavePdf, lookAtToday, turnTo, writeIndex } from './year/diary.ts';
import { committeeFrom, meetingWithMinutes, membersFrom, participant } from './year/group.ts';
import {
  consentAt,
  decideToTell,
  leaveCalendar,
  lookAtHeld,
  openFromToday,
  photographAtEvent,
  receiveComplaint,
  receiveRequest,
  recordBreach,
  walkReview,
} from './year/duties.ts';
import {
  approveAndPrint,
  approveMatrix,
  decide,
  describeRole,
  handOver,
  office,
  openConsent,
  takeEnquiry,
  typeDay,
  withdrawConsent,
} from './year/steps.ts';

test.describe.configure({ mode: 'serial' });

const SUCCESSOR = { name: 'Małgorzata Sobczyk', passphrase: 'copper heron saddle violet' };
const KEY_MS = 30_000;
const committee = committeeFrom('2026-01-12');
const GUESTS = ['Rachael Green', 'Tobias Lindqvist', 'Aurelia Nightingale'];
const guests = GUESTS.map((name) => participant(name, '2026-06-10'));

let program: Muniment;
test.beforeAll(async () => {
  program = await launchMuniment();
});
test.afterAll(async () => {
  writeIndex();
  await program?.close();
});

/** Keeps today's meeting and the draft of its minutes; the minutes of the one before are approved at it and printed. */
async function meet(day: string, next: string, before?: string): Promise<void> {
  const records = meetingWithMinutes(committee, day, next);
  program = await turnTo(program, day, { records });
  if (before === undefined) return;
  const words = await approveAndPrint(program, before);
  expect(words).toContain('Approved');
}

test('12 Jan 2026: the vault is made, and five people join the committee', async () => {
  const owner = { name: 'Immanuel Jacobs' };
  await createVault(program, owner, undefined, '2026-01-12T09:00:00Z');
  program = await turnTo(program, '2026-01-12', { records: committee });
  const { page } = program;
  await room(page, 'People');
  await page.getByRole('row', { name: /Paxton Brown/ }).click();
  await press(page.getByRole('region', { name: 'Person' }), 'Welcome letter');
  expect(await leavePdf(program, 'welcome-letter')).toContain('Paxton Brown');
  await press(page, 'Contact list');
  expect(await leavePdf(program, 'contact-list')).toContain('officer5@example.org');
});

test('14 Jan: the first meeting', () => meet('2026-01-14', '2026-03-11'));

test('11 Feb: the committee approves a role description and an access matrix (GOVERN, ACCESS)', async () => {
  program = await turnTo(program, '2026-02-11', { records: membersFrom('2026-02-11', 3) });
  const { page } = program;
  const role = 'The role description of the Group Secretary is approved.';
  const matrix = 'The access matrix is approved.';
  const words = await decide(program, role);
  expect(words).toContain('Steering Committee');
  expect(words).toContain('11 Feb 2026');
  await decide(program, matrix);
  const description = await describeRole(page, role);
  await press(description, 'Print');
  expect(await leavePdf(program, 'role-description')).toContain('In force');
  await approveMatrix(page, matrix);
  await press(page, 'Print');
  expect(await leavePdf(program, 'access-matrix')).toContain('11 Feb 2026');
});

test('11 Mar: the second meeting, where the minutes of the first are approved', () =>
  meet('2026-03-11', '2026-05-13', 'Wed 14 Jan 2026'));

test('8 Apr: somebody asks for a speaker, and an officer answers (COLLECT-DIRECT)', async () => {
  const asker = participant('Bertram Holloway', '2026-04-08');
  program = await turnTo(program, '2026-04-08', { records: [asker] });
  const enquiry = await takeEnquiry(program.page, asker.name.full, '里奈 大森');
  await enquiry.getByLabel('Outcome').fill('A speaker was found.');
  await typeDay(enquiry, 'Closed', '2026-04-08');
  await expect(enquiry.getByText('Closed', { exact: true }).first()).toBeVisible();
  await press(enquiry, 'Print');
  expect(await leavePdf(program, 'enquiry')).toContain('A speaker was found.');
});

test('13 May: the third meeting', async () => {
  await joinedOn(program, '2026-05-06', 4);
  await meet('2026-05-13', '2026-07-08', 'Wed 11 Mar 2026');
});

test('10 Jun: three people consent to a photograph of an event, and it is published (COLLECT-PHOTOS)', async () => {
  program = await turnTo(program, '2026-06-10', { records: guests });
  const photograph = await photographAtEvent(program.page, GUESTS);
  await press(photograph, 'Mark as published');
  await expect(photograph.getByText(/^3 of 3 people have no consent in force/)).toBeVisible();
  for (const name of GUESTS) await consentAt(photograph, name);
  await press(photograph, 'Mark as published');
  await expect(photograph.getByText('Published', { exact: true })).toBeVisible();
  await press(photograph, 'Print');
  expect(await leavePdf(program, 'photograph')).toContain('10 Jun 2026');
  await openConsent(program.page, 'Rachael Green');
  await press(program.page.getByRole('region', { name: 'Consent' }), 'Consent record');
  expect(await leavePdf(program, 'consent')).toContain('10 Jun 2026');
});

test('8 Jul: the fourth meeting', () => meet('2026-07-08', '2026-09-09', 'Wed 13 May 2026'));

test('13 Jul: one of the three withdraws, and the photograph is taken down (CONSENT)', async () => {
  program = await turnTo(program, '2026-07-13');
  const { page } = program;
  const consent = await withdrawConsent(page, 'Tobias Lindqvist');
  await press(consent, 'Consent record');
  expect(await leavePdf(program, 'consent-withdrawn')).toContain('13 Jul 2026');
  await room(page, 'Today');
  const owed = page.getByRole('button', { name: /Take down a photograph/ });
  await owed.click();
  const task = page.getByRole('region', { name: 'task' });
  await press(task, /The panel/);
  const photograph = page.getByRole('region', { name: 'photograph' });
  await press(photograph, 'Mark as taken down');
  await expect(photograph.getByText('Taken down', { exact: true }).first()).toBeVisible();
  await room(page, 'Today');
  await expect(owed).toHaveCount(0);
  await office(page, 'Tasks');
  await page.getByRole('row', { name: /Take down a photograph/ }).click();
  await press(task, 'Print');
  expect(await leavePdf(program, 'task-done')).toContain('Done');
});

test('9 Sep: the fifth meeting', async () => {
  await joinedOn(program, '2026-08-12', 2);
  await meet('2026-09-09', '2026-11-11', 'Wed 8 Jul 2026');
});

test('11 Nov: the sixth meeting', async () => {
  await joinedOn(program, '2026-10-07', 6);
  await joinedOn(program, '2026-11-04', 1);
  await meet('2026-11-11', '2027-01-13', 'Wed 9 Sep 2026');
});

test('23 Nov: a complaint comes, and is acknowledged (COMPLAINT)', async () => {
  program = await turnTo(program, '2026-11-23');
  const { page } = program;
  const complaint = await receiveComplaint(page, 'Kim Visitor', 'A photograph was shown.');
  await room(page, 'Today');
  const line = page.getByRole('button', { name: /Acknowledge the complaint/ });
  await expect(line).toContainText('Received 23 Nov 2026 + 30 days = 23 Dec 2026.');
  await expect(line).toContainText('Safer by 22 Dec 2026');
  await line.click();
  await press(complaint, 'Acknowledgement');
  expect(await leavePdf(program, 'complaint-acknowledgement')).toContain('23 Dec 2026');
  await press(complaint, 'Acknowledged today');
  await expect(complaint.getByText('To answer', { exact: true })).toBeVisible();
});

test('25 Nov: somebody asks to see what is held on them (RIGHT-ACCESS)', async () => {
  program = await turnTo(program, '2026-11-25');
  const { page } = program;
  const request = await receiveRequest(page, 'Rachael Green');
  await choose(request, /Write/, 'Acknowledgement');
  await leavePdf(program, 'request-acknowledgement');
  await room(page, 'Today');
  await expect(page.getByRole('button', { name: /Request to answer/ })).toContainText(
    'Received 25 Nov 2026 + 1 month = 25 Dec 2026, a bank holiday; next working day 29 Dec 2026.',
  );
});

test('30 Nov: she is asked what she means, and the clock stands still', async () => {
  program = await turnTo(program, '2026-11-30');
  const { page } = program;
  await openFromToday(page, /Request to answer/);
  const request = page.getByRole('region', { name: 'request' });
  await press(request, 'Add a clarification');
  await expect(request.getByText('Waiting for an answer', { exact: true })).toBeVisible();
  await choose(request, /Write/, 'Asking what is meant');
  await leavePdf(program, 'request-clarification');
});

test('4 Dec: she answers, and five days are added', async () => {
  program = await turnTo(program, '2026-12-04');
  const { page } = program;
  await openFromToday(page, /Request to answer/);
  const request = page.getByRole('region', { name: 'request' });
  await typeDay(request.getByRole('group', { name: 'Clarifications' }), 'Answered', '2026-12-04');
  await expect(request.getByText('To answer', { exact: true })).toBeVisible();
  await room(page, 'Today');
  await expect(page.getByRole('button', { name: /Request to answer/ })).toContainText(
    '= 25 Dec 2026 + 5 days waiting for an answer = 30 Dec 2026.',
  );
});

test('15 Dec: thirty days before their last day, Today warns of the minutes of January', async () => {
  program = await turnTo(program, '2026-12-15');
  const line = program.page.getByRole('button', { name: /Minutes reach their last day/ });
  await expect(line).toContainText('Meeting 14 Jan 2026 + 12 months = 14 Jan 2027.');
  await expect(line).toContainText('in 30 days');
  const calendar = await leaveCalendar(program);
  expect(calendar).toContain('20261230');
  expect(calendar).not.toContain('Kim Visitor');
});

test('18 Dec: the complaint and the request are answered (COMPLAINT, RIGHT-ACCESS)', async () => {
  program = await turnTo(program, '2026-12-18');
  const { page } = program;
  await openFromToday(page, /Answer the complaint/);
  const complaint = page.getByRole('region', { name: 'complaint' });
  await complaint.getByLabel('Outcome').fill('The photograph was taken down in July.');
  await complaint.getByLabel('Or their name').click();
  await press(complaint, 'Response');
  expect(await leavePdf(program, 'complaint-response')).toContain('ico.org.uk');
  await press(complaint, 'Answered today');
  await expect(complaint.getByText('Answered', { exact: true }).first()).toBeVisible();

  await openFromToday(page, /Request to answer/);
  const request = page.getByRole('region', { name: 'request' });
  await lookAtHeld(request);
  await choose(request, /Decision$/, 'Upheld');
  await choose(request, /Write/, 'Everything held, with the answer');
  const pack = await leavePdf(program, 'access-pack');
  expect(pack).toContain('Photographs at events');
  expect(pack).not.toContain('Tobias');
  await typeDay(request, 'Answered', '2026-12-18');
  await expect(request.getByText('To answer', { exact: true })).toBeHidden();
  await room(page, 'Today');
  await expect(page.getByRole('button', { name: /to answer|Answer the/ })).toHaveCount(0);
});

test('7 Jan 2027: seven days before, it warns once more', async () => {
  program = await turnTo(program, '2027-01-07');
  await expect(program.page.getByText('Last week of minutes')).toBeVisible();
});

test('13 Jan: the seventh meeting', () => meet('2027-01-13', '2027-03-10', 'Wed 11 Nov 2026'));

test('15 Jan: their last day has passed, and the unlock erases them (RETAIN-MINUTES, ERASE)', async () => {
  // Left open past midnight: hidden at once.
  await setClock(program.app, '2027-01-15T00:05:00Z');
  await room(program.page, 'Meetings');
  await room(program.page, 'Today');
  await expect(program.page.getByText('One set of minutes, hidden')).toBeVisible();

  program = await turnTo(program, '2027-01-15');
  const { page } = program;
  const notice = page.getByRole('region', { name: 'Erased at the unlock' });
  await expect(notice).toContainText('14 Jan 2026');
  await press(notice, 'See the certificate');
  await expect(page.getByRole('row', { name: /1 set of minutes/ })).toContainText('Done');
  await room(page, 'Meetings');
  const row = page.getByRole('row', { name: /Wed 14 Jan 2026/ });
  await expect(row).toContainText('None');
});

test('18 Jan: the annual review, up to its report for the Chair (REVIEW, BASIS)', async () => {
  program = await turnTo(program, '2027-01-18');
  const { page } = program;
  await office(page, 'Purposes');
  await press(page, 'Processing register');
  expect(await leavePdf(program, 'processing-register')).toContain('Legitimate interest');
  expect(await walkReview(page)).toBeGreaterThan(5);
});

test('10 Feb: the CQI gets its counts and its evidence (ANONYMISE, OVERSIGHT)', async () => {
  program = await turnTo(program, '2027-02-10', { records: membersFrom('2027-02-10', 1) });
  const { page } = program;
  await office(page, 'Summary');
  await press(page, 'Preview the summary');
  await leaveCounts(program, 'summary');
  await press(page, 'Preview the evidence');
  const evidence = await leaveCounts(program, 'evidence');
  for (const { name } of [...committee, ...guests]) expect(evidence).not.toContain(name.full);
});

test('10 Mar: the eighth meeting', () => meet('2027-03-10', '2027-05-12', 'Wed 13 Jan 2027'));

test('26 Mar: a breach becomes known on a Friday evening (BREACH)', async () => {
  program = await turnTo(program, '2027-03-26', { time: '20:00' });
  const { page } = program;
  const breach = await recordBreach(page, '2027-03-26', '17:30');
  const clocks = breach.getByRole('region', { name: 'The 72 hours' });
  await expect(clocks.getByText('69 hours left.')).toBeVisible();
  await expect(clocks.getByText(/= 29 Mar 2027, 18:30/)).toBeVisible();
  await suggest(breach, /Add to people affected/, 'Aurelia Nightingale');
  const affected = breach.getByRole('listitem').filter({ hasText: 'Aurelia Nightingale' });
  await expect(affected).toBeVisible();
  const reason = 'A high risk is likely: the list holds addresses.';
  await decideToTell(breach, reason);
  await press(breach, 'Report form');
  const report = await leavePdf(program, 'breach-report');
  expect(report).toContain('29 Mar 2027, 18:30');
  expect(report).not.toContain('Aurelia');
  await choose(breach, /Letter to a person affected/, 'Aurelia Nightingale');
  await leavePdf(program, 'breach-letter');
  await press(breach, 'Print');
  expect(await leavePdf(program, 'breach-record')).toContain(reason);
  await lookAtToday(page, '2027-03-26');
});

test('31 Mar: the office is handed over with new keys, and the successor unlocks', async () => {
  program = await turnTo(program, '2027-03-31');
  program = { ...program, page: await handOver(program, SUCCESSOR) };
  const { page } = program;
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText(ERRORS['vault/passphrase-wrong'])).toBeVisible({ timeout: KEY_MS });
  await setClock(program.app, '2027-04-01T09:00:00Z');
  await unlock(page, SUCCESSOR.passphrase);
  await lookAtToday(page, '2027-04-01');
});

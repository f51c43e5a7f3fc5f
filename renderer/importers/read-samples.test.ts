import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../domain/dates.ts';
import { makeId } from '../domain/ids.ts';
import { type Person, person } from '../domain/person.ts';
import { proposeAttendance } from './propose-attendance.ts';
import { propose } from './propose.ts';
import { readFile } from './read-file.ts';
import type { ReadAttendance, ReadPeople } from './read-types.ts';

const today = plainDate.parse('2026-11-23');
const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../e2e/fixtures/${name}`, import.meta.url)));

function people(name: string): ReadPeople {
  const read = readFile(bytesOf(name), today);
  if (!read.ok || read.value.what !== 'people') throw new Error('not a list of people');
  return read.value;
}
function attendance(): ReadAttendance {
  const read = readFile(bytesOf('attendance-2026.xlsx'), today);
  if (!read.ok || read.value.what !== 'attendance') throw new Error('not a register');
  return read.value;
}
const faults = (read: ReadPeople): string[] =>
  read.rows.flatMap(({ row, problems }) =>
    problems.map(({ code, field, severity }) => `${row} ${code} ${field} ${severity}`),
  );
const draftAt = (read: ReadPeople, row: number) => {
  const draft = read.rows.find((r) => r.row === row)?.draft;
  if (!draft) throw new Error(`row ${row} has no draft`);
  return draft;
};
const idOf = (n: number) => makeId('person', new Uint8Array(16).fill(n));
const stored = (read: ReadPeople): Person[] =>
  propose(read, []).rows.flatMap((row, i) =>
    row.state === 'new' ? [{ ...row.draft, id: idOf(i) }] : [],
  );

describe('the secretary’s own list', () => {
  const read = people('steering-group.csv');

  test('is UTF-8 with a mark and commas; every column is imported', () => {
    expect(read.details).toBe('UTF-8 with BOM, comma');
    expect(read.columns.map(({ field }) => field)).toEqual(
      'Name,Post,E-mail,Phone,Address,Address,Address,Joined,Notes'.split(','),
    );
  });

  test('has 64 rows: 60 people, two duplicates, an empty row and a row of totals', () => {
    expect(propose(read, []).counts).toEqual({ new: 60, changed: 0, duplicate: 2, cannot: 2 });
    expect(read.rows).toHaveLength(64);
    expect(read.rows.map(({ row }) => row)).toEqual(Array.from({ length: 64 }, (_, i) => i + 2));
  });

  test('has exactly the faults that were put into it, row by row', () => {
    expect(faults(read)).toEqual([
      '19 email-none E-mail noticed',
      '23 email-missing E-mail noticed',
      '25 phone-two Phone noticed',
      '35 date-none Joined noticed',
      '64 empty-row Row cannot',
      '65 total-row Row cannot',
    ]);
  });

  test('loses nothing of a cell that does not fit its field', () => {
    expect(draftAt(read, 19)).toMatchObject({
      name: { full: '崇 古谷', prefix: 'Prof', given: '', family: '' },
      emails: [],
      notes: 'E-mail as given: not an e-mail',
    });
    expect(draftAt(read, 23)).toMatchObject({ emails: [], notes: '' });
    expect(draftAt(read, 25)).toMatchObject({
      phones: [
        { label: 'Mobile', number: '07700 900 023' },
        { label: 'Mobile', number: '07700 900 024' },
      ],
      notes: 'Phone as given: 07700 900 023 / 024',
    });
    expect(draftAt(read, 35)).toMatchObject({
      collectedOn: null,
      notes: 'Joined as given: 31/02/2024',
    });
  });

  test('keeps the quoted cell with its line break', () => {
    expect(draftAt(read, 42).notes).toBe('said "call after 6",\nprefers e-mail');
    expect(draftAt(read, 43).name.full).toBe('Aylin Waelchi');
  });

  test('reads day/month/year and ISO dates alike', () => {
    expect(draftAt(read, 2).collectedOn).toBe('2016-03-31');
    expect(draftAt(read, 3).collectedOn).toBe('2020-12-13');
    expect(draftAt(read, 9).collectedOn).toBe('2024-09-04');
    expect(read.rows.filter(({ draft }) => draft?.collectedOn)).toHaveLength(61);
  });

  test('makes a role a term of office that starts when they joined', () => {
    expect(draftAt(read, 2)).toMatchObject({
      name: { full: 'Paxton Brown', prefix: 'Mr', given: 'Paxton', family: 'Brown' },
      purpose: 'steering',
      route: 'steering-group',
      categories: ['officer'],
      emails: [{ label: '', address: 'paxton.brown0@example.org' }],
      addresses: [
        {
          label: 'Home',
          lines: ['59 Jaylin Court'],
          city: 'Braun-upon-Kuhlman',
          region: '',
          postcode: 'KY19 01N',
          country: 'United Kingdom',
        },
      ],
      terms: [{ post: 'chair', from: '2016-03-31', until: null }],
    });
    const officers = read.rows.filter(({ draft }) => (draft?.terms.length ?? 0) > 0);
    expect(officers.map(({ row }) => row)).toEqual([
      ...Array.from({ length: 16 }, (_, i) => i + 2),
      62,
      63,
    ]);
    expect(draftAt(read, 18)).toMatchObject({
      route: 'direct',
      terms: [],
      purpose: 'enquiries',
      categories: ['public'],
    });
  });

  test('finds both duplicates, the one in capitals too, and says why', () => {
    const rows = propose(read, []).rows.filter(({ state }) => state === 'duplicate');
    const reasons = ['email', 'name-phone', 'name-address'];
    expect(rows).toMatchObject([
      { row: 62, of: { row: 6 }, reasons, adds: [] },
      { row: 63, of: { row: 7 }, reasons, adds: [] },
    ]);
  });

  test('leaves non-Latin names whole', () => {
    expect(draftAt(read, 5).name).toEqual({
      full: 'نادر بن عبد السلام',
      prefix: 'Prof',
      given: '',
      family: '',
    });
    expect(draftAt(read, 8).name).toMatchObject({ full: '里奈 大森', given: '', family: '' });
  });
});

describe('Outlook’s export', () => {
  const read = people('outlook-windows1252.csv');

  test('brings in 43 of 43 without a fault', () => {
    expect(read.details).toBe('Windows-1252, comma');
    expect(propose(read, []).counts).toEqual({ new: 43, changed: 0, duplicate: 0, cannot: 0 });
    expect(faults(read)).toEqual([]);
  });

  test('keeps the characters that only Windows-1252 has', () => {
    const fee = read.rows.filter(({ draft }) =>
      draft?.notes.endsWith('\nLabels: IMSIG – member’s fee €45'),
    );
    expect(fee.map(({ row }) => row)).toEqual([4, 11, 18, 25, 32, 39]);
  });

  test('fills the fields of its own header, and names the columns that it leaves out', () => {
    expect(draftAt(read, 2)).toEqual({
      kind: 'person',
      purpose: 'enquiries',
      name: { full: 'Major Wilkinson', prefix: 'Mr', given: 'Major', family: 'Wilkinson' },
      categories: ['public'],
      holder: 'imsig',
      route: 'direct',
      collectedOn: null,
      organisation: 'Heathcote-Blick - Johnston-Herzog',
      jobTitle: 'Human Program Planner',
      emails: [{ label: '', address: 'major.wilkinson60@example.org' }],
      phones: [{ label: 'Work', number: '+44 7700 900060' }],
      addresses: [
        {
          label: 'Work',
          lines: ['37 Moss Lane'],
          city: 'Nether Denesik',
          region: '',
          postcode: 'HX86 39N',
          country: 'United Kingdom',
        },
      ],
      terms: [],
      noticeVersion: null,
      notes: 'Acceptus volaticus summa surgo velut.\nLabels: IMSIG',
    });
    const left = read.columns.filter(({ field }) => field === null).map(({ header }) => header);
    expect(left).toEqual([
      'Anniversary',
      'Birthday',
      'E-mail Type',
      'E-mail Display Name',
      'Sensitivity',
    ]);
  });
});

describe('Google’s export', () => {
  const read = people('google-contacts.csv');

  test('brings in 60 of 60 without a fault', () => {
    expect(read.details).toBe('UTF-8, comma');
    expect(propose(read, []).counts).toEqual({ new: 60, changed: 0, duplicate: 0, cannot: 0 });
    expect(faults(read)).toEqual([]);
  });

  test('takes the second e-mail, the labels and the parts of the address', () => {
    expect(draftAt(read, 2)).toMatchObject({
      emails: [
        { label: 'Work', address: 'phil.mueller120@example.org' },
        { label: 'Home', address: 'alt.phil.mueller120@example.org' },
      ],
      phones: [{ label: 'Mobile', number: '+44 7700 900120' }],
      addresses: [{ label: 'Home', lines: ['373 Brookside'], postcode: 'CB81 15P' }],
      notes: 'Quibusdam ad theologus atrox sustineo vulgus.\nLabels: IMSIG',
    });
    const two = read.rows.filter(({ draft }) => draft?.emails.length === 2);
    const one = read.rows.filter(({ draft }) => draft?.emails.length === 1);
    expect([two.length, one.length]).toEqual([7, 53]);
  });
});

describe('vCards of three versions', () => {
  const read = people('contacts.vcf');

  test('come in 60 of 60; the only notice is the photo that stays out', () => {
    expect(read.details).toBe('UTF-8, 20 of version 2.1, 20 of version 3.0, 20 of version 4.0');
    expect(propose(read, []).counts).toEqual({ new: 60, changed: 0, duplicate: 0, cannot: 0 });
    expect(faults(read)).toEqual(['1 photo-left-out Photo noticed']);
    expect(read.columns).toContainEqual({ header: 'PHOTO', field: null });
  });

  test('each has its name, one e-mail address and one number', () => {
    read.rows.forEach(({ draft }, i) => {
      expect(draft?.emails).toHaveLength(1);
      expect(draft?.emails[0]?.address).toContain(String(180 + i));
      expect(draft?.phones).toEqual([{ label: 'Mobile', number: `+44 7700 900${180 + i}` }]);
      expect(draft?.name.full).toBe(`${draft?.name.given} ${draft?.name.family}`);
      expect(draft?.addresses).toHaveLength(i % 3 === 2 ? 0 : 1);
    });
  });

  test('undoes folds, escapes, groups, quoted-printable and tel: URIs', () => {
    expect(draftAt(read, 1)).toMatchObject({
      organisation: 'Schuri, Birkemeyer und Balck',
      notes: 'Vomer cinis suffoco voluptatum.\nVomer cinis suffoco voluptatum.',
    });
    expect(draftAt(read, 2)).toMatchObject({
      emails: [{ label: 'Work', address: 'lane.cormier181@example.com' }],
      addresses: [{ lines: ['882 Forest Road'], city: 'Klocko-over-Kuhlman' }],
    });
    expect(draftAt(read, 3).name).toMatchObject({ full: '昭三 森山', family: '森山' });
    expect(draftAt(read, 11).addresses[0]?.lines).toEqual(['2656 طريق مسدود الحجيج']);
  });
});

describe('all sample lists', () => {
  test('give drafts that keep the schema of a person, and nothing new the second time', () => {
    const draft = person.omit({ id: true });
    for (const name of [
      'steering-group.csv',
      'outlook-windows1252.csv',
      'google-contacts.csv',
      'contacts.vcf',
    ]) {
      const read = people(name);
      const drafts = read.rows.flatMap((row) => (row.draft ? [row.draft] : []));
      expect(drafts.map((one) => draft.parse(one))).toEqual(drafts);
      const again = propose(read, stored(read)).counts;
      expect(again).toMatchObject({ new: 0, changed: 0 });
    }
  });

  test('are refused row by row when they came by the CQI form (COLLECT-CQI)', () => {
    const read = readFile(bytesOf('steering-group.csv'), today, { route: 'cqi-form' });
    if (!read.ok || read.value.what !== 'people') throw new Error('not a list of people');
    expect(propose(read.value, []).counts).toEqual({
      new: 0,
      changed: 0,
      duplicate: 0,
      cannot: 64,
    });
    const codes = read.value.rows.flatMap(({ problems }) => problems.map(({ code }) => code));
    expect(codes.filter((code) => code === 'cqi-route')).toHaveLength(62);
  });
});

describe('the attendance workbook', () => {
  const dates = '2026-01-14 2026-03-11 2026-05-13 2026-07-08 2026-09-09 2026-11-11'.split(' ');
  const register = attendance();
  const group = stored(people('steering-group.csv'));
  /** Rows 3 to 18 of the sheet, as it shows them; a dot is a blank cell. */
  const sheet =
    'PPPAPP APPPAP .APPPA P.APPP PP.APP APP.AP PAPP.A PPAPP. PPPAPP APPPAP .APPPA P.APPP PP.APP APP.AP PAPP.A PPAPP.';
  const letters = { present: 'P', apologies: 'A', absent: '.' } as const;

  test('has six meetings on their days and 16 rows of marks', () => {
    expect(register.meetings.map(({ date }) => date)).toEqual(dates);
    expect(register.meetings[0]?.title).toBe('IMSIG Steering Group meeting');
    expect(register.rows.map(({ row }) => row)).toEqual(
      Array.from({ length: 16 }, (_, i) => i + 3),
    );
    expect(register.rows.map(({ marks }) => marks.map((m) => letters[m]).join('')).join(' ')).toBe(
      sheet,
    );
    expect(register.rows.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('has the same days in every time zone', () => {
    const before = process.env['TZ'];
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/London']) {
      process.env['TZ'] = zone;
      expect(attendance().meetings.map(({ date }) => date)).toEqual(dates);
    }
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  test('becomes six meetings with marks matched by e-mail, and nothing new when read again', () => {
    const proposal = proposeAttendance(register, group, []);
    expect(proposal.counts).toEqual({ new: 16, changed: 0, duplicate: 0, cannot: 0 });
    expect(proposal.meetings.map(({ state, marks }) => `${state} ${marks}`)).toEqual(
      dates.map(() => 'new 16'),
    );
    const kept = proposal.meetings.flatMap((meeting, i) =>
      meeting.state === 'new'
        ? [{ ...meeting.draft, id: makeId('meeting', new Uint8Array(16).fill(i)) }]
        : [],
    );
    const chair = group.find(({ name }) => name.full === 'Paxton Brown');
    expect(kept.map(({ attendance: a }) => a.find((m) => m.person === chair?.id)?.mark)).toEqual([
      'present',
      'present',
      'present',
      'apologies',
      'present',
      'present',
    ]);
    const again = proposeAttendance(register, group, kept);
    expect(again.counts).toEqual({ new: 0, changed: 0, duplicate: 16, cannot: 0 });
    expect(again.meetings.every(({ state }) => state === 'duplicate')).toBe(true);
  });

  test('reports people who are not here, and changes only the marks that differ', () => {
    const others = group.filter(({ name }) => name.full !== 'Rachael Green');
    const proposal = proposeAttendance(register, others, []);
    expect(proposal.counts).toMatchObject({ new: 15, cannot: 1 });
    expect(proposal.rows.find(({ state }) => state === 'cannot')).toMatchObject({
      row: 10,
      label: 'Rachael Green',
      problems: [{ code: 'email-unknown' }],
    });
    const first = proposal.meetings[0];
    if (first?.state !== 'new') throw new Error('the meeting is not new');
    const meeting = { ...first.draft, id: makeId('meeting', new Uint8Array(16)) };
    const later = proposeAttendance(register, group, [meeting]);
    expect(later.meetings.map(({ state }) => state)).toEqual([
      'changed',
      ...dates.slice(1).map(() => 'new'),
    ]);
    const changed = later.meetings[0];
    expect(changed?.state === 'changed' && changed.record.attendance).toHaveLength(16);
  });
});

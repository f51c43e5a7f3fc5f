/** Made-up records for the tests of this folder: long minutes, names in several scripts, every kind of document. */
import { CONSENT_WORDINGS, type Consent, type ConsentWording } from '../../domain/consent.ts';
import { type PlainDate, plainDate } from '../../domain/dates.ts';
import { type ConsentId, type PersonId, makeId } from '../../domain/ids.ts';
import type { AgendaItem, Mark, Meeting, Minutes } from '../../domain/meeting.ts';
import { type Person, blankPerson } from '../../domain/person.ts';
import type { Post } from '../../domain/posts.ts';
import { PURPOSES } from '../../domain/purposes.ts';
import { type RichText, fromPlainText } from '../../domain/rich-text.ts';
import type { Group } from '../../domain/sharing.ts';

export const day = (text: string): PlainDate => plainDate.parse(text);
const bytes = (n: number) => new Uint8Array(16).fill(n);

const group: Group = {
  kind: 'group',
  id: makeId('group', bytes(1)),
  purpose: 'steering',
  name: 'CQI Integrated Management Special Interest Group',
  timeZone: 'Europe/London',
  owner: { name: 'Immanuel Jacobs', post: 'secretary', country: 'GB', person: null },
};

/** A person with every kind of contact detail; `changes` replaces what a test is about. */
export function samplePerson(n: number, full: string, changes: Partial<Person> = {}): Person {
  return {
    ...blankPerson('steering-group'),
    id: makeId('person', bytes(n)),
    name: { full, prefix: '', given: '', family: '' },
    emails: [{ label: 'Home', address: `person${n}@example.org` }],
    phones: [{ label: 'Mobile', number: `+44 7700 9000${String(n).padStart(2, '0')}` }],
    addresses: [sampleAddress(['59 Jaylin Court'], 'Braunton', 'KY19 1AN', 'United Kingdom')],
    ...changes,
  };
}

function sampleAddress(lines: string[], city: string, postcode: string, country: string) {
  return { label: 'Home', lines, city, region: '', postcode, country };
}

const inPost = (post: Post) => ({ terms: [{ post, from: day('2024-01-01'), until: null }] });
const roll: readonly Person[] = [
  samplePerson(10, 'Prof Simone Lemaire', {
    ...inPost('chair'),
    organisation: 'Université de Picardie',
  }),
  samplePerson(11, 'Dr Zażółć Gęślą-Jaźńska', {
    ...inPost('vice-chair'),
    organisation: 'Łódzkie Zakłady Jakości',
  }),
  samplePerson(12, 'Mr Immanuel Jacobs', { ...inPost('secretary'), organisation: 'Retired' }),
  samplePerson(13, 'Prof نادر بن عبد السلام', {
    ...inPost('treasurer'),
    organisation: 'جامعة القاهرة',
    addresses: [sampleAddress(['23470 درب، طريق العنابي'], 'عنجر', '81282-7194', 'Egypt')],
  }),
  samplePerson(14, '里奈 大森', {
    ...inPost('membership-officer'),
    organisation: '吉田自動車有限会社',
    addresses: [sampleAddress(['4丁目9番9号', '港森山町'], '直美市', '193-6930', 'Japan')],
  }),
  samplePerson(15, 'דוד בן־גוריון', { ...inPost('events-officer'), organisation: 'הטכניון' }),
  samplePerson(16, '김민준', { ...inPost('publications-officer'), organisation: '서울대학교' }),
  samplePerson(17, '王小明', { ...inPost('committee-member'), organisation: '清华大学' }),
  samplePerson(18, 'Mrs Bartholomea Featherstonehaugh-Cholmondeley', inPost('committee-member')),
  samplePerson(19, 'Wojciech Krzyżanowski', inPost('committee-member')),
  samplePerson(20, 'Ελένη Παπαδοπούλου', inPost('committee-member')),
  samplePerson(21, 'Наталья Щербакова', inPost('committee-member')),
  samplePerson(22, 'Ms Paxton Brown', inPost('committee-member')),
  samplePerson(23, 'Guest Speaker', { terms: [], organisation: 'Visiting Ltd' }),
];
const people: ReadonlyMap<PersonId, Person> = new Map(roll.map((p) => [p.id, p]));
const idOf = (index: number): PersonId => {
  const person = roll[index];
  if (!person) throw new Error(`no sample person ${index}`);
  return person.id;
};

const marks: readonly Mark[] = roll.map((_, i) => {
  if (i === 8 || i === 11) return 'apologies';
  return i === 10 ? 'absent' : 'present';
});
export const meeting: Meeting = {
  kind: 'meeting',
  id: makeId('meeting', bytes(2)),
  purpose: 'steering',
  title: 'Steering group meeting',
  date: day('2026-11-23'),
  time: '18:30',
  place: 'Chartered Quality Institute, London, and online',
  chair: idOf(0),
  quorum: 5,
  attendance: roll.map((person, i) => ({ person: person.id, mark: marks[i] ?? 'absent' })),
};

const rich: RichText = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'The group went through the points that ' },
        { type: 'text', text: 'نادر بن عبد السلام', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' (2 of 3) and 里奈さん had sent round, and agreed on ' },
        { type: 'text', text: 'three', marks: [{ type: 'italic' }] },
        { type: 'text', text: ' of them:' },
      ],
    },
    {
      type: 'bulletList',
      content: [
        'The guide to MSS1000 is revised in spring.',
        'Two webinars a year, in the evening.',
      ].map((text) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    },
    { type: 'paragraph' },
  ],
};

const discussion =
  'The Treasurer reported that the accounts to the end of October are reconciled and that the cost of the annual conference stayed inside its budget. A question was asked about the deposit for next year’s venue; it is refundable until January. Members thanked the events team for their work.';

const titles = [
  'Welcome and apologies',
  'Minutes of the meeting on 24 Aug 2026',
  'Matters arising',
  'Treasurer’s report',
  'Annual conference 2027: programme, speakers, venue and the balance of online and in-person places',
  'Webinars',
  'Revision of MSS1000',
  'Website and publications',
  'Membership and the LinkedIn group',
  'Officers abroad and the sealing of bundles',
  'Risk register',
  'Data protection: annual review',
  'Role descriptions',
  'Liaison with the CQI',
  'Student outreach',
  'Any other business',
];

function item(title: string, n: number): AgendaItem {
  const action = (what: string, owner: number | null, due: string | null, done = false) => ({
    what,
    owner: owner === null ? null : idOf(owner),
    due: due === null ? null : day(due),
    done,
  });
  const decided = n % 3 === 1;
  return {
    title,
    discussion:
      n % 4 === 2
        ? rich
        : fromPlainText(
            Array(1 + (n % 3))
              .fill(discussion)
              .join('\n'),
          ),
    decision: decided ? `That the report be accepted, and that £${n}25 be set aside for it.` : '',
    proposer: decided ? idOf(n % 8) : null,
    seconder: decided && n % 2 === 1 ? idOf((n + 3) % 8) : null,
    actions:
      n % 2 === 0
        ? [action(`Write to the venue about item ${n}`, n % 8, '2026-12-11')]
        : n % 5 === 0
          ? [
              action('Send the draft round', null, null),
              action('Book the room', 1, '2027-01-08', true),
            ]
          : [],
  };
}

export const minutes: Minutes = {
  kind: 'minutes',
  id: makeId('minutes', bytes(3)),
  purpose: 'steering',
  meeting: meeting.id,
  meetingDate: meeting.date,
  items: titles.map(item),
  nextMeeting: day('2027-02-22'),
  approved: { by: idOf(0), on: day('2026-12-07'), recordedAt: 1_796_600_000_000 },
};

export const minutesSources = { minutes, meeting, people, group, day: day('2026-12-08') };
export const contactSources = {
  people: roll,
  group,
  which: 'Steering committee',
  day: day('2026-12-08'),
};

function photographs(): ConsentWording {
  const found = CONSENT_WORDINGS.find((one) => one.id === 'photographs');
  if (!found) throw new Error('no wording for photographs');
  return found;
}
export const wording = photographs();

const consentId: ConsentId = makeId('consent', bytes(4));
export const consent: Consent = {
  kind: 'consent',
  id: consentId,
  person: idOf(4),
  purpose: 'photographs',
  wording: {
    id: wording.id,
    version: wording.version,
    title: wording.title,
    text: wording.text,
    dataTypes: [...wording.dataTypes],
    withdrawal: wording.withdrawal,
  },
  language: 'en-GB',
  given: { on: day('2026-11-02'), how: 'paper', recordedAt: 1_793_600_000_000 },
  withdrawn: null,
  expires: day('2028-11-02'),
  notes: 'not for the document',
};
const giver = people.get(idOf(4));
if (!giver) throw new Error('no giver');
export const consentSources = {
  consent,
  purpose: PURPOSES[consent.purpose],
  person: giver,
  group,
  day: day('2026-12-08'),
};
export const formSources = {
  wording,
  purpose: PURPOSES[wording.purpose],
  group,
  day: day('2026-12-08'),
};
export const registerSources = {
  purposes: Object.values(PURPOSES).map((purpose) => ({
    purpose,
    bases: [],
    consents: 0,
    inForce: 0,
  })),
  incidents: 0,
  group,
  day: day('2026-12-08'),
};

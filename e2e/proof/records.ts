/** Records as bad as people make them: long names, other scripts, pictures for names, HTML and script in every field. */
import { randomBytes } from 'node:crypto';
import type { Complaint } from '../../renderer/domain/complaint.ts';
import { CONSENT_WORDINGS, type Consent, askedConsent } from '../../renderer/domain/consent.ts';
import { type PlainDate, plainDate } from '../../renderer/domain/dates.ts';
import { type IdKind, type IdOf, makeId } from '../../renderer/domain/ids.ts';
import type { Incident } from '../../renderer/domain/incident.ts';
import type { AgendaItem, Meeting, Minutes } from '../../renderer/domain/meeting.ts';
import { type Person, blankPerson } from '../../renderer/domain/person.ts';
import type { Post } from '../../renderer/domain/posts.ts';
import type { Request } from '../../renderer/domain/request.ts';
import { requests } from '../../renderer/domain/registers/requests.ts';
import { fromPlainText } from '../../renderer/domain/rich-text.ts';

const day = (text: string): PlainDate => plainDate.parse(text);
const newId = <K extends IdKind>(kind: K): IdOf<K> => makeId(kind, randomBytes(16));

/** The day on which the documents are made. */
export const TODAY = '2026-11-24';

const HTML =
  '<script>document.title="ran"</script><img src=x onerror="document.title=1"><b>&amp; "bold"</b>';
/** Three hundred characters, the last word longer than a line. */
export const LONG =
  `${'Featherstonehaugh-Cholmondeley '.repeat(7)}${'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)}`.slice(
    0,
    300,
  );

/** Names of people, and what is written in every free field of theirs. */
const NAMES: readonly (readonly [string, Post | null])[] = [
  ['Prof Simone Lemaire', 'chair'],
  ['Ottoline Ferncastle', 'secretary'],
  [LONG, 'vice-chair'],
  ['🦊🎻🌿', 'treasurer'],
  ['Dr Jürgen دوستنادر Müller (דוד)', 'membership-officer'],
  [HTML, 'events-officer'],
  ['נטע שלומי', 'publications-officer'],
  ['نادر بن عبد السلام', 'committee-member'],
  ['里奈 大森さくら', 'committee-member'],
  ['王小明', 'committee-member'],
  ['김민준', 'committee-member'],
  ['Ελένη Παπαδοπούλου', 'committee-member'],
  ['Наталья Щербакова', 'committee-member'],
  ['Zażółć Gęślą-Jaźń Đặng Thị', 'committee-member'],
  ['Kim Visitor', null],
];

/** The same of texts that are nobody's name. */
const MARKUP =
  '<script>document.title="ran too"</script></td></table><h1>Big</h1> &lt;x&gt; <!-- "';
const ENDLESS = `A sentence ${'without any room to break it in '.repeat(5)}${'abcdefghijklmnopqrstuvwxyz'.repeat(4)}`;
const texts = [
  MARKUP,
  ENDLESS,
  '🦊🌿 ✓ ☐ → ★ €',
  'שלום (עולם) 123 – English',
  'هذا نص عربي طويل (2026) ABC',
  '',
];
const textFor = (n: number): string => texts[n % texts.length] ?? '';

function personOf([full, post]: (typeof NAMES)[number], n: number): Person {
  return {
    ...blankPerson(post === null ? 'direct' : 'steering-group'),
    id: newId('person'),
    name: { full, prefix: '', given: '', family: '' },
    organisation: textFor(n).slice(0, 200),
    jobTitle: textFor(n + 1).slice(0, 200),
    emails: [{ label: 'Work', address: `person-${n}.${'long'.repeat(n % 9)}@example.org` }],
    phones: [{ label: 'Mobile', number: `+44 7700 9000${String(n).padStart(2, '0')}` }],
    addresses: [
      {
        label: 'Home',
        lines: [textFor(n + 2).slice(0, 200), '59 Jaylin Court'],
        city: 'Braunton',
        region: '',
        postcode: 'KY19 1AN',
        country: n === 8 ? 'Japan' : 'United Kingdom',
      },
    ],
    terms: post === null ? [] : [{ post, from: day('2025-01-01'), until: null }],
    notes: textFor(n + 3),
  };
}

export const people: readonly Person[] = NAMES.map(personOf);

/** One of them by place. */
export function one(n: number): Person {
  const person = people[n % people.length];
  if (!person) throw new Error('nobody is there');
  return person;
}

const committee = people.filter(({ terms }) => terms.length > 0);

function meetingOn(date: string, title: string): Meeting {
  return {
    kind: 'meeting',
    id: newId('meeting'),
    purpose: 'steering',
    title,
    date: day(date),
    time: '18:30',
    place: `${MARKUP} – שלום`.slice(0, 300),
    chair: one(0).id,
    quorum: 5,
    attendance: committee.map(({ id }, n) => ({
      person: id,
      mark: n % 5 === 4 ? 'apologies' : n % 7 === 6 ? 'absent' : 'present',
    })),
  };
}

const SAID =
  'The Treasurer reported that the accounts are reconciled and that the conference stayed inside its budget. A question was asked about the deposit for next year’s venue.';

function item(n: number): AgendaItem {
  return {
    title: n % 4 === 3 ? ENDLESS : `${textFor(n)} item ${n + 1}`.slice(0, 300),
    discussion: fromPlainText([textFor(n + 1), ...Array<string>(n % 4).fill(SAID)].join('\n')),
    decision: n % 3 === 1 ? `That the report be accepted. ${textFor(n)}` : '',
    proposer: n % 3 === 1 ? one(n).id : null,
    seconder: n % 6 === 1 ? one(n + 1).id : null,
    actions:
      n % 2 === 0
        ? [
            {
              what: `Write to the venue. ${textFor(n)}`.slice(0, 300),
              owner: one(n).id,
              due: n % 4 === 0 ? day('2026-12-11') : null,
              done: n % 8 === 6,
            },
          ]
        : [],
  };
}

function minutesOf(meeting: Meeting, items: number): Minutes {
  return {
    kind: 'minutes',
    id: newId('minutes'),
    purpose: 'steering',
    meeting: meeting.id,
    meetingDate: meeting.date,
    items: Array.from({ length: items }, (_each, n) => item(n)),
    nextMeeting: day('2027-02-22'),
    approved: null,
  };
}

export const meetings = {
  last: meetingOn('2026-09-07', 'Steering group meeting'),
  now: meetingOn('2026-11-23', `Steering group: ${ENDLESS}`.slice(0, 300)),
};
export const minutes = { last: minutesOf(meetings.last, 6), now: minutesOf(meetings.now, 14) };

/** A consent in each of the shipped wordings, given by somebody else each time. */
export const consents: readonly Consent[] = CONSENT_WORDINGS.map((wording, n) => ({
  ...askedConsent(newId('consent'), one(n + 3).id, wording),
  given: { on: day('2026-11-02'), how: 'paper', recordedAt: 1_793_600_000_000 },
  notes: MARKUP,
}));

export const complaint: Complaint = {
  kind: 'complaint',
  id: newId('complaint'),
  purpose: 'accountability',
  person: one(5).id,
  name: '',
  received: day('2026-11-16'),
  about: MARKUP,
  acknowledged: day('2026-11-17'),
  investigator: one(0).id,
  outcome: `${ENDLESS}\n${MARKUP}\nשלום`,
  responded: null,
};

export const incident: Incident = {
  kind: 'incident',
  id: newId('incident'),
  purpose: 'accountability',
  summary: 'A list sent to the wrong address',
  aware: Date.parse('2026-11-22T18:00Z'),
  occurred: Date.parse('2026-11-22T17:00Z'),
  what: MARKUP,
  howDiscovered: ENDLESS,
  isCyber: true,
  losses: ['confidentiality'],
  impact: textFor(3),
  recovery: textFor(4),
  data: ['identifiers', 'other'],
  records: 40,
  people: 40,
  peopleCategories: ['member'],
  affected: [one(2).id, one(7).id],
  likelihood: 'likely',
  severity: 'severe',
  consequences: textFor(2),
  measuresBefore: MARKUP,
  training: 'Both officers in 2025.',
  actionTaken: 'The recipient has deleted it and said so.',
  actionPlanned: ENDLESS,
  reportWhy: 'The risk is high.',
  report: 'tell',
  reported: null,
  lateReason: '',
  tellWhy: 'The risk is high.',
  tell: 'tell',
  told: null,
  othersTold: '',
  followUp: '',
  closed: null,
};

const begun = requests.blank?.(day('2026-11-10'));
if (!begun) throw new Error('a request begins with nothing');

/** A request of this type by somebody, decided. */
export function request(type: Request['type'], by: number): Request {
  return {
    kind: 'request',
    id: newId('request'),
    person: one(by).id,
    // What the form of a request begins with is all the rest of it.
    ...(begun as Omit<Request, 'kind' | 'id' | 'person'>),
    type,
    details: textFor(by),
    decision: type === 'erasure' ? 'partly' : 'upheld',
    reasons: type === 'erasure' ? `${MARKUP} ${ENDLESS}` : '',
  };
}

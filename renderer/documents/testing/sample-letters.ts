/** Made-up records for letters, forms and certificates: plain ones, and ones that hold all that could break a page. */
import type { Complaint } from '../../domain/complaint.ts';
import type { Erasure } from '../../domain/erasure.ts';
import type { Gathered } from '../../domain/gathering.ts';
import { makeId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import { type Person, blankPerson } from '../../domain/person.ts';
import { PURPOSES } from '../../domain/purposes.ts';
import type { Request } from '../../domain/request.ts';
import type { Group, Transfer } from '../../domain/sharing.ts';
import { consentSources, day, samplePerson } from './sample-records.ts';

const bytes = (n: number) => new Uint8Array(16).fill(n);
const TODAY = day('2026-12-08');
const NOON = Date.UTC(2026, 11, 8, 12);
const { group } = consentSources;

/** Markup and script, as somebody may type them into any field. */
export const MARKUP = '<script>alert("x")</script><img src=x onerror=alert(1)> & "quoted"';
/** Directional overrides, and right to left inside left to right. */
export const MIXED = '\u202Eevil\u202C Prof نادر بن عبد السلام (2 of 3) דוד';
const LONG_NAME = 'Featherstonehaugh-Cholmondeley '.repeat(10).slice(0, 300);
export const NAMES = [LONG_NAME, '🦄🎉👩‍👩‍👧‍👦', MIXED, MARKUP, 'A'.repeat(200)] as const;

/** Everything in every field. */
const NASTY = [MARKUP, MIXED, '🦄', 'W'.repeat(400), 'one\n\n\ntwo'].join('\n');

/** Nothing but a name. */
export function bare(full: string): Person {
  const blank = blankPerson('steering-group');
  return { ...blank, id: makeId('person', bytes(60)), name: { ...blank.name, full } };
}

export const addressee = samplePerson(31, 'Prof نادر بن عبد السلام', {
  organisation: 'جامعة القاهرة',
});

/** A group whose own words are as bad as they come. */
export const nastyGroup: Group = {
  ...group,
  name: `${MARKUP} ${MIXED}`.slice(0, 200),
  owner: { ...group.owner, name: LONG_NAME.slice(0, 200) },
};

const request: Request = {
  kind: 'request',
  id: makeId('request', bytes(32)),
  purpose: 'accountability',
  type: 'access',
  person: addressee.id,
  received: day('2026-12-01'),
  channel: 'email',
  details: '',
  about: null,
  identityAsked: null,
  identityProven: null,
  authorityBy: null,
  authorityAsked: null,
  authorityProven: null,
  pauses: [],
  extendedOn: null,
  extensionReasons: 'Two requests came at once, and both are about many meetings.',
  decision: 'upheld',
  reasons: '',
  answered: null,
  lifted: null,
  letters: [],
  leftOut: [],
  shown: [],
};

export const requestSources = {
  request,
  person: addressee,
  purpose: PURPOSES[addressee.purpose],
  to: addressee,
  group,
  day: TODAY,
  holidays: new Set<ReturnType<typeof day>>(),
};

export const nastyRequestSources = {
  ...requestSources,
  request: { ...request, decision: 'partly' as const, reasons: NASTY, extensionReasons: NASTY },
  group: nastyGroup,
};

export const gathered: Gathered = {
  records: [
    {
      id: addressee.id,
      what: 'Person',
      purpose: 'Running the steering group',
      basis: 'Legitimate interests',
      retention: 'Until the last post ends',
      passages: [
        {
          key: 'a',
          label: 'Name',
          pieces: [{ text: MIXED, key: null, shownBecause: null }],
          rowsLeftOut: 0,
          isLeftOut: false,
        },
        { key: 'b', label: 'Notes', pieces: [], rowsLeftOut: 12, isLeftOut: true },
      ],
    },
  ],
  source: 'From you, in a direct contact',
  recipients: ['2 Nov 2026: in a sealed bundle to the Vice-Chair (Australia)'],
  uses: ['Printed: 3 times, last on 2 Nov 2026'],
  counts: { hidden: 3, rows: 12, passages: 1 },
};

export const complaint: Complaint = {
  kind: 'complaint',
  id: makeId('complaint', bytes(33)),
  purpose: 'accountability',
  person: addressee.id,
  name: '',
  received: day('2026-11-23'),
  about: 'That my address was read out at the meeting.',
  acknowledged: null,
  investigator: null,
  outcome: 'You are right: it should not have been. The minutes no longer hold it.',
  responded: null,
};

export const incident: Incident = {
  kind: 'incident',
  id: makeId('incident', bytes(34)),
  purpose: 'accountability',
  summary: 'A list sent to the wrong address',
  aware: Date.UTC(2026, 11, 7, 9),
  occurred: Date.UTC(2026, 11, 6, 18),
  what: 'A contact list was sent to an address outside the group.',
  howDiscovered: 'The recipient wrote back.',
  isCyber: false,
  losses: [],
  impact: '',
  recovery: '',
  data: ['identifiers'],
  records: 42,
  people: 42,
  peopleCategories: ['officer'],
  affected: [addressee.id],
  likelihood: 'likely',
  severity: 'serious',
  consequences: 'Somebody who should not may write to you, or come to your door.',
  measuresBefore: 'Lists leave in sealed bundles only.',
  training: 'Every officer, in March 2026.',
  actionTaken: 'The recipient erased the message, and said so in writing.',
  actionPlanned: 'The address is taken off the list of recipients.',
  reportWhy: '',
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

export const nastyIncident: Incident = {
  ...incident,
  isCyber: true,
  losses: ['confidentiality', 'availability'],
  what: NASTY,
  consequences: NASTY,
  actionTaken: NASTY,
  actionPlanned: NASTY,
};

export const erasure: Erasure = {
  kind: 'erasure',
  id: makeId('erasure', bytes(35)),
  purpose: 'accountability',
  at: NOON,
  by: 'secretary',
  reason: 'request',
  erased: [
    { kind: 'person', id: makeId('person', bytes(36)) },
    { kind: 'consent', id: makeId('consent', bytes(37)) },
    { kind: 'consent', id: makeId('consent', bytes(38)) },
  ],
  epochs: [
    { name: 'people', epoch: 3 },
    { name: 'consents', epoch: 2 },
    { name: 'drafts', epoch: 7 },
  ],
  places: [
    { id: 'a', name: 'Red stick', state: 'done' },
    { id: 'b', name: 'Blue stick', state: 'open' },
  ],
};

export const transfer: Transfer = {
  kind: 'transfer',
  id: makeId('transfer', bytes(39)),
  purpose: 'accountability',
  bundle: makeId('transfer', bytes(39)),
  recipients: [],
  recipientPost: 'vice-chair',
  countries: ['AU'],
  method: 'passphrase',
  footing: 'inside',
  safeguard: 'The Vice-Chair acts inside IMSIG and is no separate legal entity.',
  sealedAt: NOON,
  expires: day('2027-03-08'),
  contents: [
    { kind: 'person', count: 14 },
    { kind: 'meeting', count: 3 },
    { kind: 'minutes', count: 1 },
  ],
  wider: null,
  acknowledged: null,
};

/** Every document that the program makes, by the name under which the vault makes it. The compiler knows when one is missing. */
import type { DocumentName } from '../../renderer/vault/protocol.ts';
import { complaint, consents, incident, meetings, minutes, one } from './records.ts';
import type { Office } from './office.ts';

type What = DocumentName['what'];
type Named<W extends What> = Extract<DocumentName, { what: W }>;
/** By a name of its own where there are several of one kind. */
type Templates = { readonly [W in What]: Readonly<Record<string, Named<W>>> };

export interface Template {
  readonly template: string;
  readonly name: DocumentName;
  /** Whether it holds personal data, and so carries the banner. */
  readonly personal: boolean;
}

const ANONYMOUS: readonly What[] = ['summary', 'evidence'];

export function templatesOf(office: Office): readonly Template[] {
  const table = tableOf(office);
  // Object.values widens to the union of all; each is under its own kind.
  return Object.values(table).flatMap((of: Readonly<Record<string, DocumentName>>) =>
    Object.entries(of).map(([template, name]) => ({
      template,
      name,
      personal: !ANONYMOUS.includes(name.what),
    })),
  );
}

function tableOf({ requests, review, record, bundle, erasure }: Office): Templates {
  return {
    minutes: {
      minutes: { what: 'minutes', id: minutes.now.id },
      'minutes-before': { what: 'minutes', id: minutes.last.id },
    },
    agenda: {
      agenda: { what: 'agenda', id: meetings.now.id },
      'agenda-first': { what: 'agenda', id: meetings.last.id },
    },
    actions: {
      'action-list': { what: 'actions', owner: null },
      'action-list-of-one': { what: 'actions', owner: one(2).id },
    },
    attendance: {
      'attendance-register': {
        what: 'attendance',
        from: minutes.last.meetingDate,
        until: minutes.now.meetingDate,
      },
    },
    contacts: {
      'contact-list': { what: 'contacts', filter: 'committee', text: '' },
      'contact-list-for-treasurer': {
        what: 'contacts',
        filter: 'committee',
        text: '',
        post: 'treasurer',
      },
      'contact-list-empty': { what: 'contacts', filter: 'all', text: 'nobody is called so' },
    },
    consent: Object.fromEntries(
      consents.map(({ id, wording }) => [
        `consent-${wording.id}`,
        { what: 'consent', id } as const,
      ]),
    ),
    'consent-receipt': Object.fromEntries(
      consents
        .filter(({ given }) => given !== null)
        .map(({ id, wording }) => [
          `consent-receipt-${wording.id}`,
          { what: 'consent-receipt', id } as const,
        ]),
    ),
    erasure: { 'erasure-certificate': { what: 'erasure', id: erasure } },
    bundle: {
      'bundle-cover': { what: 'bundle', id: bundle, sheet: 'cover' },
      'bundle-acknowledgement': { what: 'bundle', id: bundle, sheet: 'acknowledgement' },
    },
    'consent-form': Object.fromEntries(
      consents.map(({ wording }) => [
        `consent-form-${wording.id}`,
        { what: 'consent-form', wording: wording.id } as const,
      ]),
    ),
    record: {
      'annual-review': { what: 'record', id: review },
      'one-record': { what: 'record', id: record },
    },
    access: { 'access-matrix': { what: 'access', id: null } },
    welcome: { welcome: { what: 'welcome', id: one(2).id } },
    'request-letter': {
      'access-response': { what: 'request-letter', id: requests.access, letter: 'answer' },
      'access-pack': { what: 'request-letter', id: requests.access, letter: 'pack' },
      'portability-cover': { what: 'request-letter', id: requests.portability, letter: 'data' },
      'rectification-letter': {
        what: 'request-letter',
        id: requests.rectification,
        letter: 'answer',
      },
      'erasure-letter': { what: 'request-letter', id: requests.erasure, letter: 'answer' },
      'objection-letter': { what: 'request-letter', id: requests.objection, letter: 'answer' },
      'request-acknowledgement': {
        what: 'request-letter',
        id: requests.access,
        letter: 'acknowledgement',
      },
    },
    'processing-register': { 'processing-register': { what: 'processing-register' } },
    'complaint-letter': {
      'complaint-acknowledgement': {
        what: 'complaint-letter',
        id: complaint.id,
        letter: 'acknowledgement',
      },
      'complaint-response': { what: 'complaint-letter', id: complaint.id, letter: 'response' },
    },
    'breach-report': {
      'incident-report': { what: 'breach-report', id: incident.id, form: 'initial' },
    },
    'breach-letter': {
      'letter-to-affected': { what: 'breach-letter', id: incident.id, person: one(2).id },
    },
    policy: { policy: { what: 'policy' } },
    trail: { 'trail-report': { what: 'trail', filter: 'all' } },
    summary: {
      'anonymised-summary': {
        what: 'summary',
        from: minutes.last.meetingDate,
        until: minutes.now.meetingDate,
        threshold: 5,
      },
    },
    handover: { 'handover-list': { what: 'handover' } },
    evidence: { 'evidence-pack': { what: 'evidence' } },
  };
}

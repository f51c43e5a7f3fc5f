/** What personal data is kept for: the processing register as shipped, with the fields of UK GDPR Art 30(1). */
import { z } from 'zod';

/** UK GDPR Art 6(1)(a) and (f): the two bases that the policy names (clause BASIS). */
export type LawfulBasis = 'consent' | 'legitimate-interests';

/** What has to come to an end before the time of keeping runs out; the purpose's months are counted from there. */
export const KEEP_UNTIL = {
  'consent-ends': 'the consent ends or is withdrawn',
  'membership-ends': 'membership ends',
  'post-ends': 'the last post ends',
  'role-ends': 'the person leaves the role',
  'enquiry-closed': 'the enquiry is closed',
  'event-over': 'the event is over',
  'accounts-closed': 'the accounts of the year are closed',
  'matter-closed': 'the matter is closed',
} as const;
export type KeepUntil = keyof typeof KEEP_UNTIL;

const paragraph = z.string().trim().min(1).max(2_000);

/** What a vault may say of a purpose in its own words (clause RETAIN-PEOPLE for how long). */
export const purposeWords = z.object({
  name: z.string().trim().min(1).max(120),
  why: paragraph,
  /** The balance of interests; where the basis is consent, why it is. */
  balance: paragraph,
  /** Categories of data subjects, of data, and of recipients. */
  people: paragraph,
  data: paragraph,
  recipients: paragraph,
  /** Countries outside the UK, and the safeguards. */
  transfers: paragraph,
  // Object.keys widens to string[]; the keys are exactly those of the table.
  keepUntil: z.enum(Object.keys(KEEP_UNTIL) as [KeepUntil, ...KeepUntil[]]),
  /** Months after that; 0: no longer. */
  keepMonths: z.number().int().min(0).max(240),
  /** What is kept for a time of its own, in a sentence; empty: nothing. */
  keepAlso: z.string().max(500),
  /** Months from one review to the next: the policy promises every year (clause REVIEW). */
  reviewEvery: z.number().int().min(1).max(12),
  /** Art 32: how the data is kept safe. */
  security: paragraph,
});
export type PurposeWords = z.infer<typeof purposeWords>;

export interface Purpose extends PurposeWords {
  readonly basis: LawfulBasis;
}

const TRANSFERS =
  'The United Kingdom. To an officer elsewhere only in an encrypted, signed bundle; the country and the safeguard stand in the transfer register.';
const SECURITY =
  'Encrypted on the officers’ computers and in every backup; opened by a passphrase; each post opens what it needs; every document carries the confidentiality sentence; every change is in a trail that can be verified.';
const WITHIN = 'Officers of IMSIG whose post needs it, and the CQI where the purpose needs it.';
const PUBLIC =
  'Everybody who visits the group’s website, and its host (see Suppliers); before that, officers of IMSIG whose post needs it.';
const ONLY_TWO =
  'The policy names two bases, legitimate interest and consent; consent would be wrong here, because';

/** IMSIG's purposes of processing, as shipped; every record hangs on one (clauses BASIS, CONSENT-PROSPECTS). */
export const PURPOSES = {
  steering: {
    name: 'Running the steering group',
    basis: 'legitimate-interests',
    why: 'To organise meetings, keep attendance and minutes, and reach committee members.',
    balance: `The group cannot meet and decide without knowing who its officers are and how to reach them. They took up the post themselves and expect it; what is kept is what the post needs, and minutes go after 12 months. ${ONLY_TWO} an officer could not withdraw it and stay in post.`,
    people: 'Appointed officers and members of the steering group.',
    data: 'Name, postal and e-mail address, telephone, posts and their terms, attendance at meetings, minutes.',
    recipients: `${WITHIN} Minutes: members of the committee only.`,
    transfers: TRANSFERS,
    keepUntil: 'post-ends',
    keepMonths: 12,
    keepAlso: 'Minutes: 12 months after the meeting.',
    reviewEvery: 12,
    security: SECURITY,
  },
  members: {
    name: 'Serving members',
    basis: 'legitimate-interests',
    why: 'To provide group information and networking to members.',
    balance: `Somebody who joins the group asks for its information and expects to be reached. Little is kept, nothing is inferred, and a word is enough to leave. ${ONLY_TWO} being reached is what joining is for.`,
    people: 'Members of IMSIG who did not come by the CQI’s registration form.',
    data: 'Name, contact details, organisation and job title. Of the LinkedIn group: the name and no copy of the profile.',
    recipients: WITHIN,
    transfers: TRANSFERS,
    keepUntil: 'membership-ends',
    keepMonths: 12,
    keepAlso: '',
    reviewEvery: 12,
    security: SECURITY,
  },
  enquiries: {
    name: 'Answering enquiries',
    basis: 'legitimate-interests',
    why: 'To establish what a direct contact needs and to fulfil it.',
    balance: `Whoever writes to the group expects an answer, and the answer needs their words and their address. It is shared only within IMSIG or the CQI, as needed for the request. ${ONLY_TWO} the person has asked already.`,
    people: 'Members of the public and others who make direct contact.',
    data: 'Name, contact details, what they need, what was shared and what became of it.',
    recipients: WITHIN,
    transfers: TRANSFERS,
    keepUntil: 'enquiry-closed',
    keepMonths: 12,
    keepAlso: '',
    reviewEvery: 12,
    security: SECURITY,
  },
  prospects: {
    name: 'Informing prospective members',
    basis: 'consent',
    why: 'To send newsletters and information on integrated management and MSS1000.',
    balance:
      'No balance is struck: the policy has consent as the only basis for prospective members. Nothing is sent before it is given, and nothing after it is withdrawn.',
    people: 'Prospective members.',
    data: 'Name and e-mail address.',
    recipients: WITHIN,
    transfers: TRANSFERS,
    keepUntil: 'consent-ends',
    keepMonths: 0,
    keepAlso: '',
    reviewEvery: 12,
    security: SECURITY,
  },
  photographs: {
    name: 'Photographs of events',
    basis: 'consent',
    why: 'To publish photographs of events on the group’s website.',
    balance:
      'No balance is struck: the policy has consent as the only basis for photographs. One is published when every person who can be recognised in it has agreed.',
    people: 'Participants in events who can be recognised.',
    data: 'Photographs; the name, where it is shown beside one.',
    recipients: PUBLIC,
    transfers: TRANSFERS,
    keepUntil: 'consent-ends',
    keepMonths: 0,
    keepAlso: '',
    reviewEvery: 12,
    security: SECURITY,
  },
  publications: {
    name: 'Publishing articles',
    basis: 'consent',
    why: 'To place documents that name their authors on the group’s website.',
    balance:
      'No balance is struck: the policy places personal data on the website only with the consent of the author.',
    people: 'Authors, and others whom a document names.',
    data: 'Name, contact details and photograph, as they stand in the document.',
    recipients: PUBLIC,
    transfers: TRANSFERS,
    keepUntil: 'consent-ends',
    keepMonths: 0,
    keepAlso: '',
    reviewEvery: 12,
    security: SECURITY,
  },
  events: {
    name: 'Holding events',
    basis: 'legitimate-interests',
    why: 'To invite participants, know who comes, and send them what the event was about.',
    balance: `Somebody who signs up for an event expects to be on its list and to hear of it. The list serves that event and goes a year later. ${ONLY_TWO} an event cannot be held for people whom nobody may write down. Photographs rest on consent.`,
    people: 'Participants in events.',
    data: 'Name, contact details, which events they took part in.',
    recipients: WITHIN,
    transfers: TRANSFERS,
    keepUntil: 'event-over',
    keepMonths: 12,
    keepAlso: '',
    reviewEvery: 12,
    security: SECURITY,
  },
  'cqi-contacts': {
    name: 'Contacts in the CQI',
    basis: 'legitimate-interests',
    why: 'To reach key contacts in the CQI about the management of the steering group.',
    balance: `The CQI’s staff are reached at work, in their role, about the group that the CQI hosts: they expect it, and nothing private is kept. ${ONLY_TWO} the role is what makes them the contact.`,
    people: 'Employed and contracted staff of the CQI.',
    data: 'Name, job title, e-mail address and telephone at work.',
    recipients: 'Officers of IMSIG whose post needs it.',
    transfers: TRANSFERS,
    keepUntil: 'role-ends',
    keepMonths: 0,
    keepAlso: '',
    reviewEvery: 12,
    security: SECURITY,
  },
  invoices: {
    name: 'Invoices',
    basis: 'legitimate-interests',
    why: 'To collect and pay invoices.',
    balance: `Whoever is owed money or owes it expects it to be written down, and accounts must be shown to those who may ask. Only what the payment needs is kept. ${ONLY_TWO} accounts cannot be withdrawn.`,
    people: 'Payers and payees.',
    data: 'Name of the payer or payee, reference, amount, dates, what it is for.',
    recipients:
      'The Treasurer and the Chair; whoever may lawfully ask for the accounts; the CQI where it pays.',
    transfers: TRANSFERS,
    keepUntil: 'accounts-closed',
    keepMonths: 72,
    keepAlso: '',
    reviewEvery: 12,
    security: SECURITY,
  },
  accountability: {
    name: 'Keeping and proving what the policy promises',
    basis: 'legitimate-interests',
    why: 'To answer requests and complaints, deal with incidents, and prove what was decided, disclosed and erased.',
    balance: `People whose data is held are served by a group that can show what it did with it. What is kept is the matter, its dates and its outcome; certificates and decisions hold no names. ${ONLY_TWO} whoever may answer for a mistake must not be able to make its record vanish.`,
    people: 'People who make a request or a complaint, and those whom an incident affects.',
    data: 'Who asked, for what, when; how it was dealt with and answered.',
    recipients: `${WITHIN} The Information Commissioner’s Office where the law says so.`,
    transfers: TRANSFERS,
    keepUntil: 'matter-closed',
    keepMonths: 72,
    keepAlso: 'Certificates of erasures and decisions hold no personal data and stay.',
    reviewEvery: 12,
    security: SECURITY,
  },
} as const satisfies Record<string, Purpose>;
export type PurposeId = keyof typeof PURPOSES;
// Object.keys widens to string[]; the keys are exactly the purposes.
export const PURPOSE_IDS = Object.keys(PURPOSES) as [PurposeId, ...PurposeId[]];
export const purposeId = z.enum(PURPOSE_IDS);

/** In words, for documents and screens. */
export const BASIS_WORDS = {
  consent: 'Consent',
  'legitimate-interests': 'Legitimate interests',
} as const satisfies Record<LawfulBasis, string>;

/** How long the data of a purpose is kept, in a sentence or two. */
export function retentionInWords({
  keepUntil,
  keepMonths,
  keepAlso,
  reviewEvery,
}: Pick<Purpose, 'keepUntil' | 'keepMonths' | 'keepAlso' | 'reviewEvery'>): string {
  const after = keepMonths === 0 ? '' : `, and for ${keepMonths} months after`;
  const review = reviewEvery === 12 ? 'every year' : `every ${reviewEvery} months`;
  const also = keepAlso === '' ? '' : ` ${keepAlso}`;
  return `Until ${KEEP_UNTIL[keepUntil]}${after}; reviewed ${review}.${also}`;
}

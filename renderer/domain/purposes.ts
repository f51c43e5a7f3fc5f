import { z } from 'zod';

/** UK GDPR Art 6(1)(a) and (f): the two bases that the policy names (clause BASIS). */
export type LawfulBasis = 'consent' | 'legitimate-interests';

interface Purpose {
  readonly name: string;
  readonly basis: LawfulBasis;
  readonly why: string;
  readonly retention: string;
}

/** IMSIG's purposes of processing, as shipped; every record hangs on one (clauses BASIS, CONSENT-PROSPECTS). */
export const PURPOSES = {
  steering: {
    name: 'Running the steering group',
    basis: 'legitimate-interests',
    why: 'To organise meetings, keep attendance and minutes, and reach committee members.',
    retention: 'While in post; minutes for 12 months after the meeting.',
  },
  members: {
    name: 'Serving members',
    basis: 'legitimate-interests',
    why: 'To provide group information and networking to members.',
    retention: 'While a member, reviewed every year.',
  },
  enquiries: {
    name: 'Answering enquiries',
    basis: 'legitimate-interests',
    why: 'To establish what a direct contact needs and to fulfil it.',
    retention: 'Until the enquiry is closed, reviewed every year.',
  },
  prospects: {
    name: 'Informing prospective members',
    basis: 'consent',
    why: 'To send newsletters and information on integrated management and MSS1000.',
    retention: 'Until consent is withdrawn, reviewed every year.',
  },
  photographs: {
    name: 'Photographs of events',
    basis: 'consent',
    why: 'To publish photographs of events on the group’s website.',
    retention: 'Until consent is withdrawn, reviewed every year.',
  },
  publications: {
    name: 'Publishing articles',
    basis: 'consent',
    why: 'To place documents that name their authors on the group’s website.',
    retention: 'Until consent is withdrawn, reviewed every year.',
  },
  'cqi-contacts': {
    name: 'Contacts in the CQI',
    basis: 'legitimate-interests',
    why: 'To reach key contacts in the CQI about the management of the steering group.',
    retention: 'While in that role, reviewed every year.',
  },
  invoices: {
    name: 'Invoices',
    basis: 'legitimate-interests',
    why: 'To collect and pay invoices.',
    retention: 'As long as accounts require, reviewed every year.',
  },
} as const satisfies Record<string, Purpose>;
export type PurposeId = keyof typeof PURPOSES;
// Object.keys widens to string[]; the keys are exactly the purposes.
export const purposeId = z.enum(Object.keys(PURPOSES) as [PurposeId, ...PurposeId[]]);

/** In words, for documents and screens. */
export const BASIS_WORDS = {
  consent: 'Consent',
  'legitimate-interests': 'Legitimate interests',
} as const satisfies Record<LawfulBasis, string>;

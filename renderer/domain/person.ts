import { z } from 'zod';
import { attachments } from './attachment.ts';
import { type PlainDate, plainDate } from './dates.ts';
import { type Result, fail, ok } from './errors.ts';
import { personId } from './ids.ts';
import { type Post, post } from './posts.ts';
import { type PurposeId, purposeId } from './purposes.ts';

/** Whose data it is (clause SCOPE). */
export const CATEGORIES = {
  member: 'Member',
  officer: 'Appointed officer',
  author: 'Author',
  participant: 'Event participant',
  'cqi-staff': 'CQI staff',
  public: 'Member of the public',
} as const;
export type Category = keyof typeof CATEGORIES;

/** How it came (clauses COLLECT-*). `cqi-form` is listed so that it can be refused with the reason. */
export const ROUTES = {
  'steering-group': 'Joined the steering group',
  direct: 'Direct contact (website or network event)',
  linkedin: 'Joined the LinkedIn group',
  event: 'Took part in an event',
  author: 'Author of a document',
  'cqi-contact': 'Key contact in the CQI',
  invoice: 'Invoice',
  'cqi-form': 'CQI registration form',
} as const;
export type CollectionRoute = keyof typeof ROUTES;

/** What a route is for, unless the person who records it says otherwise. */
export const PURPOSE_OF_ROUTE = {
  'steering-group': 'steering',
  direct: 'enquiries',
  linkedin: 'members',
  event: 'events',
  author: 'publications',
  'cqi-contact': 'cqi-contacts',
  invoice: 'invoices',
  'cqi-form': 'members',
} as const satisfies Record<CollectionRoute, PurposeId>;

/** Whose data it is, unless the person who records it says otherwise. */
const CATEGORY_OF_ROUTE = {
  'steering-group': 'member',
  direct: 'public',
  linkedin: 'member',
  event: 'participant',
  author: 'author',
  'cqi-contact': 'cqi-staff',
  invoice: 'public',
  'cqi-form': 'member',
} as const satisfies Record<CollectionRoute, Category>;

/** A link to somebody's profile in the network (clause COLLECT-LINKEDIN). */
const PROFILE = /linkedin\.com\/(in|pub)\//i;

/** Who holds the data (clause SCOPE). */
export const HOLDERS = { imsig: 'IMSIG', cqi: 'CQI' } as const;

/** An address good enough to write to: something, an @, a domain with a dot; RFC 5321 limits. */
export const emailAddress = z
  .string()
  .max(254)
  .regex(/^[^\s@"<>,;]{1,64}@[^\s@"<>,;.]+(\.[^\s@"<>,;.]+)+$/u);

const line = z.string().max(200);
export const postalAddress = z.object({
  label: line,
  /** Street and house, a line each. */
  lines: z.array(line).max(6),
  city: line,
  region: line,
  postcode: line,
  country: line,
});
export type PostalAddress = z.infer<typeof postalAddress>;

export const term = z.object({
  post,
  from: plainDate,
  /** The last day; null while the term runs. */
  until: plainDate.nullable(),
});
export type Term = z.infer<typeof term>;

const keysOf = <K extends string>(table: Record<K, string>) =>
  // Object.keys widens to string[]; the keys are exactly K, and no table here is empty.
  z.enum(Object.keys(table) as [K, ...K[]]);

export const person = z.object({
  kind: z.literal('person'),
  id: personId,
  purpose: purposeId,
  name: z.object({
    full: z.string().trim().min(1).max(300),
    prefix: line,
    given: line,
    family: line,
  }),
  categories: z.array(keysOf(CATEGORIES)).min(1),
  holder: z.enum(['imsig', 'cqi']),
  route: keysOf(ROUTES),
  collectedOn: plainDate.nullable(),
  organisation: line,
  jobTitle: line,
  emails: z.array(z.object({ label: line, address: emailAddress })).max(20),
  phones: z.array(z.object({ label: line, number: z.string().min(1).max(60) })).max(20),
  addresses: z.array(postalAddress).max(10),
  terms: z.array(term).max(40),
  /** The version of the privacy notice that the person was given (clause TRANSPARENCY); null: none yet. */
  noticeVersion: z.string().max(40).nullable(),
  notes: z.string().max(10_000),
  attachments,
});
export type Person = z.infer<typeof person>;

/** What an importer or an intake form fills in; the vault adds the id. */
export type PersonDraft = Omit<Person, 'id'>;

/** A person with nothing known but the way they came; the starting point of an intake form. */
export function blankPerson(route: CollectionRoute): PersonDraft {
  return {
    kind: 'person',
    purpose: PURPOSE_OF_ROUTE[route],
    name: { full: '', prefix: '', given: '', family: '' },
    categories: [CATEGORY_OF_ROUTE[route]],
    holder: 'imsig',
    route,
    collectedOn: null,
    organisation: '',
    jobTitle: '',
    emails: [],
    phones: [],
    addresses: [],
    terms: [],
    noticeVersion: null,
    notes: '',
  };
}

/**
 * The rules that a well-formed person must keep beyond their shape.
 * Errors: person/cqi-route (COLLECT-CQI: the route is refused, not the person), person/linkedin-profile
 * (COLLECT-LINKEDIN), person/cqi-contact (COLLECT-CQI-CONTACTS), person/term-backwards.
 */
export function checkPerson<P extends PersonDraft>(value: P): Result<P> {
  if (value.route === 'cqi-form') return fail('person/cqi-route');
  const texts = [value.organisation, value.jobTitle, value.notes];
  if (value.route === 'linkedin' && texts.some((text) => PROFILE.test(text)))
    return fail('person/linkedin-profile');
  if (value.purpose === 'cqi-contacts' && !value.categories.includes('cqi-staff'))
    return fail('person/cqi-contact', { field: 'categories' });
  const backwards = value.terms.findIndex((t) => t.until !== null && t.until < t.from);
  if (backwards >= 0) return fail('person/term-backwards', { field: `terms.${backwards}` });
  return ok(value);
}

/** The posts a person holds on a day, ends included. */
export function postsHeld(terms: readonly Term[], day: PlainDate): Post[] {
  return terms
    .filter((t) => t.from <= day && (t.until === null || day <= t.until))
    .map((t) => t.post);
}

/** Whether a person sits on the steering committee on a day: any post does (RETAIN-MINUTES). */
export function onCommittee(value: Pick<Person, 'terms'>, day: PlainDate): boolean {
  return postsHeld(value.terms, day).length > 0;
}

/** The e-mail that letters go to: the first one. */
export function firstEmail(value: Pick<Person, 'emails'>): string {
  return value.emails[0]?.address ?? '';
}

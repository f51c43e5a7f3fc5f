/** Which document is asked for, made of what the vault holds: stamped, or of counts only. */
import type { AnonymousDocument } from '../../documents/anonymous.ts';
import type { StampedDocument } from '../../documents/stamp.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { AccessId, PersonId } from '../../domain/ids.ts';
import { CATEGORIES } from '../../domain/person.ts';
import type { Around } from '../../domain/registers/register.ts';
import { isRestricted, restrictedPeople } from '../../domain/restrictions.ts';
import type { DocumentName } from '../protocol.ts';
import { evidenceOf, summaryOf } from './anonymous-sources.ts';
import { aroundOf } from './around.ts';
import {
  stampedBreachLetter,
  stampedBreachReport,
  stampedComplaintLetter,
} from './compliance-documents.ts';
import type { OpenContext } from './context.ts';
import {
  stampedAccess,
  stampedConsent,
  stampedConsentForm,
  stampedContacts,
  stampedMinutes,
  stampedPolicy,
  stampedProcessing,
  stampedReceipt,
  stampedRecord,
  stampedWelcome,
} from './document-sources.ts';
import { actionListMade, agendaMade, attendanceMade } from './meeting-documents.ts';
import { stampedBundleSheet, stampedErasure } from './proof-documents.ts';
import { shelfOf } from './open-shelf.ts';
import { peopleShown } from './people-listing.ts';
import { handoverMade } from './handover.ts';
import { everInPost } from './posts.ts';
import { clauseStates } from './policy-facts.ts';
import { purposesOf } from './purposes.ts';
import { stampedRequestLetter } from './request-documents.ts';
import { masked, maskedDocument, maskedShelf, namesLeftOut } from './restricting.ts';
import { peopleFor } from './selection.ts';
import { stampedTrail } from './trail-report.ts';

/** A document of personal data, which carries the banner. */
export interface Made {
  readonly stamped: StampedDocument;
  /** The records in it, for the trail. */
  readonly ids: readonly string[];
}

interface Masked extends Made {
  /** See DocumentJob. */
  readonly namesLeftOut: number | null;
}

/** Those of counts only, which carry none (clause ANONYMISE). */
export type AnonymousName = Extract<DocumentName, { what: 'summary' | 'evidence' }>;
type ContactsAsked = Omit<Extract<DocumentName, { what: 'contacts' }>, 'what'>;
type StampedName = Exclude<DocumentName, AnonymousName>;

/** Whether nobody but the committee may have a copy: minutes, and what tells what they said (RETAIN-MINUTES). */
export function isForCommittee(name: DocumentName, { session }: OpenContext): boolean {
  const { what } = name;
  if (what === 'record') return session.state.get(name.id)?.record.kind === 'minutes';
  return what === 'minutes' || what === 'agenda' || what === 'actions';
}

export function isAnonymousName(name: DocumentName): name is AnonymousName {
  return name.what === 'summary' || name.what === 'evidence';
}

/** Errors: record/ends-before-start, vault/store-damaged. */
export async function makeAnonymous(
  name: AnonymousName,
  context: OpenContext,
): Promise<Result<AnonymousDocument>> {
  if (name.what === 'evidence') return evidenceOf(context);
  if (name.until < name.from) return fail('record/ends-before-start');
  return ok(summaryOf(name, name.threshold, context));
}

/** Those that say of one person what may not be used while a restriction stands. */
const ABOUT_ONE: ReadonlySet<DocumentName['what']> = new Set([
  'consent',
  'consent-receipt',
  'record',
  'welcome',
]);

/** Those in whose words others may be named whose data may not be used. Proof of how a promise was kept is none of them. */
const OF_MANY: ReadonlySet<DocumentName['what']> = new Set([
  'minutes',
  'agenda',
  'actions',
  'attendance',
  'record',
  'handover',
]);

/** Errors: record/gone, rights/restricted, minutes/expired, consent/not-given (no receipt yet), and what a letter says that cannot be written yet. */
export async function makeStamped(
  name: StampedName,
  context: OpenContext,
): Promise<Result<Masked>> {
  const around = aroundOf(context);
  const restricted = restrictedPeople(around);
  const made = await makeOf(name, restricted, around, context);
  if (!made.ok) return made;
  const isForProof = name.what === 'record' && isProof(name.id, around);
  if (restricted.size === 0 || isForProof || !OF_MANY.has(name.what))
    return ok({ ...made.value, namesLeftOut: null });
  const { stamped, ids } = made.value;
  const left = maskedDocument(stamped, ids, restricted, around.find);
  return ok({ stamped: left, ids, namesLeftOut: namesLeftOut(left) });
}

async function makeOf(
  name: StampedName,
  restricted: ReadonlySet<PersonId>,
  around: Around,
  context: OpenContext,
): Promise<Result<Made>> {
  const shelf = shelfOf(context);
  if (ABOUT_ONE.has(name.what) && 'id' in name && name.id !== null) {
    const record = shelf.find(name.id);
    if (record && isRestricted(record, restricted)) return fail('rights/restricted');
  }
  switch (name.what) {
    case 'minutes': {
      const minutes = shelf.find(name.id);
      if (minutes?.kind !== 'minutes') return fail('record/gone');
      return named(stampedMinutes(minutes, maskedShelf(shelf, restricted)), [name.id]);
    }
    case 'agenda':
      return agendaMade(name.id, maskedShelf(shelf, restricted), around);
    case 'actions':
      return actionListMade(name.owner, restricted, maskedShelf(shelf, restricted), around);
    case 'attendance':
      return attendanceMade(
        name,
        everInPost(context),
        restricted,
        maskedShelf(shelf, restricted),
        around,
      );
    case 'consent':
      return named(stampedConsent(name.id, shelf), [name.id]);
    case 'consent-receipt':
      return named(stampedReceipt(name.id, shelf), [name.id]);
    case 'erasure':
      return named(stampedErasure(name.id, shelf, context.session), [name.id]);
    case 'bundle':
      return named(stampedBundleSheet(name, shelf), [name.id]);
    case 'record':
      return named(stampedRecord(name.id, shelf, maskedFor(name.id, around, restricted)), [
        name.id,
      ]);
    case 'complaint-letter':
      return named(stampedComplaintLetter(name, shelf, around), [name.id]);
    case 'breach-report':
      return named(stampedBreachReport(name, shelf), [name.id]);
    case 'breach-letter':
      return named(stampedBreachLetter(name, shelf), [name.id, name.person]);
    case 'access':
      return accessMatrix(name.id, context);
    case 'request-letter':
      return named(stampedRequestLetter(name.id, name.letter, shelf, around), [name.id]);
    case 'policy':
      return named(stampedPolicy(clauseStates(context), shelf), []);
    case 'trail':
      return named(ok(await stampedTrail(name.filter, context)), []);
    case 'consent-form':
      return named(
        stampedConsentForm(name.wording, context.session.state.all('wording'), shelf),
        [],
      );
    case 'welcome':
      return named(stampedWelcome(name.id, shelf), [name.id]);
    case 'processing-register': {
      const purposes = purposesOf(context);
      const incidents = context.session.state.count('incident');
      const records = purposes.flatMap(({ record }) => record ?? []);
      return named(ok(stampedProcessing(purposes, incidents, shelf)), records);
    }
    case 'handover':
      return handoverMade(context, maskedShelf(shelf, restricted));
    case 'contacts': {
      const { people, stamped } = contactsOf(name, context);
      return named(
        ok(stamped),
        people.map((person) => person.id),
      );
    }
  }
}

function accessMatrix(id: AccessId | null, context: OpenContext): Result<Made> {
  const record = id === null ? null : context.session.state.get(id)?.record;
  if (record && record.kind !== 'access') return fail('record/gone');
  if (record === undefined) return fail('record/gone');
  return named(ok(stampedAccess(record, shelfOf(context))), record ? [record.id] : []);
}

function named(stamped: Result<StampedDocument>, ids: readonly string[]): Result<Made> {
  return stamped.ok ? ok({ stamped: stamped.value, ids }) : stamped;
}

/** What proves how a promise was kept names whom it is about; everything else does not name who is restricted. */
function maskedFor(id: string, around: Around, restricted: ReadonlySet<string>): Around {
  if (isProof(id, around)) return around;
  return { ...around, find: masked(around.find, restricted) };
}

function isProof(id: string, { find }: Around): boolean {
  return find(id)?.purpose === 'accountability';
}

/** The people that a filter and a search show, in order of name; without those whose data may not be used. */
export function contactsOf({ filter, text, post }: ContactsAsked, context: OpenContext) {
  const shown = peopleShown(filter, text, context);
  const restricted = restrictedPeople(aroundOf(context));
  const free = shown.filter(({ id }) => !restricted.has(id));
  const leftOut = shown.length - free.length;
  const seen = post === undefined ? null : peopleFor(post, free, context);
  const people = seen?.people ?? free;
  const seenBy = seen && post !== undefined ? { post, ...seen } : null;
  const list = { people, leftOut, seenBy, which: which(filter, text) };
  return { people, leftOut, stamped: stampedContacts(list, shelfOf(context)) };
}

function which(filter: string, text: string): string {
  const found = text.trim() === '' ? '' : ', as searched';
  if (filter === 'committee') return `Steering committee${found}`;
  const category = Object.entries(CATEGORIES).find(([name]) => name === filter)?.[1];
  return `${category ?? 'All people'}${found}`;
}

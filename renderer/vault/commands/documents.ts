/** Records become stamped documents; every one that leaves is in the trail before it goes. */
import { toCsv } from '../../documents/csv.ts';
import { toAnonymousHtml } from '../../documents/anonymous-html.ts';
import { toHtml } from '../../documents/html.ts';
import type { StampedDocument } from '../../documents/stamp.ts';
import { toVcard } from '../../documents/vcard.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { AccessId } from '../../domain/ids.ts';
import type { Around } from '../../domain/registers/register.ts';
import { CATEGORIES } from '../../domain/person.ts';
import { isRestricted, restrictedPeople } from '../../domain/restrictions.ts';
import {
  stampedAccess,
  stampedConsent,
  stampedConsentForm,
  stampedContacts,
  stampedMinutes,
  stampedPolicy,
  stampedProcessing,
  stampedRecord,
  stampedWelcome,
} from '../desk/document-sources.ts';
import {
  stampedBreachLetter,
  stampedBreachReport,
  stampedComplaintLetter,
} from '../desk/compliance-documents.ts';
import type { TrailAction } from '../../domain/trail.ts';
import { evidenceOf, summaryOf } from '../desk/anonymous-sources.ts';
import { aroundOf } from '../desk/around.ts';
import { ACTION_FOR } from '../desk/document-use.ts';
import { sent, stampedRequestLetter } from '../desk/request-documents.ts';
import { shelfOf } from '../desk/open-shelf.ts';
import { putJob, writeWhole } from '../files.ts';
import type { Change } from '../log.ts';
import type { DocumentName } from '../protocol.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { purposesOf } from '../desk/purposes.ts';
import { peopleShown } from '../desk/people-listing.ts';
import { masked, maskedShelf } from '../desk/restricting.ts';
import { clauseStates } from '../desk/policy-facts.ts';
import { stampedTrail } from '../desk/trail-report.ts';

export const document: Command<'document'> = async ({ name, for: use }, context) => {
  if (name.what === 'summary' || name.what === 'evidence')
    return withoutPersonalData(name, use, context);
  const made = await build(name, context);
  if (!made.ok) return made;
  const { stamped, ids } = made.value;
  const html = toHtml(stamped);
  if (!html.ok) return html;
  const isSent = name.what === 'request-letter' && use !== 'preview';
  const changes = isSent ? sent(name.id, name.letter, context) : [];
  const { title, fileName } = stamped.tree;
  const action = ACTION_FOR[use];
  return leave({ html: html.value, title, fileName, action, ids, changes }, context);
};

/** The way out of documents that hold counts only: they carry no banner (clause ANONYMISE). */
async function withoutPersonalData(
  name: Extract<DocumentName, { what: 'summary' | 'evidence' }>,
  use: keyof typeof ACTION_FOR,
  context: OpenContext,
) {
  if (name.what === 'summary' && name.until < name.from) return fail('record/ends-before-start');
  const made =
    name.what === 'evidence'
      ? await evidenceOf(context)
      : ok(summaryOf(name, name.threshold, context));
  if (!made.ok) return made;
  const html = toAnonymousHtml(made.value);
  if (!html.ok) return html;
  const { title, fileName } = made.value;
  const action = use === 'preview' ? 'previewed' : 'summarised';
  return leave({ html: html.value, title, fileName, action, ids: [], changes: [] }, context);
}

interface Leaving {
  readonly html: string;
  readonly title: string;
  readonly fileName: string;
  readonly action: TrailAction;
  /** The records in it, for the trail. */
  readonly ids: readonly string[];
  /** What is noted in the same step: that a letter went. */
  readonly changes: readonly Change[];
}

/** Into the trail, then to the host. */
async function leave(
  { html, title, fileName, action, ids, changes }: Leaving,
  { session, host, now }: OpenContext,
) {
  const kept = await session.commit(changes, action, now, ids);
  if (!kept.ok) return kept;
  const job = await putJob(host, html);
  return job.ok ? ok({ job: job.value, title, suggestedName: fileName }) : job;
}

export const writeContacts: Command<'contacts.write'> = async (asked, context) => {
  const { people, leftOut, stamped } = contacts(asked, context);
  const text = asked.format === 'csv' ? toCsv(stamped) : toVcard(stamped);
  if (!text.ok) return text;
  const ids = people.map((person) => person.id);
  const kept = await context.session.commit([], 'exported', context.now, ids);
  if (!kept.ok) return kept;
  const bytes = new TextEncoder().encode(text.value);
  const written = await writeWhole(context.host, asked.to, bytes, context);
  return written.ok ? ok({ count: people.length, leftOut }) : written;
};

interface Made {
  readonly stamped: StampedDocument;
  /** The records in it, for the trail. */
  readonly ids: readonly string[];
}

type Stamped = Exclude<DocumentName, { what: 'summary' | 'evidence' }>;

async function build(name: Stamped, context: OpenContext): Promise<Result<Made>> {
  const shelf = shelfOf(context);
  const around = aroundOf(context);
  const restricted = restrictedPeople(around);
  if (name.what === 'consent' || name.what === 'record' || name.what === 'welcome') {
    const record = shelf.find(name.id);
    if (record && isRestricted(record, restricted)) return fail('rights/restricted');
  }
  switch (name.what) {
    case 'minutes': {
      const minutes = shelf.find(name.id);
      if (minutes?.kind !== 'minutes') return fail('record/gone');
      return named(stampedMinutes(minutes, maskedShelf(shelf, restricted)), [name.id]);
    }
    case 'consent':
      return named(stampedConsent(name.id, shelf), [name.id]);
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
    case 'contacts': {
      const { people, stamped } = contacts(name, context);
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
  if (around.find(id)?.purpose === 'accountability') return around;
  return { ...around, find: masked(around.find, restricted) };
}

/** The people that a filter and a search show, in order of name; without those whose data may not be used. */
function contacts({ filter, text }: { filter: string; text: string }, context: OpenContext) {
  const shown = peopleShown(filter, text, context);
  const restricted = restrictedPeople(aroundOf(context));
  const people = shown.filter(({ id }) => !restricted.has(id));
  const leftOut = shown.length - people.length;
  const list = { people, leftOut, which: which(filter, text) };
  return { people, leftOut, stamped: stampedContacts(list, shelfOf(context)) };
}

function which(filter: string, text: string): string {
  const found = text.trim() === '' ? '' : ', as searched';
  if (filter === 'committee') return `Steering committee${found}`;
  const category = Object.entries(CATEGORIES).find(([name]) => name === filter)?.[1];
  return `${category ?? 'All people'}${found}`;
}

/** What has reached the end of its time by the rule of its purpose (clause RETAIN-PEOPLE), and was not decided since. */
import { type PlainDate, parsePlainDate, plusMonths } from '../../domain/dates.ts';
import type { Kind } from '../../domain/kinds.ts';
import { purposeIn } from '../../domain/processing.ts';
import {
  type KeepUntil,
  PURPOSE_IDS,
  type Purpose,
  type PurposeId,
  purposeId,
} from '../../domain/purposes.ts';
import { KINDS, registerOf } from '../../domain/registers/table.ts';
import { type PersonFacts, keptUntil, personEnded } from '../../domain/retention.ts';
import { decidedTo } from '../../domain/review.ts';
import type { Session } from '../session.ts';
import { KEPT_FOR, type Summary } from '../summary.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';

export interface DueRecord {
  readonly id: string;
  readonly kind: Kind;
  readonly purpose: PurposeId;
  /** The last day by the rule; null: it rests on a consent that was never asked for. */
  readonly lastDay: PlainDate | null;
}

/** A decision to keep something holds for this many months. */
const KEPT_MONTHS = 12;

interface Looked {
  readonly revision: number;
  readonly today: PlainDate;
  readonly due: readonly DueRecord[];
}
const looked = new WeakMap<Session, Looked>();

/** Looks through the summaries of all people and the records of the other kinds; once for a state and a day. */
export function whatIsDue(context: OpenContext): readonly DueRecord[] {
  const { session, today } = context;
  const { revision } = session.state;
  const known = looked.get(session);
  if (known && known.revision === revision && known.today === today) return known.due;
  const kept = keptLately(context);
  const due = [...duePeople(context), ...KINDS.flatMap((kind) => dueOfKind(kind, context))].filter(
    ({ id }) => !kept.has(id),
  );
  looked.set(session, { revision, today, due });
  return due;
}

/** Ids that a review of the last twelve months decided to keep, or to ask about. */
function keptLately({ session, today }: OpenContext): Set<string> {
  const kept = new Set<string>();
  for (const review of session.state.all('review')) {
    if (review.finished === null || plusMonths(review.finished, KEPT_MONTHS) < today) continue;
    for (const id of [...decidedTo(review, 'keep'), ...decidedTo(review, 'ask')]) kept.add(id);
  }
  return kept;
}

function dueOfKind<K extends Kind>(kind: K, context: OpenContext): DueRecord[] {
  const { endedOn, isHidden } = registerOf(kind);
  if (!endedOn) return [];
  const rules = rulesIn(context);
  const around = aroundOf(context);
  const due: DueRecord[] = [];
  for (const record of context.session.state.all(kind)) {
    const ended = isHidden?.(record, around) ? null : endedOn(record, around);
    const lastDay = ended === null ? null : keptUntil(ended, rules[record.purpose]);
    if (lastDay !== null && lastDay < context.today)
      due.push({ id: record.id, kind, purpose: record.purpose, lastDay });
  }
  return due;
}

/** Ends that can be told of a person without their record. */
const TOLD: readonly KeepUntil[] = ['post-ends', 'enquiry-closed', 'consent-ends'];

function duePeople(context: OpenContext): DueRecord[] {
  const { state } = context.session;
  const rules = rulesIn(context);
  const consents = endsByPerson('consent', context);
  const enquiries = endsByPerson('enquiry', context);
  const due: DueRecord[] = [];
  for (const summary of state.sorted('person')) {
    const purpose = purposeOf(summary, context);
    const rule = rules[purpose];
    if (!TOLD.includes(rule.keepUntil)) continue;
    const { id } = summary;
    const facts = {
      terms: rule.keepUntil === 'post-ends' ? termEnds(summary, context.today) : [],
      consents: consents.get(`${id} ${purpose}`) ?? [],
      enquiries: enquiries.get(`${id} ${purpose}`) ?? [],
    };
    const ended = personEnded(facts, rule);
    const lastDay = ended === null || ended === 'never' ? null : keptUntil(ended, rule);
    if (ended === 'never' || (lastDay !== null && lastDay < context.today))
      due.push({ id, kind: 'person', purpose, lastDay });
  }
  return due;
}

/** Every purpose as it is in this vault. */
export function rulesIn({ session }: Pick<OpenContext, 'session'>): Record<PurposeId, Purpose> {
  const records = [...session.state.all('processing')];
  // Every purpose has its entry; fromEntries widens the keys to string.
  return Object.fromEntries(PURPOSE_IDS.map((id) => [id, purposeIn(id, records)])) as Record<
    PurposeId,
    Purpose
  >;
}

/** The purpose of a person, by the summary where that tells it. */
export function purposeOf({ id, facts }: Summary, { session }: OpenContext): PurposeId {
  const fact = facts.split(' ', 1)[0] ?? '';
  if (fact.startsWith(KEPT_FOR)) return purposeId.parse(fact.slice(KEPT_FOR.length));
  return session.state.get(id)?.record.purpose ?? 'members';
}

/** Last days of terms that have ended; null for one that runs or is to come. */
function termEnds({ facts }: Summary, today: PlainDate): PersonFacts['terms'] {
  return facts.split(' ').flatMap((fact) => {
    const [, from, until] = fact.split(':');
    if (from === undefined) return [];
    const last = until ? parsePlainDate(until) : null;
    return [last !== null && last < today ? last : null];
  });
}

/** The ends of what belongs to people, by person and purpose. */
function endsByPerson(kind: 'consent' | 'enquiry', context: OpenContext) {
  const { endedOn } = registerOf<'consent' | 'enquiry'>(kind);
  const around = aroundOf(context);
  const ends = new Map<string, (PlainDate | null)[]>();
  for (const record of context.session.state.all(kind)) {
    const key = `${record.person} ${record.purpose}`;
    const found = ends.get(key) ?? [];
    found.push(endedOn?.(record, around) ?? null);
    ends.set(key, found);
  }
  return ends;
}

/** The annual review, and decisions on what is due (clauses REVIEW, RETAIN-PEOPLE): nothing is erased before its end. */
import { dayOf, plusMonths } from '../../domain/dates.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import type { RecordOf } from '../../domain/kinds.ts';
import { retentionInWords } from '../../domain/purposes.ts';
import {
  type Decided,
  type Review,
  type ReviewScope,
  decide,
  decidedTo,
  isSameGroup,
} from '../../domain/review.ts';
import { randomBytes } from '../bytes.ts';
import { aroundOf } from '../desk/around.ts';
import { sealAnew } from '../desk/backing-up.ts';
import { describe } from '../desk/change.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { forgetSteps } from '../desk/desk.ts';
import { rulesIn, whatIsDue } from '../desk/due-for-review.ts';
import { type Walked, dayOfRecord, groupsToReview } from '../desk/reviewing.ts';
import { heldAmong } from '../desk/held.ts';
import { titleOf } from '../desk/titles.ts';
import { tasksToTell } from '../desk/telling.ts';
import { eraseForGood, goingWith } from '../erasing.ts';
import type { Change } from '../log.ts';
import type { Changed, ReviewStep } from '../protocol.ts';

/** Above this many there is one task for the lot, and the review tells which. */
const TASKS_APART = 50;
const EVERY_MONTHS = 12;

export const reviewLook: Command<'review.look'> = ({ scope }, context) => {
  const open = openReview(scope, context);
  const due = new Set(whatIsDue(context).map(({ id }) => id));
  const rules = rulesIn(context);
  const last = lastAnnual(context);
  const begun = context.session.state.trail()[0]?.at ?? context.now;
  const erase = open ? decidedTo({ decisions: standing(open, context) }, 'erase') : [];
  return ok({
    open: open && { id: open.id, begun: open.begun },
    steps: groupsToReview(scope, context).map((group) => stepOf(group, open, due, rules)),
    held: heldAmong(erase, context).size,
    last: last && { id: last.id, finished: last.finished },
    next: plusMonths(last?.finished ?? dayOf(begun, context.group.timeZone), EVERY_MONTHS),
  });
};

export const reviewBegin: Command<'review.begin'> = async ({ scope }, context) => {
  if (openReview(scope, context)) return fail('review/open');
  const review: Review = {
    kind: 'review',
    id: makeId('review', randomBytes(16)),
    purpose: 'accountability',
    scope,
    begun: context.today,
    finished: null,
    decisions: [],
  };
  return commit([{ id: review.id, before: null, after: review }], 'added', context);
};

export const reviewMembers: Command<'review.members'> = (asked, context) => {
  const { scope, group, offset, limit } = asked;
  const open = openReview(scope, context);
  const ids = groupsToReview(scope, context).find((one) => isSameGroup(one, group))?.ids ?? [];
  const due = new Set(whatIsDue(context).map(({ id }) => id));
  const around = aroundOf(context);
  const rows = ids.slice(offset, offset + limit).map((id) => {
    const record = around.find(id);
    const decided = open?.decisions.find(({ records }) => records.includes(id));
    return {
      id,
      title: titleOf(id, around.find),
      day: record ? dayOfRecord(record) : '',
      isDue: due.has(id),
      decision: decided?.decision ?? null,
    };
  });
  return ok({ total: ids.length, rows });
};

export const reviewDecide: Command<'review.decide'> = async (asked, context) => {
  const { id, group, ids, decision, why } = asked;
  const review = reviewIn(id, context);
  if (!review || review.finished !== null) return fail('record/gone');
  const walked = groupsToReview(review.scope, context).find((one) => isSameGroup(one, group));
  if (!walked) return fail('record/gone');
  const members = new Set(walked.ids);
  const records = ids === null ? [...members] : ids.filter((one) => members.has(one));
  if (records.length === 0) return fail('record/gone');
  const { post: by } = context.session.profile.card;
  const fresh = { ...group, decision, why, by, on: context.today, records };
  const after = { ...review, decisions: decide(review.decisions, fresh) };
  return commit([{ id, before: review, after }], 'edited', context);
};

export const reviewFinish: Command<'review.finish'> = async ({ id, word }, context) => {
  const { session, host, now, today, progress } = context;
  const review = reviewIn(id, context);
  if (!review || review.finished !== null) return fail('record/gone');
  const finished = { ...review, decisions: standing(review, context), finished: today };
  if (review.scope === 'all' && !isWhole(finished, context)) return fail('review/undecided');
  const erase = decidedTo(finished, 'erase');
  const held = heldAmong(erase, context);
  const going = erase.filter((one) => !held.has(one));
  const gone = new Set([...going, ...goingWith(going, session.state).map((one) => one.id)]);
  const also: Change[] = [
    { id, before: review, after: finished },
    ...[...lettersFor(finished), ...tasksToTell(gone, context)].map((after) => ({
      id: after.id,
      before: null,
      after,
    })),
  ];
  if (going.length === 0) return commit(also, 'reviewed', context);
  if (word === null) return fail('backup/confirm');
  const places = await host.backupPlaces();
  if (!places.ok) return places;
  const decision = { reason: 'no-longer-needed', places: places.value, now, also } as const;
  const erased = await eraseForGood(session, going, decision);
  forgetSteps(context.desk);
  if (!erased.ok) return erased;
  await sealAnew(context, { progress, cancelled: () => false });
  return ok(describe(erased.value.changes, session.state.revision));
};

async function commit(
  changes: readonly Change[],
  action: 'added' | 'edited' | 'reviewed',
  { session, now }: OpenContext,
): Promise<Result<Changed>> {
  const done = await session.commit(changes, action, now);
  return done.ok ? ok(describe(changes, done.value.sequence)) : done;
}

function reviewIn(id: string, { session }: OpenContext): Review | null {
  const record = session.state.get(id)?.record;
  return record?.kind === 'review' ? record : null;
}

function openReview(scope: ReviewScope, { session }: OpenContext): Review | null {
  for (const review of session.state.all('review'))
    if (review.scope === scope && review.finished === null) return review;
  return null;
}

function lastAnnual({ session }: OpenContext) {
  let last = null;
  for (const { id, scope, finished } of session.state.all('review'))
    if (scope === 'all' && finished !== null && (!last || finished > last.finished))
      last = { id, finished };
  return last;
}

function stepOf(
  group: Walked,
  open: Review | null,
  due: ReadonlySet<string>,
  rules: ReturnType<typeof rulesIn>,
): ReviewStep {
  const members = new Set(group.ids);
  const decided = (open?.decisions ?? [])
    .map(({ decision, why, records }) => ({
      decision,
      why,
      count: records.filter((id) => members.has(id)).length,
    }))
    .filter(({ count }) => count > 0);
  const { purpose, of, facts, ids } = group;
  const { name, why, basis } = rules[purpose];
  const rule = { name, why, basis, kept: retentionInWords(rules[purpose]) };
  return {
    purpose,
    rule,
    of,
    facts,
    count: ids.length,
    due: ids.filter((id) => due.has(id)).length,
    decided,
  };
}

/** Decisions about what still has the facts that it had when it was decided; of what has changed since, or is gone, none. */
function standing(review: Review, context: OpenContext): Decided[] {
  const groups = groupsToReview(review.scope, context);
  return review.decisions
    .map((one) => {
      const now = new Set(groups.find((group) => isSameGroup(group, one))?.ids ?? []);
      return { ...one, records: one.records.filter((id) => now.has(id)) };
    })
    .filter(({ records }) => records.length > 0);
}

/** Whether everything that is held today was decided. */
function isWhole(review: Review, context: OpenContext): boolean {
  const decided = new Set(review.decisions.flatMap(({ records }) => records));
  return groupsToReview(review.scope, context).every(({ ids }) =>
    ids.every((id) => decided.has(id)),
  );
}

/** Whoever is asked gets a letter: a task each, without a name. */
function lettersFor(review: Review): RecordOf<'task'>[] {
  const ask = decidedTo(review, 'ask');
  const task = (words: string, about: string | null): RecordOf<'task'> => ({
    kind: 'task',
    id: makeId('task', randomBytes(16)),
    purpose: 'accountability',
    what: 'letter',
    words,
    about,
    because: review.id,
    due: null,
    done: null,
    notes: '',
  });
  if (ask.length > TASKS_APART)
    return [task(`Ask ${ask.length} people whether their data is still wanted and right.`, null)];
  return ask.map((id) => task('Ask whether their data is still wanted and right.', id));
}

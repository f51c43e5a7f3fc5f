/** Erasing for good (clause ERASE): what it would take, said first; then done, with a certificate. */
import { fail, ok } from '../../domain/errors.ts';
import type { TrailAction } from '../../domain/trail.ts';
import { holdsOn } from '../../domain/holds.ts';
import { aroundOf } from '../desk/around.ts';
import { sealAnew } from '../desk/backing-up.ts';
import { describe } from '../desk/change.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { forgetSteps } from '../desk/desk.ts';
import { countKinds } from '../desk/count-kinds.ts';
import { mentioning } from '../desk/related.ts';
import { tasksToTell } from '../desk/telling.ts';
import { titleOf } from '../desk/titles.ts';
import { eraseForGood, goingWith, removedIds } from '../erasing.ts';
import type { ErasureView } from '../protocol.ts';
import { kindOfId } from '../summary.ts';

/** Kinds that a person may erase one by one; the others are the group's own books. */
const ERASABLE = [
  'person',
  'meeting',
  'minutes',
  'consent',
  'card',
  'publication',
  'event',
  'photograph',
  'mailing',
  'enquiry',
];
const LEAVING: readonly TrailAction[] = ['printed', 'exported', 'bundle-sealed'];

export const eraseLook: Command<'erase.look'> = ({ id }, context) => {
  const { state } = context.session;
  const asked = askedFor(id, context);
  if (!asked) return fail('wall/refused');
  const ids = new Set(asked);
  if (id !== null && state.summary(id) === undefined) return fail('record/gone');
  for (const record of goingWith(asked, state)) ids.add(record.id);
  if (ids.size === 0) return fail('record/gone');
  let versions = 0;
  for (const { changed } of state.all('import'))
    if (changed.some((one) => ids.has(one.id))) versions += 1;
  return ok({
    held: heldBy(ids, context),
    going: countKinds([...ids].map(kindOfId)),
    versions,
    mentions: countKinds(mentioning(ids, state).map(({ kind }) => kind)),
    left: howItLeft(ids, context),
    tasks: tasksToTell(ids, context).length,
  });
};

export const erase: Command<'erase'> = async ({ id, reason }, context) => {
  const { host, session, desk, now, progress } = context;
  const asked = askedFor(id, context);
  if (!asked) return fail('wall/refused');
  const going = goingWith(asked, session.state).map((one): string => one.id);
  if (holdsOn([...asked, ...going], aroundOf(context)).length > 0) return fail('erasure/held');
  const places = await host.backupPlaces();
  if (!places.ok) return places;
  const also = tasksToTell(new Set([...asked, ...going]), context).map((after) => ({
    id: after.id,
    before: null,
    after,
  }));
  const erased = await eraseForGood(session, asked, { reason, places: places.value, now, also });
  forgetSteps(desk);
  if (!erased.ok) return erased;
  // A place where it does not succeed stays open in the certificate, and is taken up when it is there again.
  await sealAnew(context, { progress, cancelled: () => false });
  return ok(describe(erased.value.changes, session.state.revision));
};

/** What keeps any of it from being erased now. */
function heldBy(ids: Iterable<string>, context: OpenContext): ErasureView['held'] {
  const around = aroundOf(context);
  return holdsOn(ids, around).map(({ by, kind }) => ({
    id: by,
    kind,
    title: titleOf(by, around.find),
  }));
}

/** One record, or all that was removed, of whatever kind. null: it is none that a person erases. */
function askedFor(id: string | null, { session }: OpenContext): string[] | null {
  if (id === null) return removedIds(session);
  return isErasable(id) ? [id] : null;
}

function isErasable(id: string): boolean {
  return ERASABLE.includes(kindOfId(id) ?? '');
}

function howItLeft(ids: ReadonlySet<string>, { session }: OpenContext): ErasureView['left'] {
  const left = new Map<TrailAction, { times: number; last: number }>();
  for (const { action, at, records } of session.state.trail()) {
    if (!LEAVING.includes(action) || !records.some((id) => ids.has(id))) continue;
    const { times, last } = left.get(action) ?? { times: 0, last: 0 };
    left.set(action, { times: times + 1, last: Math.max(last, at) });
  }
  return [...left].map(([action, how]) => ({ action, ...how }));
}

/**
 * What goes when a record is erased for good (clause ERASE): the record, what is about nothing else, and its earlier
 * versions. The same in the open vault, in a backup that is sealed anew, and in one that is restored.
 */
import type { Erasure, ErasureReason } from '../domain/erasure.ts';
import { type Result, fail, ok } from '../domain/errors.ts';
import { makeId } from '../domain/ids.ts';
import { type AnyRecord, COMPARTMENT_OF, type Kind } from '../domain/kinds.ts';
import { KINDS, registerOf } from '../domain/registers/table.ts';
import type { ImportBatch } from '../domain/sharing.ts';
import type { TrailAction } from '../domain/trail.ts';
import { randomBytes } from './bytes.ts';
import type { KeyName } from './keys.ts';
import type { Change } from './log.ts';
import type { Session } from './open-session.ts';
import type { VaultState } from './state.ts';
import { kindOfId } from './summary.ts';

/** Kinds whose records are about a record of this kind, and go with it. */
function goingAlong(owner: Kind): Kind[] {
  return KINDS.filter((kind) => registerOf(kind).belongsTo?.kind === owner);
}

/** The records themselves and those that go along, as far as this state holds them. */
export function goingWith(ids: readonly string[], state: VaultState): AnyRecord[] {
  const gone = new Map<string, AnyRecord>();
  for (const id of ids) {
    const record = state.get(id)?.record;
    if (record) gone.set(id, record);
  }
  const named = new Set(ids);
  const owners = new Set(ids.map(kindOfId));
  for (const kind of KINDS) {
    const { belongsTo } = registerOf(kind);
    if (!belongsTo || !owners.has(belongsTo.kind)) continue;
    for (const record of state.all(kind)) {
      const owner = belongsTo.id(record);
      if (owner !== null && named.has(owner)) gone.set(record.id, record);
    }
  }
  return [...gone.values()];
}

/** The changes that take them out, and out of the earlier versions that imports keep. None when nothing is here. */
export function removalOf(ids: readonly string[], state: VaultState): Change[] {
  const going = goingWith(ids, state);
  const named = new Set<string>([...ids, ...going.map(({ id }) => id)]);
  const changes: Change[] = going.map((before) => ({ id: before.id, before, after: null }));
  for (const batch of state.all('import')) {
    const after = without(named, batch);
    if (after !== batch) changes.push({ id: batch.id, before: batch, after });
  }
  return changes;
}

/** Keys that sealed these ids, or what went along, at any time: as far as kinds tell, whether or not it is still here. */
function keysOf(ids: readonly string[]): KeyName[] {
  const names = new Set<KeyName>(['drafts']);
  for (const id of ids) {
    const kind = kindOfId(id);
    if (kind) for (const one of [kind, ...goingAlong(kind)]) names.add(COMPARTMENT_OF[one]);
    // A batch keeps versions of people before they changed.
    if (kind === 'meeting') names.add(COMPARTMENT_OF.import);
  }
  return [...names];
}

/** Names whose key of the time of an erasure is still the one in use: its epoch has not begun. */
export function keysLeft(
  certificates: Iterable<Erasure>,
  epochOf: (name: KeyName) => number,
): KeyName[] {
  const names = new Set<KeyName>();
  for (const { erased, epochs } of certificates) {
    const then = new Map(epochs.map(({ name, epoch }) => [name, epoch]));
    for (const name of keysOf(erased.map(({ id }) => id)))
      if ((then.get(name) ?? 0) >= epochOf(name)) names.add(name);
  }
  return [...names];
}

/** Steps that take records out of the vault and leave their versions in older rows. */
const REMOVING: readonly TrailAction[] = ['removed', 'undone', 'import-undone'];

/**
 * Ids that were removed and never erased: gone from every list, and still in older rows, sealed. As far as the trail
 * names them, which is the first hundred of each step.
 */
export function removedIds({ state }: Pick<Session, 'state'>): string[] {
  const erased = new Set<string>();
  for (const certificate of state.all('erasure'))
    for (const { id } of certificate.erased) erased.add(id);
  const found = new Set<string>();
  for (const { action, records } of state.trail()) {
    if (!REMOVING.includes(action)) continue;
    for (const id of records)
      if (kindOfId(id) && !erased.has(id) && state.summary(id) === undefined) found.add(id);
  }
  return [...found];
}

export interface Decision {
  readonly reason: ErasureReason;
  /** Where backups are kept: the certificate stays open for each until it was sealed anew. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** What changes in the same commit: tasks that it makes necessary, the review that decided it. */
  readonly also?: readonly Change[];
}

/**
 * Erases for good: one commit with the certificate, then the new epoch (architecture: ERASE, steps 1 to 3). The session
 * still has pages in memory that held it; end the worker soon. Errors: record/gone, those of `commit`; erasure/unfinished: removed, and its epoch is still to be made.
 */
export async function eraseForGood(
  session: Session,
  ids: readonly string[],
  { reason, places, now, also = [] }: Decision,
): Promise<Result<{ certificate: Erasure; changes: readonly Change[] }>> {
  const going = goingWith(ids, session.state);
  const named = new Set(ids);
  const removed = removedIds(session).filter((id) => named.has(id));
  const erased = [...going.map(({ id }): string => id), ...removed];
  if (erased.length === 0) return fail('record/gone');
  const names = keysOf(ids).filter((name) => session.holds(name));
  const certificate: Erasure = {
    kind: 'erasure',
    id: makeId('erasure', randomBytes(16)),
    purpose: 'accountability',
    at: now,
    by: session.profile.card.post,
    reason,
    erased: erased.map((id) => ({ kind: kindOfId(id) ?? '', id })),
    epochs: names.map((name) => ({ name, epoch: session.epochOf(name) })),
    places: places.map(({ id, name }) => ({ id, name, state: 'open' })),
  };
  const removal = removalOf(ids, session.state);
  const changes = [...removal, ...also, { id: certificate.id, before: null, after: certificate }];
  const committed = await session.commit(changes, 'erased', now, erased);
  if (!committed.ok) return committed;
  const sealed = await session.newEpoch(names, now);
  return sealed.ok ? ok({ certificate, changes }) : fail('erasure/unfinished');
}

/** What an unlock owes to earlier erasures: an epoch that was interrupted, or never began. Errors as of `newEpoch`. */
export async function finishErasures(session: Session, now: number): Promise<Result<null>> {
  const resumed = await session.resume(now);
  if (!resumed.ok) return resumed;
  const names = keysLeft(session.state.all('erasure'), (name) => session.epochOf(name));
  return names.length === 0 ? ok(null) : session.newEpoch(names, now);
}

function without(named: ReadonlySet<string>, batch: ImportBatch): ImportBatch {
  const created = batch.created.filter((id) => !named.has(id));
  const changed = batch.changed.filter(({ id }) => !named.has(id));
  const same = created.length === batch.created.length && changed.length === batch.changed.length;
  return same ? batch : { ...batch, created, changed };
}

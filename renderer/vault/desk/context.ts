/**
 * What every command of the vault is given. Commands change the vault through `session.commit` only,
 * never call one another, and share the small helpers beside this file.
 */
import { type PlainDate, dayOf } from '../../domain/dates.ts';
import { type Result, fail } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import type { Group } from '../../domain/sharing.ts';
import type { HostPort } from '../host-port.ts';
import type { Session } from '../session.ts';
import type { Replies, VaultRequest } from '../protocol.ts';
import type { Desk } from './desk.ts';
import type { WordReader } from './word-reader.ts';

/** The policy's own, for whatever has no group to say another. */
export const TIME_ZONE = 'Europe/London';

/** The worker's own surroundings, for commands that work locked too. */
export interface Context {
  readonly host: HostPort;
  /** Milliseconds since 1970 UTC, from the host's clock. */
  readonly now: number;
  readonly desk: Desk;
  progress(done: number, total: number): void;
  cancelled(): boolean;
  readonly readWord: WordReader;
}

/** For commands that need the vault open. */
export interface OpenContext extends Context {
  readonly session: Session;
  readonly group: Group;
  /** Today in the vault's time zone. */
  readonly today: PlainDate;
}

export type Command<K extends VaultRequest['kind'], C extends Context = OpenContext> = (
  request: Extract<VaultRequest, { kind: K }>,
  context: C,
) => Promise<Replies[K]> | Replies[K];

/**
 * The one group record of a vault. A vault without it is a bug: create writes it first. Only a damaged one, opened to be
 * looked at, may have lost it.
 */
export function groupOf(session: Session): Group {
  for (const record of session.state.all('group')) return record;
  if (session.damage === null) throw new Error('vault without a group record');
  const { name, post, country } = session.profile.card;
  return {
    kind: 'group',
    id: makeId('group', new Uint8Array(16)),
    purpose: 'steering',
    name: 'Damaged vault',
    timeZone: TIME_ZONE,
    owner: { name, post, country, person: null },
  };
}

/** Adds what an open vault knows; fails with vault/locked when it is not open. */
export function opened(context: Context): Result<OpenContext> {
  const { session } = context.desk;
  if (session === null) return fail('vault/locked');
  const group = groupOf(session);
  return {
    ok: true,
    value: { ...context, session, group, today: dayOf(context.now, group.timeZone) },
  };
}

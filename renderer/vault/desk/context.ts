/**
 * What every command of the vault is given. Commands change the vault through `session.commit` only,
 * never call one another, and share the small helpers beside this file.
 */
import { type PlainDate, dayOf } from '../../domain/dates.ts';
import { type Result, fail } from '../../domain/errors.ts';
import type { Group } from '../../domain/sharing.ts';
import type { HostPort } from '../host-port.ts';
import type { Session } from '../session.ts';
import type { Replies, VaultRequest } from '../protocol.ts';
import type { Desk } from './desk.ts';

/** The worker's own surroundings, for commands that work locked too. */
export interface Context {
  readonly host: HostPort;
  /** Milliseconds since 1970 UTC, from the host's clock. */
  readonly now: number;
  readonly desk: Desk;
  progress(done: number, total: number): void;
  cancelled(): boolean;
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

/** The one group record of a vault. A vault without it is a bug: create writes it first. */
export function groupOf(session: Session): Group {
  for (const record of session.state.all('group')) return record;
  throw new Error('vault without a group record');
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

/** The recovery key as it is printed: 160 random bits in eight groups with check letters. */
import { type Result, fail, ok } from '../domain/errors.ts';
import { type Bytes, randomBytes } from './bytes.ts';
import { readGroups, toGroups } from './letter-groups.ts';

const GROUPS = 8;
const KEY_BYTES = 20;

/** A fresh key and its groups to print. */
export function newRecoveryKey(): { secret: Bytes; groups: string[] } {
  const secret = randomBytes(KEY_BYTES);
  return { secret, groups: toGroups(secret) };
}

/** Reads what a person typed. Errors: vault/recovery-misread, with the number of the group that does not fit. */
export function readRecoveryKey(typed: string): Result<Bytes> {
  const read = readGroups(typed, GROUPS);
  return 'secret' in read
    ? ok(read.secret)
    : fail('vault/recovery-misread', { group: read.misread });
}

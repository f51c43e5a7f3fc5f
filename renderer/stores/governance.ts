/** Posts and the versions of the access matrix, fresh after every change. */
import { create } from 'zustand';
import type { AccessVersion } from '../domain/access-version.ts';
import type { Failure, Result } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';
import type { AccessVersionView, Changed, PostView } from '../vault/protocol.ts';

export type { AccessVersionView, PostView } from '../vault/protocol.ts';

interface Governance {
  /** null until they have come. */
  posts: readonly PostView[] | null;
  /** The latest first; null until they have come. */
  versions: readonly AccessVersionView[] | null;
  failure: Failure | null;
}

export const useGovernance = create<Governance>(() => ({
  posts: null,
  versions: null,
  failure: null,
}));

let listening = false;

/** Asks for both, now and after every change from then on. */
export async function loadGovernance(): Promise<void> {
  if (!listening) {
    listening = true;
    vault().onChanged(() => void read());
  }
  await read();
}

/** Saves a version of the matrix. @param base the revision it was edited from; null for a new one. */
export function saveVersion(record: AccessVersion, base: number | null): Promise<Result<Changed>> {
  return vault().ask('save', { record, base });
}

/** Removes a draft; undoable. */
export function removeVersion({ record, revision }: AccessVersionView): Promise<Result<Changed>> {
  return vault().ask('remove', { id: record.id, base: revision });
}

async function read(): Promise<void> {
  const [posts, versions] = await Promise.all([
    vault().ask('posts', {}),
    vault().ask('access.versions', {}),
  ]);
  useGovernance.setState(
    posts.ok && versions.ok
      ? { posts: posts.value, versions: versions.value, failure: null }
      : { failure: posts.ok ? (versions.ok ? null : versions.error) : posts.error },
  );
}

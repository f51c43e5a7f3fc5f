/** Which sealed files the records of a vault name. */
import { type SealedBlob, attachmentsOf } from '../domain/attachment.ts';
import { type AnyRecord, KINDS_WITH_FILES } from '../domain/kinds.ts';
import type { VaultState } from './state.ts';
import { HAS_FILES } from './summary.ts';

/** Every record that files belong to; no other is parsed for it. */
export function* recordsWithFiles(state: VaultState): Iterable<AnyRecord> {
  for (const kind of KINDS_WITH_FILES) {
    for (const id of state.ids(kind)) {
      const has = state.summary(id)?.facts.includes(HAS_FILES);
      const record = has && state.get(id)?.record;
      if (record) yield record;
    }
  }
}

/** The sealed files of a record: each attachment and its thumbnail. */
export function blobsOf(record: AnyRecord): SealedBlob[] {
  return attachmentsOf(record).flatMap(({ blob, thumbnail }) =>
    thumbnail ? [blob, thumbnail] : [blob],
  );
}

/** The sealed files of all records, by id. */
export function blobsNamed(state: VaultState): Map<string, SealedBlob> {
  const named = new Map<string, SealedBlob>();
  for (const record of recordsWithFiles(state))
    for (const blob of blobsOf(record)) named.set(blob.id, blob);
  return named;
}

/** Reading backups back: one by one, whole or only its list, and all that a place holds of a vault. */
import { type BackupName, newestFirst, readBackupName } from '../../domain/backup-plan.ts';
import { type ErrorCode, type Failure, type Result, ok } from '../../domain/errors.ts';
import {
  type Listed,
  type Manifest,
  type Progress,
  type ReadAt,
  readManifest,
  readRows,
} from './format.ts';
import { utf8 } from '../bytes.ts';
import type { BackupFile, BackupPort } from '../host-port.ts';
import type { Snapshot } from '../open-session.ts';
import type { CommitRow, PageRow } from '../store.ts';

/** A backup in a place, by its name. */
export interface Generation extends BackupName {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** What it lists; the failure of one whose list cannot be read, or that is not the owner's. */
  readonly listed: Result<Listed>;
}

/** Whose backups are believed: the profile's verification keys, the present one and those before (hex). */
export interface Owner {
  readonly vaultId: string;
  readonly signers: readonly string[];
}

/** The first 8 hex digits of a vault's id, as its backups are named. */
export function shortId(vaultId: string): string {
  return vaultId.slice(0, 8);
}

/** A file in a place, as something to read from. */
export function fileIn(port: BackupPort, file: BackupFile): ReadAt {
  return (offset, length) => port.backupRead(file, offset, length);
}

/** Checks every byte of a backup; keeps none. Errors: those of readManifest and readRows. */
export async function checkBackup(readAt: ReadAt, progress?: Progress): Promise<Result<Manifest>> {
  const listed = await readManifest(readAt);
  if (!listed.ok) return listed;
  const rows = await readRows(readAt, listed.value, { page: () => {}, commit: () => {} }, progress);
  return rows.ok ? ok(listed.value.manifest) : rows;
}

/** A backup whole, in memory. */
export interface ReadBackup {
  readonly manifest: Manifest;
  readonly snapshot: Snapshot;
}

/** Reads a backup and checks every byte of it. Errors: those of readManifest and readRows. */
export async function readBackup(readAt: ReadAt, progress?: Progress): Promise<Result<ReadBackup>> {
  const listed = await readManifest(readAt);
  if (!listed.ok) return listed;
  const { manifest } = listed.value;
  const pages: PageRow[] = [];
  const commits: CommitRow[] = [];
  const take = {
    page: (row: PageRow) => void pages.push(row),
    commit: (row: CommitRow) => void commits.push(row),
  };
  const rows = await readRows(readAt, listed.value, take, progress);
  if (!rows.ok) return rows;
  const { header, head } = manifest;
  return ok({ manifest, snapshot: { header: utf8(header), pages, commits, head } });
}

/**
 * The backups of a vault in a place, newest first. Only their lists are read: a name alone is believed nothing.
 * Errors: backup/place-absent, backup/failed.
 */
export async function generationsIn(
  port: BackupPort,
  place: string,
  owner: Owner,
): Promise<Result<Generation[]>> {
  const files = await port.backupList(place);
  if (!files.ok) return files;
  const found: Generation[] = [];
  for (const { name, size } of files.value) {
    const said = readBackupName(name);
    if (said?.vault !== shortId(owner.vaultId)) continue;
    const listed = await readManifest(fileIn(port, { place, name }));
    const failure = listed.ok ? strangeness(listed.value.manifest, said, owner) : null;
    found.push({ ...said, name, size, listed: failure ? { ok: false, error: failure } : listed });
  }
  return ok(newestFirst(found));
}

/** Why a backup that reads well is not the owner's, or not the one its name says. */
function strangeness(manifest: Manifest, said: BackupName, owner: Owner): Failure | null {
  if (manifest.vaultId !== owner.vaultId) return { code: 'backup/other-vault' };
  if (!owner.signers.includes(manifest.signer)) return { code: 'backup/forged' };
  return manifest.head.sequence === said.sequence ? null : { code: 'backup/damaged' };
}

/** What is listed as this holds nothing of the owner's vault, under whatever name. */
export const FOREIGN: readonly ErrorCode[] = ['backup/other-vault', 'backup/not-one'];

/** One that is the owner's own. */
export interface OwnGeneration extends Generation {
  readonly manifest: Manifest;
}

export function ownAmong(generations: readonly Generation[]): OwnGeneration[] {
  return generations.flatMap((generation) =>
    generation.listed.ok ? [{ ...generation, manifest: generation.listed.value.manifest }] : [],
  );
}

/** Whether a manifest belongs to a chain that does not have it: newer than the chain, or of another course of it. */
export function isAhead(
  { head }: Manifest,
  chain: { readonly revision: number; linkAt(sequence: number): string | null },
): boolean {
  return head.sequence > chain.revision || chain.linkAt(head.sequence) !== head.link;
}

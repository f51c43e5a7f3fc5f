/**
 * ERASE, step 4: every backup that can be reached is sealed anew without what was erased, under keys of its own that open
 * in today's ways only. The same at a renewal of keys. A place that is absent stays open in the certificate.
 */
import type { Erasure } from '../../domain/erasure.ts';
import { type ErrorCode, type Failure, type Result, fail, ok } from '../../domain/errors.ts';
import { FOREIGN, type Generation, fileIn, generationsIn, ownAmong, readBackup } from './read.ts';
import type { Watched } from './watched.ts';
import { certificatesOf, ownerOf, putBackup, signed } from './write.ts';
import { dropUnlisted } from './write-blobs.ts';
import type { BackupPort } from '../host-port.ts';
import type { Change } from '../log.ts';
import type { Session } from '../open-session.ts';
import { reseal } from '../reseal.ts';

/** How a place stands: `done` when no backup in it holds what was erased, or opens with keys of before a renewal. */
export interface Resealed {
  readonly place: string;
  readonly state: 'done' | 'open';
  /** How many backups were sealed anew. */
  readonly count: number;
  readonly failure: Failure | null;
}

/** What of a backup is not as an open vault wants it. */
interface Wanted {
  readonly session: Session;
  /** Ids of all certificates, and of all that they name. */
  readonly certificates: readonly string[];
  readonly erased: readonly string[];
  readonly now: number;
}

/**
 * Seals anew, generation by generation and newest first, every backup of this vault that was made before one of its
 * erasures or before its keys were renewed; the others are left as they are, so that it costs little to ask again and an
 * interrupted run is taken up where it stopped. Each is written under its own name when all of it was read back. Then the
 * certificates are brought up to date by one commit.
 *
 * To be called after `eraseForGood` and after `session.renew`, and while the vault is open now and then: a disk may have
 * come back. It may take long; it does not keep commits waiting.
 * Errors: those of the host's disk, vault/read-only (the certificates could not be written; the backups are sealed).
 */
export async function resealPlaces(
  port: BackupPort,
  session: Session,
  now: number,
  watched: Watched,
): Promise<Result<Resealed[]>> {
  const places = await port.backupPlaces();
  if (!places.ok) return places;
  const erased = Array.from(session.state.all('erasure'), ({ erased: gone }) => gone).flat();
  const wanted: Wanted = {
    session,
    certificates: Array.from(session.state.all('erasure'), ({ id }) => id),
    erased: [...new Set(erased.map(({ id }) => id))],
    now,
  };
  const resealed: Resealed[] = [];
  for (const { id } of places.value) resealed.push(await resealPlace(port, id, wanted, watched));
  const done = new Set(resealed.flatMap(({ place, state }) => (state === 'done' ? [place] : [])));
  // Of what has keys left here, the next backup would hold it again.
  const finished = certificatesOf(session).filter((id) => wanted.certificates.includes(id));
  const changes = settled(session, finished, done);
  if (changes.length === 0) return ok(resealed);
  const kept = await session.commit(changes, 'backups-resealed', now);
  return kept.ok ? ok(resealed) : kept;
}

async function resealPlace(
  port: BackupPort,
  place: string,
  wanted: Wanted,
  watched: Watched,
): Promise<Resealed> {
  const generations = await generationsIn(port, place, ownerOf(wanted.session));
  if (!generations.ok) return { place, state: 'open', count: 0, failure: generations.error };
  let failure: Failure | null = null;
  let count = 0;
  let whole = false;
  const { certificates, session } = wanted;
  const isOwed = certificates.length > 0 || session.profile.secret().former.length > 0;
  for (const generation of generations.value) {
    const done = await resealOne(port, place, generation, wanted, watched);
    if (done.ok) {
      whole ||= generation.listed.ok;
      if (done.value === 'resealed') count += 1;
      continue;
    }
    // It cannot be sealed anew nor restored, and may still be read by whoever has the keys of its time.
    const lost = isOwed && whole && done.error.code === 'backup/damaged';
    const removed = lost && (await port.backupRemove({ place, name: generation.name })).ok;
    if (!removed) failure ??= done.error;
  }
  // What was erased has no key any more; what is left of its files goes too.
  if (count > 0) await dropUnlisted(port, place, ownerOf(wanted.session));
  return { place, state: failure ? 'open' : 'done', count, failure };
}

/** These may be whole, whatever is wrong with them now. */
const NOT_DAMAGED: readonly ErrorCode[] = [
  'vault/header-newer',
  'vault/store-newer',
  'backup/forged',
  'backup/ahead',
];

/** Errors: those of the generation's list, backup/damaged, NOT_DAMAGED, those of putBackup. */
async function resealOne(
  port: BackupPort,
  place: string,
  generation: Generation,
  { session, certificates, erased, now }: Wanted,
  watched: Watched,
): Promise<Result<'resealed' | 'as-it-was'>> {
  const [own] = ownAmong([generation]);
  if (!own) {
    const { listed } = generation;
    return listed.ok || FOREIGN.includes(listed.error.code) ? ok('as-it-was') : listed;
  }
  const { signer, erasures, madeAt, blobs } = own.manifest;
  const known = new Set(erasures);
  const fresh = certificates.every((id) => known.has(id));
  if (signer === session.profile.card.verifyKey && fresh) return ok('as-it-was');
  const file = { place, name: generation.name };
  const read = await readBackup(fileIn(port, file));
  if (!read.ok) return read;
  const copy = await reseal(read.value.snapshot, { session, erased, now });
  if (!copy.ok) return NOT_DAMAGED.includes(copy.error.code) ? copy : fail('backup/damaged');
  const { files } = copy.value;
  const about = { madeAt, erasures: certificates, blobs: blobs.filter(({ id }) => files.has(id)) };
  const put = await putBackup(port, file, await signed(session, copy.value, about), watched);
  return put.ok ? ok('resealed') : put;
}

/** These certificates, with the places that are done now. */
function settled(
  session: Session,
  certificates: readonly string[],
  done: ReadonlySet<string>,
): Change[] {
  const changes: Change[] = [];
  for (const before of session.state.all('erasure')) {
    const isOpen = before.places.some(({ id, state }) => state === 'open' && done.has(id));
    if (!isOpen || !certificates.includes(before.id)) continue;
    const after: Erasure = {
      ...before,
      places: before.places.map((one) => (done.has(one.id) ? { ...one, state: 'done' } : one)),
    };
    changes.push({ id: before.id, before, after });
  }
  return changes;
}

/** Files that belong to a record: in, shown, out again, and away. */
import {
  type Attachment,
  LARGEST_ATTACHMENT,
  LARGEST_PICTURE,
  MOST_ATTACHMENTS,
  type SealedBlob,
  attachmentName,
  attachmentsOf,
  withAttachments,
} from '../../domain/attachment.ts';
import { isRestricted, restrictedPeople } from '../../domain/restrictions.ts';
import { aroundOf } from '../desk/around.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import { takesFiles } from '../../domain/kinds.ts';
import { attachmentIn, pictureOf, readied } from '../desk/attaching.ts';
import { applyChanges, describe } from '../desk/change.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { exported, leaveInPieces } from '../desk/leaving-elsewhere.ts';
import { sourceOf, sourceOver } from '../sources.ts';
import { CHUNK_BYTES } from '../blobs.ts';
import type { Bytes } from '../bytes.ts';
import type { Change } from '../log.ts';
import { recordsWithFiles } from '../named-files.ts';
import type { Changed } from '../protocol.ts';

/** A picture that is looked at fits this square, in pixels. */
const LOOKED_AT = 1_600;

export const attachmentAdd: Command<'attachment.add'> = async (asked, context) => {
  const { blobs } = context.session;
  const source = sourceOf(asked.from, context.host);
  if (source.size === 0) return fail('attachment/empty');
  if (source.size > LARGEST_ATTACHMENT) return fail('attachment/too-large');
  const free = placeFor(asked.record, context);
  if (!free.ok) return free;
  const ready = await readied(source, asked.keepDetails, context);
  if (!ready.ok) return ready;
  const blob = await blobs.write(ready.value.source, context);
  if (!blob.ok) return blob;
  const thumbnail = await sealedThumbnail(ready.value.thumbnail, context);
  const kept = thumbnail.ok
    ? await name(
        asked.record,
        {
          id: makeId('attachment', crypto.getRandomValues(new Uint8Array(16))),
          name: attachmentName(asked.name),
          added: context.now,
          details: ready.value.details,
          blob: blob.value,
          thumbnail: thumbnail.value,
        },
        context,
      )
    : thumbnail;
  if (kept.ok) return kept;
  const made = thumbnail.ok && thumbnail.value ? [blob.value, thumbnail.value] : [blob.value];
  await dropUnlessUnsure(kept, made, context);
  return kept;
};

export const attachmentRemove: Command<'attachment.remove'> = async ({ record, id }, context) => {
  const held = context.session.state.get(record)?.record;
  if (!held || !takesFiles(held.kind)) return fail('record/gone');
  const files = attachmentsOf(held).filter((file) => file.id !== id);
  if (files.length === attachmentsOf(held).length) return fail('record/gone');
  const after = withAttachments(held, files);
  return applyChanges([{ id: record, before: held, after }], 'attachment-removed', context);
};

export const attachmentSave: Command<'attachment.save'> = async (asked, context) => {
  const { session } = context;
  const file = attachmentIn(session.state, asked.record, asked.id);
  if (!file.ok) return file;
  const owner = session.state.get(asked.record)?.record;
  if (owner && isRestricted(owner, restrictedPeople(aroundOf(context))))
    return fail('rights/restricted');
  const told = exported([asked.record], { what: 'attachment', form: 'copy' });
  const append = () => appendBlob(file.value.blob, asked.to, context);
  return leaveInPieces(append, asked.to, told, context);
};

export const attachmentShow: Command<'attachment.show'> = async (asked, { session }) => {
  const file = attachmentIn(session.state, asked.record, asked.id);
  if (!file.ok) return file;
  const { blob, thumbnail } = file.value;
  if (asked.as === 'thumbnail') return thumbnail ? session.blobs.readWhole(thumbnail) : ok(null);
  if (blob.size > LARGEST_PICTURE) return ok(null);
  const whole = await session.blobs.readWhole(blob);
  return whole.ok ? ok(await pictureOf(whole.value, LOOKED_AT)) : whole;
};

/** What a renewal of keys owes to files: each is sealed under a key that nobody knew. A damaged one stays as it is. */
export const attachmentRenew: Command<'attachment.renew'> = async (_asked, context) => {
  const { session, now } = context;
  const changes: Change[] = [];
  for (const { id } of recordsWithFiles(session.state)) {
    const files = attachmentsOf(session.state.get(id)?.record ?? {});
    for (const file of files) {
      const fresh = await renewed(file, context);
      if (!fresh.ok && fresh.error.code === 'attachment/damaged') continue;
      if (!fresh.ok) return fresh;
      if (fresh.value === file) continue;
      const change = replacing(id, fresh.value, context);
      const done = change ? await session.commit([change], 'keys-renewed', now) : null;
      const isDone = change !== null && done?.ok === true;
      const [stays, goes] = isDone ? [fresh.value, file] : [file, fresh.value];
      await dropUnlessUnsure(done, without(blobsIn(goes), blobsIn(stays)), context);
      if (isDone) changes.push(change);
    }
  }
  return ok(describe(changes, session.state.revision));
};

/** The file itself where nothing of it is of an earlier profile. */
async function renewed(
  file: Attachment,
  { session: { blobs }, cancelled }: OpenContext,
): Promise<Result<Attachment>> {
  const watched = { progress: () => {}, cancelled };
  const blob = await blobs.renewed(file.blob, watched);
  if (!blob.ok) return blob;
  const thumbnail = file.thumbnail && (await blobs.renewed(file.thumbnail, watched));
  if (thumbnail && !thumbnail.ok) {
    if (blob.value !== file.blob) await blobs.drop([blob.value]);
    return thumbnail;
  }
  if (blob.value === file.blob && (!thumbnail || thumbnail.value === file.thumbnail))
    return ok(file);
  return ok({ ...file, blob: blob.value, thumbnail: thumbnail && thumbnail.value });
}

/** The change that puts a file in the place of the one with its id; null when that is gone. */
function replacing(id: string, file: Attachment, { session }: OpenContext): Change | null {
  const before = session.state.get(id)?.record;
  if (!before || !attachmentsOf(before).some((one) => one.id === file.id)) return null;
  const files = attachmentsOf(before).map((one) => (one.id === file.id ? file : one));
  return { id, before, after: withAttachments(before, files) };
}

function blobsIn({ blob, thumbnail }: Attachment): SealedBlob[] {
  return thumbnail ? [blob, thumbnail] : [blob];
}

function without(blobs: readonly SealedBlob[], those: readonly SealedBlob[]): SealedBlob[] {
  return blobs.filter(({ id }) => !those.some((one) => one.id === id));
}

/** When only the answer of the disk was lost, the record may name them after all: then they are left to the sweep. */
async function dropUnlessUnsure(
  done: Result<unknown> | null,
  blobs: readonly SealedBlob[],
  { session }: OpenContext,
): Promise<void> {
  if (done && !done.ok && done.error.code === 'vault/read-only') return;
  await session.blobs.drop(blobs);
}

/** Errors: record/gone, attachment/too-many. */
function placeFor(id: string, { session }: OpenContext): Result<null> {
  const held = session.state.get(id)?.record;
  if (!held || !takesFiles(held.kind)) return fail('record/gone');
  return attachmentsOf(held).length < MOST_ATTACHMENTS ? ok(null) : fail('attachment/too-many');
}

async function sealedThumbnail(
  bytes: Bytes | null,
  { session, cancelled }: OpenContext,
): Promise<Result<SealedBlob | null>> {
  if (!bytes) return ok(null);
  return session.blobs.write(sourceOver(bytes), { progress: () => {}, cancelled });
}

/**
 * Names the file in its record, as the record is by now: while a large file was sealed, others may have saved it.
 * Errors: record/gone, attachment/too-many, vault/read-only.
 */
async function name(id: string, file: Attachment, context: OpenContext): Promise<Result<Changed>> {
  for (;;) {
    const free = placeFor(id, context);
    const before = context.session.state.get(id)?.record;
    if (!free.ok || !before) return free.ok ? fail('record/gone') : free;
    const after = withAttachments(before, [...attachmentsOf(before), file]);
    const done = await applyChanges([{ id, before, after }], 'attached', context);
    if (done.ok || done.error.code !== 'record/changed-since') return done;
  }
}

/** Opens a sealed file a chunk at a time into a handle. Errors: attachment/damaged, those of the disk, wall/cancelled. */
async function appendBlob(
  blob: SealedBlob,
  to: string,
  { session, host, cancelled, progress }: OpenContext,
): Promise<Result<null>> {
  for (let at = 0; at < blob.size; at += CHUNK_BYTES) {
    if (cancelled()) return fail('wall/cancelled');
    const piece = await session.blobs.read(blob, at / CHUNK_BYTES);
    if (!piece.ok) return piece;
    const written = await host.fileAppend(to, piece.value);
    if (!written.ok) return written;
    progress(Math.min(at + CHUNK_BYTES, blob.size), blob.size);
  }
  return ok(null);
}

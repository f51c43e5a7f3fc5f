/** What attaching a file and letting one out share: what becomes of a picture, and which files are still named. */
import { type Attachment, LARGEST_PICTURE, attachmentsOf } from '../../domain/attachment.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { AnyRecord } from '../../domain/kinds.ts';
import type { Source } from '../blobs.ts';
import type { Bytes } from '../bytes.ts';
import { readWhole } from '../files.ts';
import { joined } from '../pictures/bare.ts';
import { blobsNamed, blobsOf } from '../named-files.ts';
import { KIND_BYTES, bareOf, kindOf } from '../pictures/picture.ts';
import { drawn } from '../pictures/thumbnail.ts';
import { sourceOver } from '../sources.ts';
import type { VaultState } from '../state.ts';
import type { Context } from './context.ts';
import type { Desk } from './desk.ts';

const THUMBNAIL = 256;

/** An attachment of a record that is here. Errors: record/gone. */
export function attachmentIn(state: VaultState, record: string, id: string): Result<Attachment> {
  const held = state.get(record)?.record;
  const file = held && attachmentsOf(held).find((one) => one.id === id);
  return file ? ok(file) : fail('record/gone');
}

/** A file as it will be kept. */
interface Ready {
  readonly source: Source;
  readonly details: Attachment['details'];
  readonly thumbnail: Bytes | null;
}

/**
 * Takes the details out of a picture unless they are to be kept, and draws its thumbnail; any other file stays as it is.
 * Errors: attachment/details-stay, attachment/picture-too-large, attachment/picture-damaged, file/gone, wall/cancelled.
 */
export async function readied(
  source: Source,
  keepDetails: boolean,
  context: Pick<Context, 'cancelled'>,
): Promise<Result<Ready>> {
  const head = await source.read(0, Math.min(KIND_BYTES, source.size));
  if (!head.ok) return head;
  const kind = kindOf(head.value);
  const asItIs = (details: Ready['details']) => ok({ source, details, thumbnail: null });
  if (kind === null) return asItIs('as-is');
  if (kind === 'picture') return keepDetails ? asItIs('kept') : fail('attachment/details-stay');
  if (source.size > LARGEST_PICTURE)
    return keepDetails ? asItIs('kept') : fail('attachment/picture-too-large');
  const { cancelled } = context;
  const whole = await readWhole(source, LARGEST_PICTURE, { progress: () => {}, cancelled });
  if (!whole.ok) return whole;
  const bare = bareOf(kind, whole.value);
  if (!bare) return keepDetails ? asItIs('kept') : fail('attachment/picture-damaged');
  const thumbnail = await drawn(bare, THUMBNAIL);
  if (keepDetails) return ok({ source, details: 'kept', thumbnail });
  return ok({ source: sourceOver(joined(bare)), details: 'removed', thumbnail });
}

/** The picture of a file, drawn so that it fits a square; null when it is none that can be drawn. */
export async function pictureOf(bytes: Bytes, fits: number): Promise<Bytes | null> {
  const kind = kindOf(bytes);
  const bare = kind === null || kind === 'picture' ? null : bareOf(kind, bytes);
  return bare && drawn(bare, fits);
}

/** The ids of all sealed files that a record names, or that a change names which can still be turned back. */
export function filesNamed({
  session,
  undo,
  redo,
}: Pick<Desk, 'session' | 'undo' | 'redo'>): Set<string> {
  const named = new Set(session ? blobsNamed(session.state).keys() : []);
  const add = (record: AnyRecord | null) => {
    for (const blob of record ? blobsOf(record) : []) named.add(blob.id);
  };
  for (const { changes } of [...undo, ...redo]) {
    for (const { before, after } of changes) {
      add(before);
      add(after);
    }
  }
  return named;
}

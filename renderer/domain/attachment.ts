import { z } from 'zod';
import { instant } from './dates.ts';
import { attachmentId } from './ids.ts';

/** The largest file that is attached, in bytes: 200 MB. */
export const LARGEST_ATTACHMENT = 200_000_000;
/** The largest picture whose details are taken out, in bytes: it is in memory whole meanwhile. */
export const LARGEST_PICTURE = 64_000_000;
export const MOST_ATTACHMENTS = 100;
const LONGEST_NAME = 200;

/** What became of the details in a file (place, camera, author). `as-is`: it is no picture, or they were kept on request. */
export const DETAILS = {
  removed: 'Place and camera removed',
  kept: 'Place and camera kept',
  'as-is': '',
} as const;

/** Sealed bytes that lie beside the records, in chunks, under a key of their own: with the record goes the key. */
export const sealedBlob = z.object({
  /** Names its rows; 128 random bits in hex. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** AES-256, in hex. It never leaves the vault. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** The verification key of the profile it was sealed under: after a renewal of keys it is sealed anew. */
  by: z.string().regex(/^[0-9a-f]{64}$/),
  /** True length in bytes; what is stored is padded. */
  size: z.number().int().min(1).max(LARGEST_ATTACHMENT),
});
export type SealedBlob = z.infer<typeof sealedBlob>;

/** A file that belongs to a record: it is guarded, restricted and erased with it. */
export const attachment = z.object({
  id: attachmentId,
  /** The file's name as it came. It may name people, so it is content: it is never a name on disk. */
  name: z.string().min(1).max(LONGEST_NAME),
  added: instant,
  details: z.enum(['removed', 'kept', 'as-is']),
  blob: sealedBlob,
  /** A small picture of it; null where none could be made. */
  thumbnail: sealedBlob.nullable(),
});
export type Attachment = z.infer<typeof attachment>;

/** The field of a record that files may belong to; records from before it have none. */
export const attachments = z.array(attachment).max(MOST_ATTACHMENTS).optional();

/** An attachment as the screen knows it: without its keys. */
export interface AttachmentView {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly added: number;
  readonly details: keyof typeof DETAILS;
  readonly isPictured: boolean;
}

/** The files of a record; none of a kind that takes none. */
export function attachmentsOf(record: object): readonly Attachment[] {
  // A record with this field was parsed by its schema, where the field is the one above.
  return 'attachments' in record ? ((record.attachments ?? []) as readonly Attachment[]) : [];
}

/** The same record with these files; without the field when there are none. */
export function withAttachments<R extends object>(record: R, files: readonly Attachment[]): R {
  const bare = { ...record };
  if ('attachments' in bare) delete bare.attachments;
  return files.length === 0 ? bare : { ...bare, attachments: files };
}

/** What the screen may know of a record's files. */
export function attachmentViews(record: object): AttachmentView[] {
  return attachmentsOf(record).map(({ id, name, added, details, blob, thumbnail }) => ({
    id,
    name,
    size: blob.size,
    added,
    details,
    isPictured: thumbnail !== null,
  }));
}

/**
 * A file's name as it is kept: one line that reads as it is written, its ending whole. What turns the direction of
 * letters goes: it can make one ending look like another.
 */
export function attachmentName(name: string): string {
  const line = name
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  const ending = endingOf(line);
  const stem = line.slice(0, line.length - ending.length);
  return `${cut(stem, LONGEST_NAME - ending.length)}${ending}` || 'File without a name';
}

/** A name for a copy that names nobody: `attachment` and the file's own ending. */
export function copyName(name: string): string {
  return `attachment${endingOf(name).toLowerCase()}`;
}

/** The dot and the letters of a file's ending; empty when there is none. */
function endingOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
}

/** As much of a text as fits, without cutting a letter in two. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length > most) break;
    kept += letter;
  }
  return kept;
}

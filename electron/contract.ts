/**
 * Everything that crosses the wall between the page and the host, and nothing else does.
 * `channels`: page → host, asked and answered. `events`: host → page. `portRequest`: vault worker → host,
 * over the one MessagePort that the host hands out at start, for bytes (chunks of at most 1 MiB).
 * No channel takes a path: dialogs give handles, the host keeps the paths.
 */
import { z } from 'zod';
import { ERRORS, type ErrorCode } from '../renderer/domain/errors.ts';

/** The largest piece of bytes that travels in one message. */
const CHUNK_BYTES = 1024 * 1024;

const errorCode = z.custom<ErrorCode>((v) => typeof v === 'string' && v in ERRORS);
const failure = z.object({ ok: z.literal(false), error: z.object({ code: errorCode }) });
const success = <T extends z.ZodType>(value: T) => z.object({ ok: z.literal(true), value });
const result = <T extends z.ZodType>(value: T) => z.union([success(value), failure]);

/** An opaque name of a file that a person chose, or of a printable document; 128 random bits in hex. */
const handle = z.string().regex(/^[0-9a-f]{32}$/);
const nothing = z.null();

/** As domain/pdf-password.ts prepares it: a viewer cuts what is longer than 127 bytes of UTF-8. */
const pdfPassword = z
  .string()
  .min(1)
  .refine((text) => new TextEncoder().encode(text).byteLength <= 127);

/** A folder for backups as page and worker know it: `name` is the last part of its path. */
export const backupPlace = z.object({
  id: handle,
  name: z.string(),
  /** Whether it is there now, and may be read. */
  here: z.boolean(),
  /** When it was first found absent, milliseconds UTC. */
  absentSince: z.number().nullable(),
  /** The last backup that was read back whole: its name, and when it was made. */
  good: z.object({ name: z.string(), at: z.number() }).nullable(),
});
export type BackupPlace = z.output<typeof backupPlace>;
/** The only files that are read or written there: backups, and the sealed files beside them. */
const backupFile = z.string().regex(/^muniment-[0-9a-f]{8}-\d{4}-\d\d-\d\d-\d{10}\.backup$/);
const blobFile = z.string().regex(/^muniment-[0-9a-f]{8}-blobs\/[0-9a-f]{32}\.blob$/);
const placeFile = z.union([backupFile, blobFile]);

const fileKind = z.enum([
  'import',
  'minutes',
  'bundle',
  'card',
  'share',
  'backup',
  'pdf',
  'docx',
  'csv',
  'vcf',
  'ics',
  'json',
  'attachment',
  'picture',
]);
export type FileKind = z.infer<typeof fileKind>;

export const route = z
  .string()
  .max(200)
  .regex(/^[a-z0-9/_-]*$/);

/** name → [what the page sends, what the host answers]. */
export const channels = {
  /** The host's clock, the only one there is: milliseconds since 1970 UTC. */
  clock: [nothing, z.number()],
  appInfo: [
    nothing,
    z.object({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      platform: z.string(),
      packaged: z.boolean(),
      sandboxed: z.boolean(),
      /** Where the data lives, to show to the person; never sent back as an argument. */
      dataFolder: z.string(),
      /** Whether other programs are kept from taking a picture of the window; the system may have no way to. */
      screenCapture: z.enum(['blocked', 'allowed', 'not-preventable']),
      /** Requests that were refused because they were not for app://. */
      refusedRequests: z.number(),
      /** The route to come back to after a lock or a restart of the page. */
      route,
    }),
  ],
  /** Shows the open dialog. null: cancelled by the person. */
  chooseFile: [
    z.object({ kind: fileKind }),
    result(z.object({ handle, name: z.string(), size: z.number() }).nullable()),
  ],
  /** Shows the save dialog. `suggestedName` holds no names of people. `inCloud`: the folder's name is that of a cloud. null: cancelled. */
  chooseSave: [
    z.object({ kind: fileKind, suggestedName: z.string().max(120) }),
    result(z.object({ handle, name: z.string(), inCloud: z.boolean() }).nullable()),
  ],
  /** Shows the dialog for a folder and remembers it as a place of backups. null: cancelled. */
  chooseBackupFolder: [nothing, result(backupPlace.nullable())],
  /** Forgets a place; what is in it stays. */
  forgetBackupPlace: [z.object({ id: handle }), nothing],
  /** Forgets a file, chosen or handed over, and what was written to it and never committed. */
  forgetHandle: [z.object({ handle }), nothing],
  /** A job is stamped print HTML that the worker put there over the port. */
  printJob: [z.object({ job: handle }), result(nothing)],
  /** Writes the tagged PDF of a job atomically to a handle of chooseSave; with a password it is encrypted (AES-256). */
  pdfJob: [
    z.object({ job: handle, to: handle, password: pdfPassword.optional() }),
    result(z.object({ pages: z.number(), bytes: z.number() })),
  ],
  dropJob: [z.object({ job: handle }), nothing],
  /** Text to the clipboard; cleared after 30 s if it is still ours, and at lock. */
  copyText: [z.object({ text: z.string().max(100_000) }), nothing],
  /** After lockSoon: the page is still sealing, and is given two seconds more; twenty in all. */
  lockHold: [nothing, nothing],
  /** The page has sealed its drafts: end the worker and this page's process, come back locked at `route`. */
  lockNow: [z.object({ route }), nothing],
  /** Milliseconds to wait before the next try to unlock; 0 when none. Survives a restart. */
  unlockWait: [nothing, z.number()],
  /** Records a wrong guess (true) or a right one (false); answers the wait in milliseconds. */
  unlockTried: [z.object({ wrong: z.boolean() }), z.number()],
  /** Tells the host whether a vault is open: enables idle lock and menu items. */
  setUnlocked: [z.object({ unlocked: z.boolean() }), nothing],
} as const satisfies Record<string, readonly [z.ZodType, z.ZodType]>;

export type Channel = keyof typeof channels;
export type Ask<C extends Channel> = z.input<(typeof channels)[C][0]>;
export type Answer<C extends Channel> = z.output<(typeof channels)[C][1]>;

/** Commands of the menu bar and its keys; the page carries them out. */
export const menuCommand = z.enum([
  'find',
  'new',
  'print',
  'save-pdf',
  'lock',
  'undo',
  'redo',
  'shortcuts',
  'import',
  'room-1',
  'room-2',
  'room-3',
  'room-4',
  'room-5',
  'room-6',
  'room-7',
  'room-8',
  'room-9',
  'room-10',
]);
export type MenuCommand = z.infer<typeof menuCommand>;

/** host → page. */
export const events = {
  menu: menuCommand,
  /** The host is about to lock (idle, suspend, screen lock, menu) or to quit: seal drafts, then answer with lockNow within 2 s, or with lockHold. */
  lockSoon: z.object({ why: z.enum(['idle', 'suspend', 'screen', 'menu', 'quit']) }),
  /** A file was handed to the program (second instance, double click, dropped on the icon). */
  fileOpened: z.object({
    handle,
    name: z.string(),
    size: z.number(),
    kind: z.enum(['bundle', 'card', 'import']),
  }),
} as const satisfies Record<string, z.ZodType>;

export type HostEvent = keyof typeof events;
export type EventOf<E extends HostEvent> = z.output<(typeof events)[E]>;

/** What preload puts on `window.host`. */
export interface HostBridge {
  ask<C extends Channel>(channel: C, input: Ask<C>): Promise<Answer<C>>;
  on<E extends HostEvent>(event: E, listener: (value: EventOf<E>) => void): () => void;
}

const bytes = z.instanceof(Uint8Array).refine((b) => b.byteLength <= CHUNK_BYTES);

/**
 * worker → host over the port. Every message is `{ id, ...request }`; every answer
 * `{ id, ok: true, value }` or `{ id, ok: false, error: { code } }`.
 */
export const portRequest = z.discriminatedUnion('op', [
  /** → Uint8Array[]: the generations of the key file that exist, newest first, as they are on disk. */
  z.object({ id: z.number(), op: z.literal('header.read') }),
  /** → null, after temp file, fsync, rename and fsync of the folder; the generation before is kept. */
  z.object({ id: z.number(), op: z.literal('header.write'), bytes }),
  /** → Uint8Array of at most `length` bytes; fewer at the end of the file. */
  z.object({
    id: z.number(),
    op: z.literal('file.read'),
    handle,
    offset: z.number().int().min(0),
    length: z.number().int().min(1).max(CHUNK_BYTES),
  }),
  /** → the same of a sealed file in the folder beside a chosen backup. */
  z.object({
    id: z.number(),
    op: z.literal('file.beside'),
    handle,
    name: blobFile,
    offset: z.number().int().min(0),
    length: z.number().int().min(1).max(CHUNK_BYTES),
  }),
  /** → null. Appends to a temp file beside the chosen place; nothing is there until file.commit. */
  z.object({ id: z.number(), op: z.literal('file.append'), handle, bytes }),
  /** → null, after fsync, rename, fsync of the folder. */
  z.object({ id: z.number(), op: z.literal('file.commit'), handle }),
  /** → null; the temp file is gone. */
  z.object({ id: z.number(), op: z.literal('file.abort'), handle }),
  /** → the job's handle; HTML in UTF-8, in pieces; `last` ends it. Refused without the banner. */
  z.object({
    id: z.number(),
    op: z.literal('job.append'),
    job: handle.nullable(),
    bytes,
    last: z.boolean(),
  }),
  /** → { bytes, pages } of the job's tagged PDF, which the host then keeps in memory with the job. Dropping the job meanwhile ends it: wall/cancelled. */
  z.object({ id: z.number(), op: z.literal('job.pdf'), job: handle }),
  /** → Uint8Array of at most `length` bytes of that PDF. */
  z.object({
    id: z.number(),
    op: z.literal('job.pdfRead'),
    job: handle,
    offset: z.number().int().min(0),
    length: z.number().int().min(1).max(CHUNK_BYTES),
  }),
  /** → BackupPlace[]: every place, there or not. */
  z.object({ id: z.number(), op: z.literal('backup.places') }),
  /** → { name, size }[]: the backups in a place, of this vault and of others. */
  z.object({ id: z.number(), op: z.literal('backup.list'), place: handle }),
  /** → { name, size }[]: the sealed files beside the backups of a vault. */
  z.object({
    id: z.number(),
    op: z.literal('backup.blobs'),
    place: handle,
    vault: z.string().regex(/^[0-9a-f]{8}$/),
  }),
  /** → Uint8Array of at most `length` bytes; fewer at the end of the file. */
  z.object({
    id: z.number(),
    op: z.literal('backup.read'),
    place: handle,
    name: placeFile,
    offset: z.number().int().min(0),
    length: z.number().int().min(1).max(CHUNK_BYTES),
  }),
  /** → a handle to write a file by; it is not there until backup.commit, and one of its name stays till then. */
  z.object({ id: z.number(), op: z.literal('backup.begin'), place: handle, name: placeFile }),
  /** → null. */
  z.object({ id: z.number(), op: z.literal('backup.append'), handle, bytes }),
  /** → Uint8Array of at most `length` bytes of what is on the disk so far, before it has its name. */
  z.object({
    id: z.number(),
    op: z.literal('backup.readBack'),
    handle,
    offset: z.number().int().min(0),
    length: z.number().int().min(1).max(CHUNK_BYTES),
  }),
  /** → null, after fsync, rename and fsync of the folder. */
  z.object({ id: z.number(), op: z.literal('backup.commit'), handle }),
  /** → null; nothing is left of it. */
  z.object({ id: z.number(), op: z.literal('backup.abort'), handle }),
  /** → null; the file is gone, durably. */
  z.object({ id: z.number(), op: z.literal('backup.remove'), place: handle, name: placeFile }),
  /** → null. Remembered as the place's last good backup: it was read back whole before it got its name. */
  z.object({
    id: z.number(),
    op: z.literal('backup.good'),
    place: handle,
    name: backupFile,
    at: z.number(),
  }),
  /** → null; the job and its PDF are gone. */
  z.object({ id: z.number(), op: z.literal('job.drop'), job: handle }),
]);
export type PortRequest = z.infer<typeof portRequest>;
/** The same without its number, spread over the union. */
export type PortAsk = PortRequest extends infer R
  ? R extends PortRequest
    ? Omit<R, 'id'>
    : never
  : never;

/**
 * Handles and paths. A person's choice in a dialog, or a file handed to the program by the system, makes a handle of
 * 128 random bits; the path stays here. A handle reads or writes, never both. A file that is dropped on the page is
 * read by the page itself: it has no path there and no handle here.
 */
import { randomBytes } from 'node:crypto';
import { open, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { app, dialog, type BaseWindow, type FileFilter } from 'electron';
import { fail, ok, type Result } from '../renderer/domain/errors.ts';
import { beginFile, readAll, type PendingFile } from './atomic-file.ts';
import type { FileKind } from './contract.ts';
import { isInCloud, saveFolder } from './save-folder.ts';

export interface ChosenFile {
  readonly handle: string;
  readonly name: string;
  readonly size: number;
}

type Place =
  | { readonly kind: 'read'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; pending: PendingFile | null };

const anyFile: FileFilter = { name: 'All files', extensions: ['*'] };
const filters: Readonly<Record<FileKind, FileFilter>> = {
  import: { name: 'Contacts', extensions: ['csv', 'tsv', 'txt', 'vcf', 'xlsx'] },
  minutes: { name: 'Word document', extensions: ['docx'] },
  bundle: { name: 'Sealed bundle', extensions: ['age'] },
  card: { name: 'Officer’s card', extensions: ['card'] },
  share: { name: 'Recovery share', extensions: ['share'] },
  backup: { name: 'Backup', extensions: ['backup'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  docx: { name: 'Word document', extensions: ['docx'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
  vcf: { name: 'vCard', extensions: ['vcf'] },
  ics: { name: 'Calendar', extensions: ['ics'] },
  attachment: anyFile,
  picture: { name: 'Pictures', extensions: ['png', 'jpg', 'jpeg', 'webp'] },
};

/** What may be handed to the program from outside its dialogs. */
const handedOver = ['bundle', 'card', 'import'] as const;
export type HandedKind = (typeof handedOver)[number];

export interface Files {
  choose(window: BaseWindow, kind: FileKind): Promise<Result<ChosenFile | null>>;
  chooseSave(
    window: BaseWindow,
    kind: FileKind,
    suggestedName: string,
  ): Promise<Result<{ handle: string; name: string; inCloud: boolean } | null>>;
  /** A file from outside the dialogs: a regular one of a kind that the program reads, or null. */
  handOver(path: string): Promise<(ChosenFile & { kind: HandedKind }) | null>;
  read(handle: string, offset: number, length: number): Promise<Result<Uint8Array>>;
  /** A file of the program's own naming beside a chosen one. */
  beside(handle: string, name: string, offset: number, length: number): Promise<Result<Uint8Array>>;
  append(handle: string, bytes: Uint8Array): Promise<Result<null>>;
  commit(handle: string): Promise<Result<null>>;
  abort(handle: string): Promise<void>;
  /** Forgets a handle, and what was written to it and not committed. */
  forget(handle: string): Promise<void>;
  forgetAll(): Promise<void>;
}

export function openFiles(): Files {
  const places = new Map<string, Place>();

  const keep = (place: Place): string => {
    const handle = randomBytes(16).toString('hex');
    places.set(handle, place);
    return handle;
  };
  const writer = async (handle: string): Promise<Result<PendingFile>> => {
    const place = places.get(handle);
    if (place?.kind !== 'write') return fail('file/gone');
    if (place.pending) return ok(place.pending);
    const begun = await beginFile(place.path);
    if (!begun.ok) return begun;
    if (places.get(handle) !== place) {
      // Forgotten meanwhile: the vault was locked, and nothing of it may stay on the disk.
      await begun.value.abort();
      return fail('file/gone');
    }
    place.pending = begun.value;
    return begun;
  };
  const drop = async (handle: string): Promise<void> => {
    const place = places.get(handle);
    places.delete(handle);
    if (place?.kind === 'write') await place.pending?.abort();
  };

  return {
    async choose(window, kind) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile', 'dontAddToRecent'],
        filters: kind === 'attachment' ? [anyFile] : [filters[kind], anyFile],
      });
      const path = filePaths[0];
      if (canceled || path === undefined) return ok(null);
      try {
        const found = await stat(path);
        if (!found.isFile()) return fail('file/gone');
        return ok({ handle: keep({ kind: 'read', path }), name: basename(path), size: found.size });
      } catch {
        return fail('file/gone');
      }
    },

    async chooseSave(window, kind, suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(await beginIn(), basename(suggestedName)),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
        filters: [filters[kind]],
      });
      if (canceled || !filePath) return ok(null);
      const place: Place = { kind: 'write', path: filePath, pending: null };
      const folder = await realpath(dirname(filePath)).catch(() => filePath);
      const inCloud = isInCloud(filePath) || isInCloud(folder);
      return ok({ handle: keep(place), name: basename(filePath), inCloud });
    },

    async handOver(given) {
      try {
        const path = await realpath(given);
        const found = await stat(path);
        const ending = extname(path).slice(1).toLowerCase();
        const kind = handedOver.find((one) => filters[one].extensions.includes(ending));
        if (!kind || !found.isFile()) return null;
        return {
          handle: keep({ kind: 'read', path }),
          name: basename(path),
          size: found.size,
          kind,
        };
      } catch {
        return null;
      }
    },

    async read(handle, offset, length) {
      const place = places.get(handle);
      return place?.kind === 'read' ? readFrom(place.path, offset, length) : fail('file/gone');
    },

    async beside(handle, name, offset, length) {
      const place = places.get(handle);
      if (place?.kind !== 'read') return fail('file/gone');
      return readFrom(join(dirname(place.path), name), offset, length);
    },

    async append(handle, bytes) {
      const to = await writer(handle);
      return to.ok ? to.value.append(bytes) : to;
    },

    async commit(handle) {
      const to = await writer(handle);
      if (!to.ok) return to;
      const done = await to.value.commit();
      places.delete(handle);
      return done;
    },

    async abort(handle) {
      const place = places.get(handle);
      if (place?.kind !== 'write') return;
      await place.pending?.abort();
      place.pending = null;
    },

    forget: drop,

    async forgetAll() {
      for (const handle of places.keys()) await drop(handle);
    },
  };
}

/** Always the same: the system would suggest the folder that was used last, wherever that goes. */
async function beginIn(): Promise<string> {
  const documents = await realpath(app.getPath('documents')).catch(() => null);
  return saveFolder(documents, app.getPath('home'));
}

async function readFrom(path: string, offset: number, length: number): Promise<Result<Uint8Array>> {
  try {
    const file = await open(path, 'r');
    try {
      return ok(await readAll(file, offset, length));
    } finally {
      await file.close();
    }
  } catch {
    return fail('file/gone');
  }
}

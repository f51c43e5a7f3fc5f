/** The document that is shown: its job with the host, and what can be done with it. */
import { create } from 'zustand';
import { ERRORS, type Failure, type Result, fail, ok } from '../domain/errors.ts';
import type { PersonId } from '../domain/ids.ts';
import { vault } from '../vault/client.ts';
import type { DocumentJob, DocumentName } from '../vault/protocol.ts';

/** A record of this vault, or a document inside the bundle that is open. */
export type Source = { from: 'vault'; name: DocumentName } | { from: 'bundle'; name: string };

/** Files for other programs. */
export type DataFormat = 'csv' | 'vcf' | 'json';

type Job = DocumentJob;

/** How it is to leave on paper or as a PDF. */
interface PrintChoices {
  /** Whether CONFIDENTIAL stands across each page. */
  mark: boolean;
  /** Who gets a copy each; empty: one copy, for nobody in particular. */
  holders: readonly { id: PersonId; name: string }[];
}

/** The vault makes no more at a time. */
export const MOST_COPIES = 50;

interface DocumentState {
  /** null: nothing is shown. */
  source: Source | null;
  /** null while it is being made. */
  shown: Job | null;
  options: PrintChoices;
  busy: 'print' | 'pdf' | 'protected' | 'docx' | 'copy' | DataFormat | null;
  /** What was done last, in a sentence. */
  done: string | null;
  error: Failure | null;
}

const CLOSED: DocumentState = {
  source: null,
  shown: null,
  options: { mark: false, holders: [] },
  busy: null,
  done: null,
  error: null,
};

export const useDocument = create<DocumentState>(() => CLOSED);
const { setState: set, getState: get } = useDocument;

/** Shows a document of this vault. */
export function openDocument(name: DocumentName): Promise<void> {
  return show({ from: 'vault', name });
}

/** Shows a document of the open bundle. */
export function openBundleDocument(name: string): Promise<void> {
  return show({ from: 'bundle', name });
}

/** Closes what is shown; the host forgets it. */
export function closeDocument(): void {
  const { shown } = get();
  set(CLOSED);
  if (shown) void window.host.ask('dropJob', { job: shown.job });
}

/** Ends what is being made; nothing of it is left. */
export function cancelMaking(): void {
  making?.abort();
}

/** Whether what is shown may be marked and copied by name: documents of counts and of a bundle are not. */
export function hasPrintOptions(source: Source | null): boolean {
  return (
    source?.from === 'vault' && source.name.what !== 'summary' && source.name.what !== 'evidence'
  );
}

export function setPrintOptions(some: Partial<PrintChoices>): void {
  set(({ options }) => ({ options: { ...options, ...some } }));
}

/** Hands the shown document to the system's print dialog. */
export function printDocument(): Promise<void> {
  return work('print', async (source, _shown, signal) => {
    const made = await jobFor(source, 'print', signal);
    if (!made.ok) return made;
    const printed = await whileHeld(made.value, signal, (job) =>
      window.host.ask('printJob', { job }),
    );
    return printed.ok
      ? ok(`Sent to the printer${countWords(made.value).replace(',', ':')}.`)
      : printed;
  });
}

/** Asks for a place, then writes the shown document there as a PDF. */
export function savePdf(): Promise<void> {
  return work('pdf', (source, shown, signal) => writePdf(source, shown, signal));
}

/** The same, encrypted. @param password as `pdfPassword` of the domain prepares it */
export function saveProtectedPdf(password: string): Promise<void> {
  return work('protected', (source, shown, signal) => writePdf(source, shown, signal, password));
}

async function writePdf(
  source: Source,
  { suggestedName }: Job,
  signal: AbortSignal,
  password?: string,
): Promise<Result<string | null>> {
  const place = await window.host.ask('chooseSave', {
    kind: 'pdf',
    suggestedName: withEnding(suggestedName, 'pdf'),
  });
  if (!place.ok || place.value === null) return place.ok ? ok(null) : place;
  const made = await jobFor(source, password === undefined ? 'pdf' : 'protected', signal);
  if (!made.ok) return made;
  const { handle: to } = place.value;
  const written = await whileHeld(made.value, signal, (job) =>
    window.host.ask('pdfJob', { job, to, ...(password !== undefined && { password }) }),
  );
  if (!written.ok) return written;
  const opens = password === undefined ? '' : ' It opens with the password only.';
  const { name } = place.value;
  return ok(`Saved as ${name}${countWords(made.value)}.${opens}${cloudWords(place.value)}`);
}

/** Asks for a place, then writes the shown document there for a word processor. */
export function writeWord(): Promise<void> {
  return work('docx', async (source, { suggestedName }) => {
    const place = await window.host.ask('chooseSave', {
      kind: 'docx',
      suggestedName: withEnding(suggestedName, 'docx'),
    });
    if (!place.ok || place.value === null) return place.ok ? ok(null) : place;
    const asked = { format: 'docx', to: place.value.handle } as const;
    const written =
      source.from === 'vault'
        ? await vault().ask('document.write', { name: source.name, ...asked })
        : await vault().ask('bundle.write', { name: source.name, ...asked });
    return written.ok ? ok(`Saved as ${place.value.name}.${cloudWords(place.value)}`) : written;
  });
}

/** Puts the words of the shown document on the clipboard, which the host clears again. */
export function copyDocument(): Promise<void> {
  return work('copy', async (source) => {
    const made =
      source.from === 'vault'
        ? await vault().ask('document.text', { name: source.name })
        : await vault().ask('bundle.text', { name: source.name });
    if (!made.ok) return made;
    await window.host.ask('copyText', made.value);
    return ok('Copied; it is cleared after 30 seconds.');
  });
}

function cloudWords({ inCloud }: { inCloud: boolean }): string {
  return inCloud
    ? ' That folder goes to a cloud by its name: move the file, and delete it there and from the cloud’s bin.'
    : '';
}

/** How much it was: `, 12 pages, 3 copies`. */
function countWords({ pages }: Job): string {
  const { holders } = get().options;
  const copies = holders.length > 1 ? `, ${holders.length} copies` : '';
  return pages === null ? copies : `, ${pages} ${pages === 1 ? 'page' : 'pages'}${copies}`;
}

/** Asks for a place, then writes the people that are shown as a data file. */
export function writeData(format: DataFormat): Promise<void> {
  return work(format, async (source, { suggestedName }) => {
    if (source.from !== 'vault') return fail('wall/refused');
    const place = await window.host.ask('chooseSave', {
      kind: format,
      suggestedName: withEnding(suggestedName, format),
    });
    if (!place.ok || place.value === null) return place.ok ? ok(null) : place;
    const { handle, name, inCloud } = place.value;
    const written = await writeTo(source.name, format, handle);
    return written.ok ? ok(`Saved as ${name}${written.value}.${cloudWords({ inCloud })}`) : written;
  });
}

/** Answers what is said of it beyond the name of the file. */
async function writeTo(
  name: DocumentName,
  format: DataFormat,
  to: string,
): Promise<Result<string>> {
  if (name.what === 'request-letter') {
    const written = await vault().ask('request.data', { id: name.id, format, to });
    return written.ok ? ok('') : written;
  }
  if (name.what !== 'contacts' || format === 'json') return fail('wall/refused');
  const { what: _, ...asked } = name;
  const written = await vault().ask('contacts.write', { ...asked, format, to });
  if (!written.ok) return written;
  const { count, leftOut } = written.value;
  const without = leftOut > 0 ? `. ${leftOut} left out: restricted` : '';
  return ok(`, ${count} ${count === 1 ? 'person' : 'people'}${without}`);
}

async function show(source: Source): Promise<void> {
  closeDocument();
  set({ ...CLOSED, source });
  const made = await jobFor(source, 'preview');
  if (get().source !== source) {
    // Another was opened, or this one closed, while it was being made.
    if (made.ok) await letGo(made.value.job);
    return;
  }
  set(made.ok ? { shown: made.value } : { error: made.error });
}

function jobFor(
  source: Source,
  use: 'preview' | 'print' | 'pdf' | 'protected',
  signal?: AbortSignal,
): Promise<Result<Job>> {
  const { mark, holders } = get().options;
  const copies = holders.map(({ id }) => id);
  const cancel = signal ? { signal } : {};
  return source.from === 'vault'
    ? vault().ask('document', { name: source.name, for: use, mark, copies }, cancel)
    : vault().ask('bundle.document', { name: source.name, for: use }, cancel);
}

/**
 * Hands a job to the host, which forgets it afterwards; at once when it is cancelled, and then it hands nothing out.
 * The trail has it by now: where it comes to nothing, that is noted too.
 */
async function whileHeld<T>(
  { job }: Job,
  signal: AbortSignal,
  act: (job: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const drop = () => void letGo(job);
  signal.addEventListener('abort', drop, { once: true });
  try {
    const done = signal.aborted ? fail('wall/cancelled') : await act(job);
    if (!done.ok) await vault().ask('document.unfinished', { job });
    return done;
  } finally {
    signal.removeEventListener('abort', drop);
    await letGo(job);
  }
}

/** Ends the act that is under way. */
let making: AbortController | null = null;

/** One act at a time; its failure or its sentence is shown beside the document. */
async function work(
  busy: NonNullable<DocumentState['busy']>,
  act: (source: Source, shown: Job, signal: AbortSignal) => Promise<Result<string | null>>,
): Promise<void> {
  const { source, shown, busy: already } = get();
  if (!source || !shown || already) return;
  set({ busy, done: null, error: null });
  const own = new AbortController();
  making = own;
  try {
    const reply = await act(source, shown, own.signal);
    if (get().source === source) set(said(reply));
  } finally {
    // What was closed meanwhile goes on, and another document may be at work by now.
    if (making === own) {
      making = null;
      set({ busy: null });
    }
  }
}

/** What somebody cancelled has not failed. */
function said(reply: Result<string | null>): Partial<DocumentState> {
  if (reply.ok) return { done: reply.value };
  const { code } = reply.error;
  return code === 'wall/cancelled' ? { done: ERRORS[code] } : { error: reply.error };
}

async function letGo(job: string): Promise<void> {
  await window.host.ask('dropJob', { job });
}

function withEnding(name: string, ending: string): string {
  return name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`;
}

/** An import from the choice of a file to its undoing. The vault holds the rows; this holds what is shown. */
import { create } from 'zustand';
import type { Failure } from '../domain/errors.ts';
import { importId } from '../domain/ids.ts';
import type { CollectionRoute } from '../domain/person.ts';
import { vault } from '../vault/client.ts';
import type { GivenFile, ImportRowView, ImportSummary, VaultAsk } from '../vault/protocol.ts';

export type { ImportRowView, ImportSummary } from '../vault/protocol.ts';
export type RowState = VaultAsk<'import.rows'>['state'];

const PAGE = 100;

/** As the host's dialogs and the system hand a file over. */
interface ChosenFile {
  readonly handle: string;
  readonly name: string;
  readonly size: number;
}

interface ImportState {
  step: 'choose' | 'reading' | 'preview' | 'applying' | 'done';
  file: { name: string; from: GivenFile } | null;
  route: CollectionRoute;
  progress: { done: number; total: number } | null;
  summary: ImportSummary | null;
  state: RowState;
  total: number;
  /** Pages of rows that have come, by number, for the state that is shown. */
  pages: ReadonlyMap<number, readonly ImportRowView[]>;
  result: { id: string; created: number; changed: number; undone: boolean } | null;
  error: Failure | null;
}

const START: ImportState = {
  step: 'choose',
  file: null,
  route: 'steering-group',
  progress: null,
  summary: null,
  state: 'all',
  total: 0,
  pages: new Map(),
  result: null,
  error: null,
};

export const useImport = create<ImportState>(() => START);
const { setState: set, getState: get } = useImport;
const asked = new Set<number>();
let working: AbortController | null = null;

/** Shows the open dialog for a list to import. */
export async function chooseList(): Promise<void> {
  const chosen = await window.host.ask('chooseFile', { kind: 'import' });
  if (!chosen.ok) set({ error: chosen.error });
  else if (chosen.value) takeList(chosen.value);
}

/** Takes a file that was dropped on the wizard: the file itself, and no path to it. */
export function dropList(file: File): void {
  take({ name: file.name, from: { dropped: file } });
}

/** Takes a file that was chosen elsewhere: the one that the program was opened with. */
export function takeList({ name, handle, size }: ChosenFile): void {
  take({ name, from: { handle, size } });
}

export function chooseRoute(route: CollectionRoute): void {
  set({ route, error: null });
}

/** Reads the chosen file; nothing is stored. */
export async function readList(): Promise<void> {
  const { file, route } = get();
  if (!file) return;
  set({ step: 'reading', progress: null, error: null });
  const reply = await atWork((signal) =>
    vault().ask(
      'import.read',
      { from: file.from, route },
      { onProgress: (progress) => set({ progress }), signal },
    ),
  );
  // The wizard was closed, or another file taken, while this one was read.
  if (get().file !== file) return;
  if (!reply.ok) {
    set({ step: 'choose', progress: null, error: reply.error });
    return;
  }
  set({ step: 'preview', summary: reply.value });
  showRows('all');
}

/** Stops reading or importing; nothing is half done. */
export function cancelWork(): void {
  working?.abort();
}

/** Shows the rows of one state from the first. */
export function showRows(state: RowState): void {
  asked.clear();
  set({ state, total: countOf(get().summary, state), pages: new Map() });
  void needRows(0, 0);
}

/** Fetches the pages that hold the rows from `first` to `last`, once. */
export async function needRows(first: number, last: number): Promise<void> {
  for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
    if (!asked.has(page)) await fetchPage(page);
  }
}

/** The row at a place, when it has come. */
export function rowAt(pages: ImportState['pages'], index: number): ImportRowView | undefined {
  return pages.get(Math.floor(index / PAGE))?.[index % PAGE];
}

/** Stores what was shown as new or changed. */
export async function applyImport(): Promise<void> {
  const { file } = get();
  set({ step: 'applying', progress: null, error: null });
  const reply = await atWork((signal) =>
    vault().ask('import.apply', {}, { onProgress: (progress) => set({ progress }), signal }),
  );
  if (get().file !== file) return;
  if (!reply.ok) {
    set({ step: 'preview', progress: null, error: reply.error });
    return;
  }
  const { import: id, created, changed } = reply.value;
  forgetFile();
  set({ step: 'done', file: null, result: { id, created, changed, undone: false } });
}

/** Takes the import back as a whole, while nothing of it has been changed since. */
export async function undoImport(): Promise<void> {
  const { result } = get();
  if (!result) return;
  const reply = await vault().ask('import.undo', { id: importId.parse(result.id) });
  set(reply.ok ? { result: { ...result, undone: true }, error: null } : { error: reply.error });
}

/** Puts the wizard away; rows that were read and not imported are forgotten. */
export async function closeImport(): Promise<void> {
  const { step } = get();
  cancelWork();
  forgetFile();
  set(START);
  if (step === 'reading' || step === 'preview') await vault().ask('import.drop', {});
}

async function fetchPage(page: number): Promise<void> {
  asked.add(page);
  const { state, summary } = get();
  const reply = await vault().ask('import.rows', { state, offset: page * PAGE, limit: PAGE });
  if (get().state !== state || get().summary !== summary) return;
  if (!reply.ok) set({ error: reply.error });
  else
    set({
      total: reply.value.total,
      pages: new Map(get().pages).set(page, reply.value.rows),
    });
}

async function atWork<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  working = new AbortController();
  try {
    return await work(working.signal);
  } finally {
    working = null;
  }
}

function take(file: NonNullable<ImportState['file']>): void {
  forgetFile();
  set({ ...START, route: get().route, file });
}

function forgetFile(): void {
  const { file } = get();
  if (file && 'handle' in file.from)
    void window.host.ask('forgetHandle', { handle: file.from.handle });
}

function countOf(summary: ImportSummary | null, state: RowState): number {
  if (!summary) return 0;
  const { counts } = summary;
  return state === 'all'
    ? counts.new + counts.changed + counts.duplicate + counts.cannot
    : counts[state];
}

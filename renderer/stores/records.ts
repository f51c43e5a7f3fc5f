/** The one open record of a room: opened, edited in place, saved one change after another. */
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { type Failure, type Result, fail, ok } from '../domain/errors.ts';
import type { Kind, RecordOf } from '../domain/kinds.ts';
import { vault } from '../vault/client.ts';
import type { Changed, OpenRecord } from '../vault/protocol.ts';

export type { Changed } from '../vault/protocol.ts';

export type Opened<K extends Kind> = Omit<OpenRecord, 'record'> & { record: RecordOf<K> };

export interface RecordState<K extends Kind> {
  id: string | null;
  open: Opened<K> | null;
  failure: Failure | null;
  /** It was open and is here no longer: it was removed, or its adding undone. */
  isGone: boolean;
  saving: 'idle' | 'saving' | 'saved';
}

export interface RecordStore<K extends Kind> {
  use: UseBoundStore<StoreApi<RecordState<K>>>;
  /** Opens a record; it stays fresh until another is opened or it is closed. */
  load(id: string): Promise<void>;
  close(): void;
  /** Saves the record as `edit` makes it from what is saved by then. The failure is the field's to show. */
  change(edit: (record: RecordOf<K>) => RecordOf<K>): Promise<Result<Changed>>;
  /** Removes the open record; undoable. */
  remove(): Promise<Result<Changed>>;
}

/** Every save that is under way, in any room. */
const underWay = new Set<Promise<unknown>>();

/** Resolves when nothing is being saved any more; before a lock. */
export async function savesDone(): Promise<void> {
  await Promise.allSettled(underWay);
}

/** Saves a new record whose id the page made. */
export function saveNew<K extends Kind>(record: RecordOf<K>): Promise<Result<Changed>> {
  return follow(vault().ask('save', { record, base: null }));
}

function follow<T>(work: Promise<T>): Promise<T> {
  underWay.add(work);
  const done = () => underWay.delete(work);
  work.then(done, done);
  return work;
}

const CLOSED = { id: null, open: null, failure: null, isGone: false, saving: 'idle' } as const;

function createRecord<K extends Kind>(kind: K): RecordStore<K> {
  const use = create<RecordState<K>>(() => CLOSED);
  let listening = false;
  let turn: Promise<unknown> = Promise.resolve();

  const fetch = async (id: string): Promise<Result<Opened<K>>> => {
    const reply = await vault().ask('open', { id });
    if (!reply.ok) return reply;
    return isOpened(reply.value, kind) ? ok(reply.value) : fail('record/gone');
  };

  const read = async (id: string) => {
    const reply = await fetch(id);
    if (use.getState().id !== id) return;
    if (reply.ok) return use.setState({ open: reply.value, failure: null, isGone: false });
    const isGone = reply.error.code === 'record/gone' && use.getState().open !== null;
    use.setState({ open: null, failure: reply.error, isGone });
  };

  const save = async (id: string, edit: (record: RecordOf<K>) => RecordOf<K>) => {
    const isShown = () => use.getState().id === id;
    const { open } = use.getState();
    // What was typed last is saved even when another record has been opened meanwhile.
    const current = open?.record.id === id ? ok(open) : await fetch(id);
    if (!current.ok) return current;
    if (isShown()) use.setState({ saving: 'saving' });
    const { record, revision } = current.value;
    const reply = await vault().ask('save', { record: edit(record), base: revision });
    await read(id);
    if (isShown()) use.setState({ saving: reply.ok ? 'saved' : 'idle' });
    return reply;
  };

  const listen = () => {
    listening = true;
    vault().onChanged(() => {
      const { id, saving } = use.getState();
      // While saving, the save itself reads it again.
      if (id && saving !== 'saving') void read(id);
    });
  };

  return {
    use,
    async load(id) {
      if (!listening) listen();
      if (use.getState().id !== id) use.setState({ ...CLOSED, id });
      await read(id);
    },
    close: () => use.setState(CLOSED),
    change(edit) {
      const { id } = use.getState();
      if (id === null) return Promise.resolve(fail('record/gone'));
      const work = turn.then(() => save(id, edit));
      turn = work.catch(() => null);
      return follow(work);
    },
    async remove() {
      await turn;
      const { id, open } = use.getState();
      if (id === null || !open) return fail('record/gone');
      const reply = await follow(vault().ask('remove', { id, base: open.revision }));
      if (reply.ok) use.setState(CLOSED);
      return reply;
    },
  };
}

function isOpened<K extends Kind>(value: OpenRecord, kind: K): value is OpenRecord & Opened<K> {
  return value.record.kind === kind;
}

export const personRecord = createRecord('person');
export const meetingRecord = createRecord('meeting');
export const minutesRecord = createRecord('minutes');
export const consentRecord = createRecord('consent');

const others = new Map<Kind, unknown>();

/** The open record of any other kind; the same store each time. */
export function recordStoreOf<K extends Kind>(kind: K): RecordStore<K> {
  const known = others.get(kind);
  // Kept below under its own kind.
  if (known) return known as RecordStore<K>;
  const made = createRecord(kind);
  others.set(kind, made);
  return made;
}

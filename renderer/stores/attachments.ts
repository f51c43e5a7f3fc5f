/** Files on their way in and out of the vault. One goes in after another; each can be stopped. */
import { create } from 'zustand';
import { type AttachmentView, copyName } from '../domain/attachment.ts';
import { type Failure, type Result, ok } from '../domain/errors.ts';
import { attachmentId } from '../domain/ids.ts';
import { vault } from '../vault/client.ts';
import type { Changed, GivenFile } from '../vault/protocol.ts';

export type { AttachmentView } from '../domain/attachment.ts';

/** A file that is being attached to a record, or written out of it. */
export interface Underway {
  readonly id: number;
  readonly record: string;
  readonly name: string;
  readonly way: 'in' | 'out';
  /** In bytes; null before the first. */
  readonly progress: { done: number; total: number } | null;
}

/** A file that was not attached or written, and why. */
export interface Refused {
  readonly id: number;
  readonly record: string;
  readonly name: string;
  readonly failure: Failure;
}

export const useAttachments = create<{
  underway: readonly Underway[];
  refused: readonly Refused[];
}>(() => ({ underway: [], refused: [] }));
const { setState: set } = useAttachments;

const stops = new Map<number, AbortController>();
let count = 0;
let turn: Promise<unknown> = Promise.resolve();

/** Shows the open dialog and attaches what is chosen. */
export async function chooseAttachment(record: string, keepDetails: boolean): Promise<void> {
  const chosen = await window.host.ask('chooseFile', { kind: 'attachment' });
  if (!chosen.ok) return refuse(record, '', chosen.error);
  const { value: file } = chosen;
  if (!file) return;
  const { name, handle, size } = file;
  await attach(record, name, { handle, size }, keepDetails);
  await window.host.ask('forgetHandle', { handle });
}

/** Attaches files that were dropped on the page, in their order. */
export async function attachDropped(
  record: string,
  files: readonly File[],
  keepDetails: boolean,
): Promise<void> {
  await Promise.all(files.map((file) => attach(record, file.name, { dropped: file }, keepDetails)));
}

/** Asks for a place and writes a copy there; answers its name, or null when there is none. */
export async function saveCopy(record: string, file: AttachmentView): Promise<string | null> {
  const place = await window.host.ask('chooseSave', {
    kind: 'attachment',
    suggestedName: copyName(file.name),
  });
  if (!place.ok) refuse(record, file.name, place.error);
  if (!place.ok || !place.value) return null;
  const { handle, name } = place.value;
  const id = attachmentId.parse(file.id);
  const written = await follow({ record, name: file.name, way: 'out' }, (options) =>
    vault().ask('attachment.save', { record, id, to: handle }, options),
  );
  return written.ok ? name : null;
}

/** Takes a file away from a record; undoable. */
export function removeAttachment(record: string, id: string): Promise<Result<Changed>> {
  return vault().ask('attachment.remove', { record, id: attachmentId.parse(id) });
}

/** Has files sealed anew that were sealed under an earlier profile; quick when there are none. */
export async function renewAttachments(): Promise<void> {
  // What cannot be done now is asked again at the next unlock; nothing waits for it.
  await vault().ask('attachment.renew', {});
}

/** A picture as an address that holds it whole, so that nothing of it leaves the page; null where there is none to show. */
export async function pictureOf(
  record: string,
  id: string,
  as: 'thumbnail' | 'picture',
): Promise<Result<string | null>> {
  const shown = await vault().ask('attachment.show', { record, id: attachmentId.parse(id), as });
  if (!shown.ok || !shown.value) return shown.ok ? ok(null) : shown;
  let letters = '';
  for (const byte of shown.value) letters += String.fromCharCode(byte);
  return ok(`data:image/webp;base64,${btoa(letters)}`);
}

/** Stops a file on its way; nothing is half done. */
export function stop(id: number): void {
  stops.get(id)?.abort();
}

/** Takes the sentence about a refused file away. */
export function dismissRefused(id: number): void {
  set(({ refused }) => ({ refused: refused.filter((one) => one.id !== id) }));
}

function attach(
  record: string,
  name: string,
  from: GivenFile,
  keepDetails: boolean,
): Promise<Result<Changed>> {
  return follow({ record, name, way: 'in' }, (options) => {
    const work = turn.then(() =>
      vault().ask('attachment.add', { record, name, from, keepDetails }, options),
    );
    turn = work.catch(() => null);
    return work;
  });
}

async function follow<T>(
  what: Pick<Underway, 'record' | 'name' | 'way'>,
  work: (options: Parameters<ReturnType<typeof vault>['ask']>[2]) => Promise<Result<T>>,
): Promise<Result<T>> {
  const id = (count += 1);
  const controller = new AbortController();
  stops.set(id, controller);
  set(({ underway }) => ({ underway: [...underway, { id, ...what, progress: null }] }));
  const onProgress = (progress: Underway['progress']) =>
    set(({ underway }) => ({
      underway: underway.map((one) => (one.id === id ? { ...one, progress } : one)),
    }));
  try {
    const reply = await work({ onProgress, signal: controller.signal });
    if (!reply.ok && reply.error.code !== 'wall/cancelled')
      refuse(what.record, what.name, reply.error);
    return reply;
  } finally {
    stops.delete(id);
    set(({ underway }) => ({ underway: underway.filter((one) => one.id !== id) }));
  }
}

function refuse(record: string, name: string, failure: Failure): void {
  const id = (count += 1);
  set(({ refused }) => ({ refused: [...refused, { id, record, name, failure }] }));
}

/** Whoever was given what is erased is told of it (UK GDPR Art 19): a task each, which outlives what it was about. */
import { type PlainDate, dayOf, formatDay } from '../../domain/dates.ts';
import { makeId } from '../../domain/ids.ts';
import type { RecordOf } from '../../domain/kinds.ts';
import { recipientsOf } from '../../domain/recipients.ts';
import { randomBytes } from '../bytes.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';

type Task = RecordOf<'task'>;

/** How it left without a recipient that the program knows of. */
const LEFT = { printed: 'printed', exported: 'saved as a file' } as const;

/** One task for each bundle that held any of these records, and one for prints and one for files. They name nobody. */
export function tasksToTell(ids: ReadonlySet<string>, context: OpenContext): Task[] {
  const around = aroundOf(context);
  const bundles = new Map<string, Task>();
  for (const id of ids)
    for (const { record, words, on } of recipientsOf(id, around))
      bundles.set(
        record,
        task(`Tell the recipient that a record was erased: ${words}, ${formatDay(on)}.`, record),
      );
  const last = new Map<keyof typeof LEFT, PlainDate>();
  for (const { action, at, records } of around.trail())
    if ((action === 'printed' || action === 'exported') && records.some((id) => ids.has(id)))
      last.set(action, dayOf(at, around.timeZone));
  const loose = [...last].map(([action, on]) =>
    task(
      `Call back or destroy what was ${LEFT[action]} of a record that is erased, last on ${formatDay(on)}, and tell whoever was given it.`,
      null,
    ),
  );
  return [...bundles.values(), ...loose];
}

function task(words: string, about: string | null): Task {
  return {
    kind: 'task',
    id: makeId('task', randomBytes(16)),
    purpose: 'accountability',
    what: 'tell-recipient',
    words,
    about,
    because: null,
    due: null,
    done: null,
    notes: '',
  };
}

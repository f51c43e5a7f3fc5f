/**
 * The vault's worker: the only place where a key or a whole store is in memory. It parses what it is
 * asked, carries out one request after another, and answers; an ended worker leaves nothing behind.
 */
import '../domain/zod-without-eval.ts';
import { fail } from '../domain/errors.ts';
import { guardSinks } from '../trusted-types.ts';
import { type Context, type OpenContext, opened } from './desk/context.ts';
import { tendBackups } from './desk/backing-up.ts';
import { clearDesk } from './desk/desk.ts';
import { readAside } from './desk/word-reader.ts';
import { anywhere, aside, whenOpen } from './commands/table.ts';
import { type HostPort, hostPort } from './host-port.ts';
import {
  type FromWorker,
  type Replies,
  type ToWorker,
  type VaultRequest,
  request as requestSchema,
} from './protocol.ts';
import { traceOf } from './trace.ts';
import { startUpkeep } from './upkeep.ts';

type Reply = Replies[keyof Replies];

guardSinks();

const desk = clearDesk();
const cancelled = new Set<number>();
let host: HostPort | null = null;
let queue: Promise<void> = Promise.resolve();
const rest = startUpkeep(desk, (now) => {
  const unwatched = { progress: () => {}, cancelled: () => false, readWord: readAside };
  const open = host && opened({ host, now, desk, ...unwatched });
  if (open?.ok) void tendBackups(open.value);
});

const post = (message: FromWorker) => self.postMessage(message);

self.addEventListener('message', ({ data, ports }: MessageEvent<ToWorker>) => {
  if ('port' in data) {
    // The first port is the host's; a second one would be somebody else's.
    if (host === null && ports[0]) host = hostPort(ports[0]);
    return;
  }
  if ('cancel' in data) {
    cancelled.add(data.cancel);
    return;
  }
  const { id, now, request } = data;
  const work = async () => {
    try {
      post({ id, reply: await carryOut(id, now, request) });
    } catch (bug) {
      post({ id, bug: traceOf(bug) });
    } finally {
      cancelled.delete(id);
    }
    rest(now);
  };
  if (goesAside(request)) void work();
  else queue = queue.then(work);
});

function goesAside(asked: unknown): boolean {
  const named = typeof asked === 'object' && asked !== null && 'kind' in asked ? asked.kind : null;
  return typeof named === 'string' && aside.has(named);
}

async function carryOut(id: number, now: number, asked: unknown): Promise<Reply> {
  const parsed = requestSchema.safeParse(asked);
  if (!parsed.success) {
    // Of an issue only its place is passed on, never the value.
    return fail('record/invalid', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  }
  if (host === null) throw new Error('asked before the host’s port came');
  return dispatch(parsed.data, {
    host,
    now,
    desk,
    progress: (done, total) => post({ id, progress: { done, total } }),
    cancelled: () => cancelled.has(id),
    readWord: readAside,
  });
}

/** Calls the command of the request's kind; those of an open vault fail with vault/locked without one. */
function dispatch(asked: VaultRequest, context: Context): Reply | Promise<Reply> {
  const { kind } = asked;
  if (isAnywhere(kind)) return commandFor<Context>(anywhere[kind])(asked, context);
  const open = opened(context);
  return open.ok ? commandFor<OpenContext>(whenOpen[kind])(asked, open.value) : open;
}

function isAnywhere(kind: VaultRequest['kind']): kind is keyof typeof anywhere {
  return kind in anywhere;
}

/**
 * The tables pair each kind with its own command; TypeScript loses the pairing when a kind is looked up
 * as a union, and this is the one place that puts it back.
 */
function commandFor<C extends Context>(
  command: unknown,
): (asked: VaultRequest, context: C) => Reply | Promise<Reply> {
  return command as (asked: VaultRequest, context: C) => Reply | Promise<Reply>;
}

/** What a process asks of the kernel, in the kernel's order, by strace. Linux, and only where tracing is allowed. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stage } from '../stage.ts';

export interface SystemCall {
  readonly name: string;
  /** The file it was made on, as strace names it; '' where it names none. */
  readonly path: string;
  /** What the kernel answered: bytes, or 0; negative for an error. */
  readonly result: number;
  /** All that was said of it. */
  readonly text: string;
}

export interface Tracing {
  /** The calls that had come to their end since this was asked last, in the order in which they ended. */
  since(): Promise<SystemCall[]>;
  stop(): Promise<void>;
}

/** Whether this machine lets one process trace another. */
export function mayTrace(): boolean {
  return (
    process.platform === 'linux' &&
    spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0 &&
    spawnSync('sh', ['-c', 'sleep 5 & strace -o /dev/null -p $! & sleep 0.3; kill $!']).status === 0
  );
}

/**
 * Attaches to a process and all its threads.
 * @param inject what strace does to the calls on top of telling of them, in its words (strace(1), "Tampering")
 */
export async function trace(
  pid: number,
  calls: readonly string[],
  inject?: string,
): Promise<Tracing> {
  const told = join(mkdtempSync(join(stage().root, 'trace-')), 'calls');
  const tamper = inject === undefined ? [] : ['-e', `inject=${inject}`];
  const words = ['-f', '-y', '-o', told, '-e', `trace=${calls.join()}`, ...tamper];
  const tracer = spawn('strace', [...words, '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => tracer.once('exit', () => resolve()));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    tracer.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (/attached/.test(said)) resolve();
    });
    tracer.once('exit', () => reject(new Error(`strace ended: ${said}`)));
  });
  let read = 0;
  return {
    async since() {
      // What was traced before has been written by the time that a later call has.
      await new Promise((resolve) => setTimeout(resolve, 100));
      const lines = readFileSync(told, 'utf8').split('\n').slice(0, -1);
      const begun = new Map<string, string>();
      const ended_: SystemCall[] = [];
      for (const [at, line] of lines.entries()) {
        const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
        const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
        if (rest.endsWith('<unfinished ...>')) {
          begun.set(thread, rest);
          continue;
        }
        const text = resumed ? `${begun.get(thread) ?? ''} ${resumed[1]}` : rest;
        if (resumed) begun.delete(thread);
        const [, name, path = ''] = /^(\w+)\((?:\d+<([^>]*)>)?/.exec(text) ?? [];
        const result = Number(/\) += (-?\d+)/.exec(text)?.[1] ?? -1);
        if (name !== undefined && at >= read) ended_.push({ name, path, result, text });
      }
      read = lines.length;
      return ended_;
    },
    async stop() {
      tracer.kill('SIGINT');
      await ended;
    },
  };
}

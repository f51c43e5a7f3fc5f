/** Two programs to compare: Muniment's host with a page made for trying, and a bare Electron program without walls. */
import { chmodSync, cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, Worker } from '@playwright/test';
import { expect } from '@playwright/test';
import { launchMuniment, type Muniment } from '../launch.ts';
import { stage } from '../stage.ts';
import type { Act, Outside } from './acts.ts';
import type { Far } from './far-server.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A page or a worker: where code can be run. */
interface Place {
  evaluate<R, A>(code: (argument: A) => R, argument: A): Promise<R>;
}

/** The folder of Muniment as it was built, with the page of this folder in place of the program's own; one a runner. */
export function walledProgram(): string {
  const root = join(stage().root, `walled-${process.pid}`);
  if (!existsSync(root)) {
    for (const part of ['package.json', 'dist/main', 'dist/preload']) {
      cpSync(join(stage().program, part), join(root, part), { recursive: true });
    }
    for (const part of [
      'dist/renderer/fonts',
      'dist/renderer/fonts.css',
      'dist/renderer/print.css',
      'dist/renderer/a4.css',
      'dist/renderer/letter.css',
      'dist/renderer/confidential.svg',
    ]) {
      cpSync(join(stage().program, part), join(root, part), { recursive: true });
    }
    cpSync(here('page'), join(root, 'dist/renderer'), { recursive: true });
    chmodSync(root, 0o755);
  }
  return root;
}

/** The folder of the bare program. */
export function copyBare(): string {
  const root = join(stage().root, `bare-${process.pid}`);
  cpSync(here('bare'), root, { recursive: true });
  chmodSync(root, 0o755);
  return root;
}

/** The bare program, at the far server's page. */
export async function launchBare(far: Far): Promise<Muniment> {
  const bare = await launchMuniment({ root: copyBare(), env: { FAR_URL: `${far.http}/` } });
  await bare.page.waitForURL(`${far.http}/`);
  return bare;
}

/** Muniment, once its page has its port. */
export async function launchWalled(options: { args?: readonly string[] } = {}): Promise<Muniment> {
  const walled = await launchMuniment({ root: walledProgram(), ...options });
  await expect.poll(() => walled.page.evaluate(() => 'port' in window)).toBe(true);
  return walled;
}

/** The worker that the page starts, once it can be asked. */
export async function workerOf(page: Page): Promise<Worker> {
  const seen = () => page.workers().find((worker) => worker.url().endsWith('/worker.js'));
  await expect.poll(() => seen()?.evaluate(() => 'refused' in self)).toBe(true);
  const worker = seen();
  if (!worker) throw new Error('the page has no worker');
  return worker;
}

/** Loopback delivers within a few; what has not come by then was not sent. */
const ARRIVAL_MS = 400;

/** Does an act and answers whether it succeeded. */
export async function succeeds(place: Place, act: Act, far: Far): Promise<boolean> {
  far.forget();
  const { http, ws, tcpPort, udpPort } = far;
  const outside: Outside = { http, ws, tcpPort, udpPort };
  const inside = await place.evaluate(act.act, outside);
  if (act.arrives === undefined) return inside === true;
  const until = Date.now() + ARRIVAL_MS;
  while (Date.now() < until && !far.saw(act.arrives)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return far.saw(act.arrives);
}

/** Which directives of its policy a page or worker saw broken since it was last asked. */
export function refusedIn(place: Place): Promise<string[]> {
  return place.evaluate(() => {
    const { refused } = globalThis as unknown as { refused: string[] };
    return refused.splice(0);
  }, null);
}

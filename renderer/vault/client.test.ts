/** The page's end of the vault and the worker's, joined by a channel of messages as they are by the program. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fail, ok } from '../domain/errors.ts';
import { openVault, vault } from './client.ts';

// The worker's modules take their time on a busy machine.
vi.setConfig({ hookTimeout: 60_000 });

const between = new MessageChannel();
const toHost = new MessageChannel();
const bugs: Error[] = [];
/** What the host finds where the key file should be. */
let found: unknown;

beforeAll(async () => {
  toHost.port1.addEventListener('message', ({ data }) =>
    toHost.port1.postMessage({ id: data.id, ok: true, value: found }),
  );
  toHost.port1.start();
  between.port1.start();
  between.port2.start();
  // Node has no such globals; a port speaks as a worker does to its page, and as a page to its worker.
  vi.stubGlobal('self', between.port2);
  vi.stubGlobal('Worker', function joined() {
    return between.port1;
  });
  await import('./worker.ts');
  openVault(
    toHost.port2,
    async () => Date.parse('2026-03-10T12:00:00Z'),
    (bug) => bugs.push(bug),
  );
});
afterAll(() => {
  vi.unstubAllGlobals();
  between.port1.close();
  toHost.port1.close();
});

test('a command that throws is answered with a sentence, and told as a bug that quotes nothing', async () => {
  found = { name: 'Anna Kowalska' };
  expect(await vault().ask('status', {})).toEqual(fail('wall/fault'));
  expect(bugs.map(({ message }) => message)).toEqual([expect.stringMatching(/^TypeError\n\s+at /)]);
  expect(bugs[0]?.message).not.toContain('Anna');
});

test('whatever is asked after it is answered as ever', async () => {
  found = [];
  expect(await vault().ask('status', {})).toEqual(ok({ state: 'none' }));
});

/**
 * Faults at the two boundaries of the vault: the rows of the store and the files of the host. A fault cannot be put
 * inside Chromium or a disk at a chosen call, so they stand before the disk in memory; e2e/store-faults.spec.ts puts the
 * same into the real IndexedDB, and electron/disk-faults.test.ts into the real files.
 */
import { type ErrorCode, fail } from '../../domain/errors.ts';
import { type Disk, placesOn } from '../test-kit.ts';
import type { HostPort } from '../host-port.ts';

/**
 * What becomes of one call: it fails and has done nothing; it fails and has done its work; it fails and has done half of
 * it (the key file only: a row is whole or not at all); or the worker is killed, before or after its work was done.
 */
export const FAULTS = ['refused', 'answer lost', 'torn', 'killed before', 'killed after'] as const;
export type Fault = (typeof FAULTS)[number];

const READS = ['headerRead', 'fileRead', 'exists', 'open', 'pages', 'commits', 'getDraft'];

/** Whether a call can meet a fault that differs from its refusal: one that reads leaves nothing, done or not. */
export function mayMeet(call: string, fault: Fault): boolean {
  if (fault === 'torn') return call === 'headerWrite';
  return fault === 'refused' || !READS.includes(call);
}

/** The names that IndexedDB rejects with, and the codes that the host answers with, in turn. */
const ROW_ERRORS = ['QuotaExceededError', 'AbortError', 'UnknownError', 'InvalidStateError'];
const FILE_ERRORS: ErrorCode[] = ['file/disk-full', 'file/read-only', 'file/failed'];

export interface FaultyPlaces {
  readonly places: ReturnType<typeof placesOn>;
  /** Every call over the boundaries so far, in order. */
  readonly calls: readonly string[];
  /**
   * The call of this number, counted on from here and from 1, meets the fault; those after it do not. Answers a promise
   * that resolves when the fault has killed the worker.
   */
  failAt(call: number, fault: Fault): Promise<'killed'>;
}

/** The places of a vault on a disk in memory, with a fault at one call. */
export function faultyPlaces(disk: Disk, files: Partial<HostPort> = {}): FaultyPlaces {
  const sound = placesOn(disk, files);
  const calls: string[] = [];
  let planned: { call: number; fault: Fault } | null = null;
  let kill = (_word: 'killed') => {};

  const pass = async (
    boundary: 'row' | 'file',
    name: string,
    work: () => unknown,
    half: () => void,
  ): Promise<unknown> => {
    calls.push(name);
    if (planned?.call !== calls.length) return work();
    const { call, fault } = planned;
    if (fault === 'answer lost' || fault === 'killed after') await work();
    if (fault === 'torn') half();
    if (fault === 'killed before' || fault === 'killed after') {
      kill('killed');
      return new Promise(() => {});
    }
    if (boundary === 'file') return fail(inTurn(FILE_ERRORS, call));
    throw new DOMException('a fault of this test', inTurn(ROW_ERRORS, call));
  };

  /** Every method that answers by a promise goes through `pass`. */
  const watched = <T extends object>(boundary: 'row' | 'file', target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const method: unknown = Reflect.get(of, name);
        if (typeof method !== 'function' || name === 'close') return method;
        return (...given: unknown[]) => {
          const work = (): unknown => Reflect.apply(method, of, given);
          const half = () => {
            const [bytes] = given;
            if (name === 'headerWrite' && bytes instanceof Uint8Array)
              disk.headers = [bytes.slice(0, bytes.length / 2), ...disk.headers].slice(0, 2);
          };
          return pass(boundary, String(name), work, half);
        };
      },
    });

  return {
    places: {
      host: watched('file', sound.host),
      stores: watched('row', {
        ...sound.stores,
        open: async (vaultId) => watched('row', await sound.stores.open(vaultId)),
      }),
    },
    calls,
    failAt(call, fault) {
      planned = { call: calls.length + call, fault };
      return new Promise((resolve) => (kill = resolve));
    },
  };
}

function inTurn<T>(list: readonly T[], number: number): T {
  const one = list[number % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
}

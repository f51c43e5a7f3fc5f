import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStoreLogs } from './store-log.ts';

const logs = await openStoreLogs();
const BLOCK = 32 * 1024;
const HEADER = 7;

/** Short ones, ones that end about where a block does, and ones over several blocks. */
const record = fc
  .tuple(
    fc.oneof(fc.nat(40), fc.integer({ min: BLOCK - 30, max: BLOCK }), fc.nat(90_000)),
    fc.nat(255),
  )
  .map(([length, byte]) => bytesOf(length, byte));
const some = fc.array(record, { minLength: 1, maxLength: 6 });

/** Text instead of bytes: an expectation compares it a hundred times faster. */
function read(log: Uint8Array): { records: string[]; torn: boolean } {
  const { records, torn } = logs.read(log);
  return { records: texts(records), torn };
}
const texts = (records: readonly Uint8Array[]): string[] =>
  records.map((bytes) => Buffer.from(bytes).toString('latin1'));
const bytesOf = (length: number, from: number) =>
  Buffer.alloc(length).map((_, at) => from + at * 7);

/** As a program goes on in a log that it found: its next record begins where the file ends, in the midst of a block. */
function continued(torn: Uint8Array, more: readonly Uint8Array[]): Uint8Array {
  const offset = torn.length % BLOCK;
  if (offset === 0) return Buffer.concat([torn, logs.write(more)]);
  // A record of that size stands for what is in the block already.
  const stand = new Uint8Array(offset - HEADER);
  return Buffer.concat([torn, logs.write([stand, ...more]).subarray(offset)]);
}

describe('the log of the store', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(some, (records) => {
        expect(read(logs.write(records))).toEqual({ records: texts(records), torn: false });
      }),
      { numRuns: 30 },
    );
  });

  it('has the form that LevelDB gives it', () => {
    // Masked CRC-32C of 01 61: by its published algorithm, not by ours.
    const log = logs.write([new Uint8Array([0x61])]);
    expect(Buffer.from(log).toString('hex')).toBe('b5cd0ba201000161');
  });

  it('gives a block that has room for a header only the beginning of the next record', () => {
    const records = [new Uint8Array(BLOCK - 2 * HEADER), new Uint8Array([1])];
    const log = logs.write(records);
    expect(Buffer.from(log.subarray(BLOCK - 3)).toString('hex')).toMatch(/^000002.{8}01000401$/);
    expect(read(log)).toEqual({ records: texts(records), torn: false });
  });

  it('that was cut anywhere keeps every record before the cut, and is torn unless cut between two', () => {
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), (records, where) => {
        const whole = logs.write(records);
        const cut = Math.floor(where * whole.length);
        const { records: left, torn } = read(whole.subarray(0, cut));
        expect(left).toEqual(texts(records.slice(0, left.length)));
        const ends = records.map((_, at) => logs.write(records.slice(0, at + 1)).length);
        expect(left.length).toBe(ends.filter((end) => end <= cut).length);
        // The padding at the end of a block is nobody's.
        const isBetween = [0, ...ends].some(
          (end) => end <= cut && (end === cut || isPadding(end, cut)),
        );
        expect(torn).toBe(!isBetween);
      }),
      { numRuns: 60 },
    );
  });

  it('that went on behind a record cut short gives what came before and behind', () => {
    fc.assert(
      fc.property(some, record, some, fc.nat(2_000), (before, last, more, short) => {
        fc.pre(last.length > 0);
        const start = logs.write(before).length;
        const whole = logs.write([...before, last]);
        const torn = whole.subarray(0, Math.max(start + 1, whole.length - 1 - short));
        const offset = torn.length % BLOCK;
        fc.pre(read(torn).torn && (offset === 0 || offset >= HEADER));
        const found = read(continued(torn, more));
        expect(found).toEqual({ records: texts([...before, ...more]), torn: true });
      }),
      { numRuns: 60 },
    );
  });

  it('of which a bit is spoilt loses that record and no other', () => {
    fc.assert(
      fc.property(some, fc.nat(), (records, where) => {
        const log = logs.write(records);
        fc.pre(log.length > 0);
        const at = where % log.length;
        log.set([(log[at] ?? 0) ^ 0x10], at);
        const { records: left, torn } = read(log);
        expect(left.length).toBeGreaterThanOrEqual(records.length - (torn ? 1 : 0));
        expect(texts(records)).toEqual(expect.arrayContaining(left));
      }),
      { numRuns: 60 },
    );
  });

  it('with zeros behind it, as a power cut leaves them, is torn', () => {
    const one = [new Uint8Array([1, 2, 3])];
    const log = Buffer.concat([logs.write(one), new Uint8Array(5_000)]);
    expect(read(log)).toEqual({ records: texts(one), torn: true });
  });
});

function isPadding(end: number, cut: number): boolean {
  return BLOCK - (end % BLOCK) < 7 && cut - end < 7 && Math.ceil(end / BLOCK) * BLOCK >= cut;
}

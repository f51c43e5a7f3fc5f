import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { BANNER } from '../domain/banner.ts';
import { fail, ok } from '../domain/errors.ts';
import { type Bytes, randomBytes, toHex, utf8 } from './bytes.ts';
import { keyslot, recoverySlot } from './keyslots.ts';
import {
  type Share,
  makeShares,
  openByShares,
  printedShare,
  readShare,
  readShareFile,
  sharesTogether,
  writeShareFile,
} from './shares.ts';

const vaultId = toHex(randomBytes(16));
const profileKey = randomBytes(32);
const TWO_OF_THREE = { set: 1, threshold: 2, count: 3 };

type Made = Awaited<ReturnType<typeof makeShares>>;
let made: Made;
let first: Share;
let second: Share;

beforeAll(async () => {
  made = await makeShares(vaultId, profileKey, TWO_OF_THREE);
  first = at(made, 0);
  second = at(made, 1);
});

function at({ shares }: Made, place: number): Share {
  const share = shares[place];
  if (!share) throw new Error('no such share');
  return share;
}

const open = (shares: readonly Share[], slots: Made['slot'][] = [made.slot]) =>
  openByShares({ vaultId, slots }, shares);

/** The share's file with one of its fields changed. */
async function altered(share: Share, change: object): Promise<Bytes> {
  const file: object = JSON.parse(new TextDecoder().decode(await writeShareFile(share)));
  return utf8(JSON.stringify({ ...file, ...change }));
}

describe('recovery shares', () => {
  it('open the vault, whichever they are and in whatever order, when there are enough of them', async () => {
    const sizes = fc
      .integer({ min: 2, max: 9 })
      .chain((count) => fc.tuple(fc.integer({ min: 2, max: count }), fc.constant(count)))
      .chain(([threshold, count]) =>
        fc.tuple(
          fc.constant({ set: 7, threshold, count }),
          fc.shuffledSubarray(
            Array.from({ length: count }, (_, place) => place),
            { minLength: 1 },
          ),
        ),
      );
    await fc.assert(
      fc.asyncProperty(sizes, async ([parameters, chosen]) => {
        const set = await makeShares(vaultId, profileKey, parameters);
        const few = chosen.length < parameters.threshold;
        const opened = await openByShares(
          { vaultId, slots: [set.slot] },
          chosen.map((place) => at(set, place)),
        );
        const needed = parameters.threshold - chosen.length;
        expect(opened).toEqual(few ? fail('recovery/shares-too-few', { needed }) : ok(profileKey));
      }),
      { numRuns: 40 },
    );
  });

  it('fail the commitment when one fewer than enough are combined', async () => {
    const parameters = { set: 1, threshold: 3, count: 4 };
    const { slot, shares } = await makeShares(vaultId, profileKey, parameters);
    // A slot that asks for fewer is what a thief of two shares would write.
    const lowered = { ...slot, threshold: 2 };
    expect(await open(shares.slice(0, 2), [lowered])).toEqual(fail('recovery/shares-wrong'));
    expect(await open(shares.slice(0, 3), [slot])).toEqual(ok(profileKey));
  });

  it('open nothing when one of them was altered, or when two claim the same point', async () => {
    const bent = first.part.slice();
    bent[3] = (bent[3] ?? 0) ^ 1;
    expect(await open([{ ...first, part: bent }, second])).toEqual(fail('recovery/shares-wrong'));
    const twin = { ...second, part: first.part };
    expect(await open([first, twin])).toEqual(fail('recovery/shares-wrong'));
  });

  it('open nothing when the slot is not as it was written', async () => {
    expect(await open([first, second], [{ ...made.slot, count: 4 }])).toEqual(
      fail('recovery/shares-wrong'),
    );
    expect(await open([first, second], [])).toEqual(fail('recovery/shares-none'));
  });

  it('are refused by name: of another vault, of an earlier set, of two sets, and one of them twice', async () => {
    const elsewhere = await makeShares(toHex(randomBytes(16)), profileKey, TWO_OF_THREE);
    const next = await makeShares(vaultId, profileKey, { ...TWO_OF_THREE, set: 2 });
    const stranger = fail('recovery/share-other-vault', { index: 2 });
    expect(await open([first, at(elsewhere, 1)])).toEqual(stranger);
    expect(await open([at(elsewhere, 1)])).toEqual(stranger);
    expect(await open([first, second], [next.slot])).toEqual(
      fail('recovery/share-old-set', { index: 1, set: 1 }),
    );
    const mixed = fail('recovery/shares-mixed', { index: 3 });
    expect(await open([first, at(next, 2)])).toEqual(mixed);
    expect(sharesTogether([first, at(next, 2)])).toEqual(mixed);
    expect(await open([first, first])).toEqual(fail('recovery/share-twice', { index: 1 }));
  });

  it('come in slots of 2 to 9 shares that are not fewer than have to meet', async () => {
    const { slot } = made;
    expect(keyslot.safeParse(slot).success).toBe(true);
    for (const wrong of [{ threshold: 1 }, { count: 10 }, { threshold: 4 }, { set: 0 }, { x: 1 }])
      expect(keyslot.safeParse({ ...slot, ...wrong }).success).toBe(false);
    const recovery = await recoverySlot(vaultId, profileKey, randomBytes(20));
    expect(await openByShares({ vaultId, slots: [recovery, slot] }, [first, second])).toEqual(
      ok(profileKey),
    );
  });
});

describe('a printed share', () => {
  it('is 24 groups, read back in any case, with O for 0 and l for 1', async () => {
    const groups = await printedShare(first);
    expect(groups).toHaveLength(24);
    expect(await readShare(groups.join(' '))).toEqual(ok(first));
    const careless = groups.join('-').toLowerCase().replaceAll('0', 'O').replaceAll('1', 'I');
    expect(await readShare(careless)).toEqual(ok(first));
  });

  it('names the group that was misread, or where it breaks off', async () => {
    const groups = await printedShare(first);
    for (const [place, group] of groups.entries()) {
      const wrong = group.startsWith('7') ? `8${group.slice(1)}` : `7${group.slice(1)}`;
      expect(await readShare(groups.with(place, wrong).join(' '))).toEqual(
        fail('recovery/share-misread', { group: place + 1 }),
      );
    }
    expect(await readShare(groups.slice(0, 8).join(' '))).toEqual(
      fail('recovery/share-misread', { group: 9 }),
    );
  });

  it('is refused when groups of two shares were mixed, though each of them fits', async () => {
    const [mine, other] = [await printedShare(first), await printedShare(second)];
    const mixed = [...mine.slice(0, 12), ...other.slice(12)].join(' ');
    expect(await readShare(mixed)).toEqual(fail('recovery/share-damaged'));
  });
});

describe('a share as a file', () => {
  it('says what it is, carries the sentence, and is read back', async () => {
    const bytes = await writeShareFile(second);
    expect(await readShareFile(bytes)).toEqual(ok(second));
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(BANNER);
    expect(text).toContain('one of the recovery shares');
  });

  it('is refused when it is cut short, altered, of a newer version, or no share at all', async () => {
    const damaged = fail('recovery/share-damaged');
    const bytes = await writeShareFile(first);
    for (let length = 0; length < bytes.length - 1; length += 7)
      expect(await readShareFile(bytes.slice(0, length))).toEqual(damaged);
    const groups = await printedShare(first);
    expect(await readShareFile(await altered(first, { index: 2 }))).toEqual(damaged);
    expect(await readShareFile(await altered(first, { extra: 1 }))).toEqual(damaged);
    expect(await readShareFile(await altered(first, { groups: groups.with(5, '00000') }))).toEqual(
      damaged,
    );
    expect(await readShareFile(randomBytes(500))).toEqual(damaged);
    expect(await readShareFile(new Uint8Array(20_000))).toEqual(damaged);
    expect(await readShareFile(await altered(first, { version: 2, other: true }))).toEqual(
      fail('recovery/share-newer'),
    );
  });
});

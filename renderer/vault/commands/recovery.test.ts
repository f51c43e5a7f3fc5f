/** The ways into a vault: changed, tested, shared between officers, renewed, and handed over. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { BANNER } from '../../domain/banner.ts';
import { fail, ok } from '../../domain/errors.ts';
import { newRecoveryKey } from '../recovery-key.ts';
import { readShareFile } from '../shares.ts';
import { type Disk, copyOf, placesOn } from '../test-kit.ts';
import { type Opener, unlockVault } from '../vault.ts';
import {
  type AtDesk,
  type MadeVault,
  atDesk,
  codeOf,
  makeVault,
  person,
  valueOf,
} from './test-kit.ts';

// Argon2 takes its time, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const OLD = 'seven brown otters at the quay';
const NEW = 'nine grey herons under the weir';
const HOLDERS = ['Ada Example', 'Ben Example', ''];
const TWO_OF_THREE = { threshold: 2, holders: HOLDERS };

let vault: MadeVault;
beforeAll(async () => {
  vault = await makeVault('Jo Example', 'GB');
});

const sheet = () => ({ slot: 'recovery', recoveryKey: vault.recoveryKey }) as const;
const opens = async (disk: Disk, opener: Opener) =>
  codeOf(await unlockVault(placesOn(copyOf(disk)), opener));
const textIn = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** The shares that are handed out, read back from their files. */
async function handedOut({ ask, host }: AtDesk) {
  return Promise.all(
    [1, 2, 3].map(async (index) => {
      const to = String(index).repeat(32);
      valueOf(await ask('share.write', { index, to }));
      return valueOf(await readShareFile(host.files.get(to) ?? new Uint8Array()));
    }),
  );
}

/** Begins a renewal with the sheet as proof, and finishes it. Answers the new recovery key. */
async function renew(
  { ask }: AtDesk,
  asked: Partial<Parameters<typeof ask<'renewal.begin'>>[1]> = {},
): Promise<string> {
  const whole = { present: sheet(), passphrase: NEW, shares: null, handOverTo: null, ...asked };
  const { recoveryKey, ask: group } = valueOf(await ask('renewal.begin', whole));
  valueOf(await ask('renewal.finish', { group, typed: recoveryKey[group] ?? '' }));
  return recoveryKey.join(' ');
}

describe('a routine change of the passphrase', () => {
  it('opens with the new one; a copy of before still opens with the old one', async () => {
    const desk = await atDesk(vault, '2026-03-01');
    const asked = { present: { slot: 'passphrase', passphrase: OLD } as const, passphrase: NEW };
    valueOf(await desk.ask('passphrase.change', asked));
    expect(desk.actions()).toContain('passphrase-changed');
    valueOf(await desk.session.close());
    expect(await opens(desk.disk, { passphrase: NEW })).toBe('ok');
    expect(await opens(desk.disk, { passphrase: OLD })).toBe('vault/passphrase-wrong');
    expect(await opens(desk.disk, { recoveryKey: vault.recoveryKey })).toBe('ok');
    const before = { ...copyOf(desk.disk), headers: vault.disk.headers };
    expect(await opens(before, { passphrase: OLD })).toBe('ok');
  });

  it('wants a present way in, and a new passphrase that is strong and another', async () => {
    const { ask, disk } = await atDesk(vault, '2026-03-01');
    const before = copyOf(disk);
    const change = async (
      present: Parameters<typeof ask<'renewal.begin'>>[1]['present'],
      to: string,
    ) => codeOf(await ask('passphrase.change', { present, passphrase: to }));
    const wrong = { slot: 'passphrase', passphrase: 'not this one at all' } as const;
    expect(await change(wrong, NEW)).toBe('vault/passphrase-wrong');
    expect(await change({ slot: 'recovery', recoveryKey: 'AAAAA' }, NEW)).toBe(
      'vault/recovery-misread',
    );
    expect(await change(sheet(), 'password1')).toBe('vault/passphrase-weak');
    expect(await change(sheet(), OLD)).toBe('recovery/passphrase-same');
    expect(disk).toEqual(before);
  });

  it('takes a thousand characters, and letters composed either way', async () => {
    const desk = await atDesk(vault, '2026-03-01');
    const long = `${'e\u0301 tide lantern '.repeat(70)}walnut orbit`.slice(0, 1_000);
    valueOf(await desk.ask('passphrase.change', { present: sheet(), passphrase: long }));
    valueOf(await desk.session.close());
    expect(await opens(desk.disk, { passphrase: long.normalize('NFC') })).toBe('ok');
    expect(await opens(desk.disk, { passphrase: long.slice(0, 999) })).toBe(
      'vault/passphrase-wrong',
    );
  });
});

describe('the recovery sheet', () => {
  it('is tested at any time: it opens this vault or not, and nothing is changed', async () => {
    const { ask, disk } = await atDesk(vault, '2026-03-01');
    const before = copyOf(disk);
    expect(await ask('recovery.test', { typed: vault.recoveryKey.toLowerCase() })).toEqual(
      ok(null),
    );
    const misread = `${vault.recoveryKey.startsWith('7') ? '8' : '7'}${vault.recoveryKey.slice(1)}`;
    expect(await ask('recovery.test', { typed: misread })).toEqual(
      fail('vault/recovery-misread', { group: 1 }),
    );
    const otherKey = newRecoveryKey().groups.join(' ');
    expect(codeOf(await ask('recovery.test', { typed: otherKey }))).toBe('vault/recovery-wrong');
    expect(disk).toEqual(before);
  });

  it('is printed while it is shown, and changes nothing before a group of it is typed back', async () => {
    const desk = await atDesk(vault, '2026-03-01');
    const { ask, host, disk } = desk;
    const { headers } = copyOf(disk);
    expect(codeOf(await ask('recovery.sheet', { for: 'print' }))).toBe('recovery/not-begun');
    const begun = { present: sheet(), passphrase: NEW, shares: null, handOverTo: null };
    const { recoveryKey, ask: group } = valueOf(await ask('renewal.begin', begun));
    const { job, suggestedName } = valueOf(await ask('recovery.sheet', { for: 'print' }));
    const html = textIn(host.jobs.get(job));
    for (const words of [BANNER, 'IMSIG', ...recoveryKey]) expect(html).toContain(words);
    expect(suggestedName).toBe('recovery-sheet');
    expect(desk.actions()).toContain('printed');
    expect(await ask('renewal.finish', { group, typed: 'AAAAA' })).toEqual(
      fail('vault/recovery-misread', { group: group + 1 }),
    );
    expect(disk.headers).toEqual(headers);
    valueOf(await ask('renewal.drop', {}));
    expect(codeOf(await ask('recovery.sheet', { for: 'print' }))).toBe('recovery/not-begun');
    expect(codeOf(await ask('renewal.finish', { group: 0, typed: '' }))).toBe('recovery/not-begun');
  });
});

describe('recovery shares', () => {
  it('are made once, with who has which, and open the vault together', async () => {
    const desk = await atDesk(vault, '2026-03-01');
    const { ask } = desk;
    expect(valueOf(await ask('ways', {})).shares).toBeNull();
    const asked = { present: sheet(), shares: TWO_OF_THREE };
    const { made, kinds } = valueOf(await ask('shares.make', asked));
    expect(kinds).toEqual(['shares']);
    expect(made.shares.map(({ holder }) => holder)).toEqual(HOLDERS);
    expect(valueOf(await ask('ways', {})).shares).toEqual({
      set: 1,
      threshold: 2,
      count: 3,
      holders: HOLDERS,
      madeOn: '2026-03-01',
    });
    const again = await ask('shares.make', { present: sheet(), shares: TWO_OF_THREE });
    expect(codeOf(again)).toBe('recovery/shares-here');
    const shares = await handedOut(desk);
    expect(desk.actions().slice(-4)).toEqual(['shares-made', 'exported', 'exported', 'exported']);
    valueOf(await desk.session.close());
    expect(await opens(desk.disk, { shares: shares.slice(1) })).toBe('ok');
    expect(await opens(desk.disk, { shares: shares.slice(0, 1) })).toBe('recovery/shares-too-few');
    // Who holds them stands in no file that opens without a key.
    expect(textIn(desk.disk.headers[0])).not.toContain('Ada');
  });

  it('are printed for their officers while they are handed out, and not afterwards', async () => {
    const { ask, host } = await atDesk(vault, '2026-03-01');
    valueOf(await ask('shares.make', { present: sheet(), shares: TWO_OF_THREE }));
    const { job, title } = valueOf(await ask('share.document', { index: 2, for: 'print' }));
    expect(title).toBe('Recovery share 2 of 3');
    const html = textIn(host.jobs.get(job));
    for (const words of [BANNER, 'IMSIG', 'Set 1', 'Ben Example']) expect(html).toContain(words);
    expect(html.match(/<code>[0-9A-Z]{5}<\/code>/g)).toHaveLength(24);
    expect(codeOf(await ask('share.document', { index: 4, for: 'print' }))).toBe(
      'recovery/not-begun',
    );
    valueOf(await ask('shares.putAway', {}));
    expect(codeOf(await ask('share.document', { index: 2, for: 'pdf' }))).toBe(
      'recovery/not-begun',
    );
  });
});

describe('a renewal', () => {
  it('leaves nothing that the old passphrase, sheet or shares open, with the old key file neither', async () => {
    const desk = await atDesk(vault, '2026-03-01');
    const { ask } = desk;
    const anna = person('Anna');
    await desk.keep(anna);
    valueOf(await ask('shares.make', { present: sheet(), shares: TWO_OF_THREE }));
    const oldShares = await handedOut(desk);
    const old = copyOf(desk.disk);
    const newKey = await renew(desk, { shares: { threshold: 3, holders: ['', '', ''] } });
    const newShares = await handedOut(desk);
    await desk.keep(person('Berta'));
    expect(valueOf(await ask('ways', {})).shares).toMatchObject({ set: 2, threshold: 3 });
    valueOf(await desk.session.close());

    for (const opener of [{ passphrase: NEW }, { recoveryKey: newKey }, { shares: newShares }])
      expect(await opens(desk.disk, opener)).toBe('ok');
    const secrets = [
      { passphrase: OLD },
      { recoveryKey: vault.recoveryKey },
      { shares: oldShares },
    ];
    const refused = ['vault/passphrase-wrong', 'vault/recovery-wrong', 'recovery/share-old-set'];
    for (const [place, opener] of secrets.entries()) {
      expect(await opens(desk.disk, opener)).toBe(refused[place]);
      // A thief puts the old key file back over the new store, or beside the new key file.
      const [newest = new Uint8Array()] = old.headers;
      for (const headers of [old.headers, [newest, ...desk.disk.headers.slice(0, 1)]]) {
        const code = await opens({ ...copyOf(desk.disk), headers }, opener);
        expect(['vault/store-damaged', 'vault/store-rolled-back']).toContain(code);
      }
    }
  });

  it('may keep the passphrase that was typed, and needs a new one after the sheet alone', async () => {
    const desk = await atDesk(vault, '2026-03-01');
    const asked = { passphrase: null, shares: null, handOverTo: null };
    const bySheet = await desk.ask('renewal.begin', { ...asked, present: sheet() });
    expect(codeOf(bySheet)).toBe('record/invalid');
    await renew(desk, { passphrase: null, present: { slot: 'passphrase', passphrase: OLD } });
    valueOf(await desk.session.close());
    expect(await opens(desk.disk, { passphrase: OLD })).toBe('ok');
    expect(await opens(desk.disk, { recoveryKey: vault.recoveryKey })).toBe('vault/recovery-wrong');
    const oldFile = { ...copyOf(desk.disk), headers: vault.disk.headers };
    expect(await opens(oldFile, { passphrase: OLD })).toBe('vault/store-damaged');
  });

  it('hands the office over: another name, another card, and the chain goes on', async () => {
    const desk = await atDesk(vault, '2026-03-01');
    const before = desk.session.profile.card;
    const next = { name: 'Kim Successor', post: 'secretary', country: 'IE' } as const;
    await renew(desk, { handOverTo: next });
    expect(desk.session.profile.card).toMatchObject(next);
    expect(desk.session.profile.card.verifyKey).not.toBe(before.verifyKey);
    expect([...desk.session.state.all('group')][0]?.owner).toEqual({ ...next, person: null });
    expect(desk.actions().at(-1)).toBe('handed-over');
    expect(codeOf(await desk.session.verifyTrail())).toBe('ok');
    valueOf(await desk.session.close());
    expect(await opens(desk.disk, { passphrase: NEW })).toBe('ok');
  });
});

import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CardContent } from '../domain/sharing.ts';
import { fingerprintWords, readCard, writeCard } from './card.ts';
import { makeOfficer } from './test-kit.ts';

let card: CardContent;
beforeAll(async () => {
  card = (await makeOfficer('Zoë Ōta-O’Brien', 'treasurer')).card;
});

function file(change: Record<string, unknown>): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ ...card, ...change }));
}

describe('a card', () => {
  it('comes back from its file, which says in words what it is', () => {
    const bytes = writeCard(card);
    expect(readCard(bytes)).toEqual({ ok: true, value: card });
    expect(new TextDecoder().decode(bytes)).toMatch(/^\{\n {2}"about": "This is an officer’s card/);
  });

  it('is refused when it is damaged, too large, or no card', () => {
    const damaged = { ok: false, error: { code: 'card/damaged' } };
    expect(readCard(file({})).ok).toBe(true);
    expect(readCard(new Uint8Array())).toEqual(damaged);
    expect(readCard(new Uint8Array([0xff, 0xfe, 0]))).toEqual(damaged);
    expect(readCard(writeCard(card).subarray(0, -20))).toEqual(damaged);
    expect(readCard(file({ padding: 'x'.repeat(16 * 1024) }))).toEqual(damaged);
    expect(readCard(file({ format: 'other' }))).toEqual(damaged);
    expect(readCard(file({ post: 'king' }))).toEqual(damaged);
    expect(readCard(file({ name: '  ' }))).toEqual(damaged);
    expect(readCard(file({ name: 'A\nB' }))).toEqual(damaged);
    expect(readCard(file({ name: 'A\u202eB' }))).toEqual(damaged);
  });

  it('is named as newer when it is', () => {
    expect(readCard(file({ version: 2 }))).toEqual({ ok: false, error: { code: 'card/newer' } });
  });

  it('is refused when its recipient is not a sound post-quantum one', async () => {
    const classic = await identityToRecipient(await generateX25519Identity());
    const last = card.recipient.at(-1) === 'q' ? 'p' : 'q';
    for (const recipient of [
      classic,
      `${card.recipient.slice(0, -1)}${last}`,
      card.recipient.toUpperCase(),
      'age1pq1qqqqqqqqqqqqqqqqqqqq',
    ]) {
      expect(readCard(file({ recipient })).ok).toBe(false);
    }
  });

  it('is refused when its verify key is not a point, or one that anybody can sign for', () => {
    expect(readCard(file({ verifyKey: `02${'00'.repeat(31)}` })).ok).toBe(false);
    expect(readCard(file({ verifyKey: `01${'00'.repeat(31)}` })).ok).toBe(false);
    expect(readCard(file({ verifyKey: 'ff'.repeat(32) })).ok).toBe(false);
  });
});

describe('the words of a card', () => {
  it('are eight, the same each time, and fixed for a given card', () => {
    expect(fingerprintWords(card)).toHaveLength(8);
    expect(fingerprintWords({ ...card })).toEqual(fingerprintWords(card));
    const fixed = {
      ...card,
      name: 'A',
      country: 'GB',
      recipient: 'age1pq1x',
      verifyKey: '00'.repeat(32),
    };
    // Worked out by another program from the description of fingerprintWords.
    expect(fingerprintWords(fixed).join(' ')).toBe(
      'athlete manual lens uncle salt roast basket thrive',
    );
  });

  it('change with every fact that the card states', async () => {
    const other = (await makeOfficer('Other', 'chair')).card;
    const words = [
      card,
      { ...card, recipient: other.recipient },
      { ...card, verifyKey: other.verifyKey },
      { ...card, name: other.name },
      { ...card, post: other.post },
      { ...card, country: 'JP' },
    ].map((content) => fingerprintWords(content).join(' '));
    expect(new Set(words).size).toBe(words.length);
  });
});

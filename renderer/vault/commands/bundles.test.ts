/** The cards that two officers hold of one another, and the bundles that pass between them. */
import { describe, expect, test } from 'vitest';
import { BANNER } from '../../domain/banner.ts';
import { codeOf, day, deskOf, meeting, minutesOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');
const kit = deskOf('Kit Sample', 'US');

const anna = person('Anna Kowalska', {
  emails: [{ label: '', address: 'anna@example.org' }],
  terms: [{ post: 'chair', from: day('2025-01-01'), until: null }],
});
const member = person('Ben Okafor', { route: 'linkedin', purpose: 'members' });
const march = meeting('2026-03-05', { attendance: [{ person: anna.id, mark: 'present' }] });
const draft = minutesOf(march);
const TODAY = '2026-03-10';
const to = 'ab'.repeat(16);

describe('a card', () => {
  test('is refused when it is one’s own, known already, or none', async () => {
    const at = await jo(TODAY);
    const other = await kit(TODAY);
    const own = valueOf(await at.ask('card.own', {})).content;
    expect(codeOf(await at.ask('card.add', { content: own }))).toBe('card/own');
    await other.ask('card.write', { to });
    const file = at.host.put(other.host.files.get(to) ?? new Uint8Array());
    const { content } = valueOf(await at.ask('card.read', file));
    expect(content.name).toBe('Kit Sample');
    expect(codeOf(await at.ask('card.add', { content }))).toBe('ok');
    expect(codeOf(await at.ask('card.read', file))).toBe('card/known');
    expect(codeOf(await at.ask('card.read', at.host.putText('BEGIN:VCARD')))).toBe('card/damaged');
  });
});

describe('a bundle', () => {
  const asked = {
    kinds: ['person', 'minutes'],
    purpose: 'Handing over',
    footing: 'idta',
    safeguard: 'IDTA of 1 March 2026',
    wider: null,
    expires: day('2026-04-10'),
    handle: to,
  } as const;

  /** Jo, with two people and minutes, and Kit in America; each has the other's card. */
  async function both() {
    const sender = await jo(TODAY);
    const reader = await kit(TODAY);
    await sender.keep(anna, member, march, draft);
    const cardOf = async ({ ask }: typeof sender) => valueOf(await ask('card.own', {})).content;
    const { ids } = valueOf(await sender.ask('card.add', { content: await cardOf(reader) }));
    await reader.ask('card.add', { content: await cardOf(sender) });
    // The id of the card that was added.
    const forKit = { method: 'card', cards: [ids[0] as never] } as const;
    return { sender, reader, forKit };
  }

  test('holds what the post may have, its minutes readable, and nothing else (ACCESS, RETAIN-MINUTES)', async () => {
    const { sender } = await both();
    const counts = async (post: 'chair' | 'treasurer') =>
      valueOf(
        await sender.ask('bundle.contents', {
          post,
          kinds: ['person', 'minutes', 'consent'],
          wider: false,
        }),
      ).map(({ kind, allowed, count }) => [kind, allowed, count]);
    expect(await counts('treasurer')).toEqual([
      ['person', true, 1],
      ['minutes', true, 1],
      ['consent', false, 0],
      ['meeting', true, 1],
    ]);
    expect((await counts('chair'))[0]).toEqual(['person', true, 2]);
  });

  test('sealed for a card it opens there, and the register says where it went (TRANSFER)', async () => {
    const { sender, reader, forKit } = await both();
    const seal = (changes: object) =>
      sender.ask('bundle.seal', {
        ...asked,
        kinds: [...asked.kinds],
        to: { ...forKit, cards: [...forKit.cards] },
        ...changes,
      });
    expect(codeOf(await seal({ safeguard: ' ' }))).toBe('bundle/no-safeguard');
    expect(codeOf(await seal({ expires: day('2026-03-09') }))).toBe('record/invalid');
    expect(sender.host.files.size).toBe(0);
    expect(codeOf(await seal({}))).toBe('ok');
    const [transfer] = sender.session.state.all('transfer');
    expect(transfer).toMatchObject({ countries: ['US'], safeguard: 'IDTA of 1 March 2026' });
    expect(sender.host.jobs.size).toBe(0);

    const file = reader.host.put(sender.host.files.get(to) ?? new Uint8Array());
    const opened = valueOf(
      await reader.ask('bundle.open', { ...file, passphrase: null, acceptUnknown: false }),
    );
    if (opened.state !== 'open') throw new Error('the sender is known');
    expect(opened.bundle.people.map(({ name }) => name)).toEqual(['Anna Kowalska', 'Ben Okafor']);
    const minutes = valueOf(await reader.ask('bundle.document', { name: draft.id, for: 'print' }));
    expect(new TextDecoder().decode(reader.host.jobs.get(minutes.job))).toContain(BANNER);
    expect(reader.actions().slice(-2)).toEqual(['bundle-opened', 'printed']);
    await reader.ask('bundle.close', {});
    expect(codeOf(await reader.ask('bundle.document', { name: draft.id, for: 'print' }))).toBe(
      'record/gone',
    );
  });

  test('that could not be written leaves neither file nor line in the register', async () => {
    const { sender, forKit } = await both();
    sender.host.failing.commit = true;
    const sealed = await sender.ask('bundle.seal', {
      ...asked,
      kinds: ['person'],
      to: { ...forKit, cards: [...forKit.cards] },
    });
    expect(codeOf(sealed)).toBe('file/failed');
    expect([sender.host.files.size, sender.host.unfinished.size]).toEqual([0, 0]);
    expect(sender.session.state.count('transfer')).toBe(0);
    expect(sender.actions().slice(-2)).toEqual(['bundle-sealed', 'removed']);
  });
});

/** What comes in by files and what leaves in them. */
import { describe, expect, test } from 'vitest';
import { BANNER } from '../../domain/banner.ts';
import { ok } from '../../domain/errors.ts';
import type { DocumentName } from '../protocol.ts';
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

describe('an import', () => {
  const LIST =
    'Name,E-mail,Organisation\nAnna Kowalska,anna@example.org,Harbour\nNew Person,new@example.org,\n';
  async function applied() {
    const at = await jo(TODAY);
    await at.keep(anna);
    await at.ask('import.read', { ...at.host.putText(LIST), route: 'direct' });
    const { import: id, created, changed } = valueOf(await at.ask('import.apply', {}));
    expect([created, changed]).toEqual([1, 1]);
    return { ...at, id };
  }
  const made = async ({ ask }: Awaited<ReturnType<typeof applied>>) =>
    valueOf(await ask('find', { text: 'New Person', kinds: ['person'], limit: 5 }))[0]?.id ?? '';

  test('is undone as a whole, once, even when somebody is looking at a person meanwhile', async () => {
    const at = await jo(TODAY);
    await at.keep(anna);
    await at.ask('import.read', { ...at.host.putText(LIST), route: 'direct' });
    // The note that a person was looked at is still being written when the import is.
    const [, done] = await Promise.all([
      at.ask('open', { id: anna.id }),
      at.ask('import.apply', {}),
    ]);
    const id = valueOf(done).import;
    expect(
      codeOf(await at.ask('import.undo', { id: at.session.state.get(id)?.record.id as never })),
    ).toBe('ok');
    expect([...at.session.state.all('person')]).toEqual([anna]);
    expect(codeOf(await at.ask('import.undo', { id: id as never }))).toBe('record/gone');
  });

  test('is not undone when what it brought has changed since, or others refer to it', async () => {
    const at = await applied();
    const fresh = at.record(await made(at));
    if (fresh?.kind !== 'person') throw new Error('nobody was imported');
    const there = meeting('2026-03-06', { attendance: [{ person: fresh.id, mark: 'present' }] });
    await at.keep(there);
    expect(codeOf(await at.ask('import.undo', { id: at.id as never }))).toBe('import/in-use');
    await at.keep({ ...there, attendance: [] }, { ...fresh, notes: 'Rang back' });
    expect(codeOf(await at.ask('import.undo', { id: at.id as never }))).toBe(
      'record/changed-since',
    );
    expect(at.record(fresh.id)).toMatchObject({ notes: 'Rang back' });
  });

  test('of a list that came by the CQI form nothing can be stored (COLLECT-CQI)', async () => {
    const { ask, host } = await jo(TODAY);
    const read = await ask('import.read', { ...host.putText(LIST), route: 'cqi-form' });
    expect(valueOf(read).counts).toEqual({ new: 0, changed: 0, duplicate: 0, cannot: 2 });
  });

  test('that is dropped or cancelled stores nothing', async () => {
    const { ask, host, cancel, session } = await jo(TODAY);
    await ask('import.read', { ...host.putText(LIST), route: 'direct' });
    cancel.asked = true;
    expect(codeOf(await ask('import.apply', {}))).toBe('wall/cancelled');
    cancel.asked = false;
    await ask('import.drop', {});
    expect(codeOf(await ask('import.apply', {}))).toBe('record/gone');
    expect(session.state.count('person')).toBe(0);
  });
});

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

describe('minutes on paper', () => {
  const treasurer = person('<b>Zoë</b> Example', {
    terms: [{ post: 'treasurer', from: day('2025-01-01'), until: null }],
  });
  const print = async (
    copies: readonly (typeof anna.id)[],
    cancelled = false,
    what: 'minutes' | 'record' = 'minutes',
  ) => {
    const at = await jo(TODAY);
    await at.keep(anna, treasurer, member, march, draft);
    if (cancelled) at.cancel.asked = true;
    const printed = await at.ask('document', {
      name: { what, id: draft.id },
      for: 'print',
      copies: [...copies],
    });
    return { ...at, printed };
  };

  test('say whose copy each is, and the trail tells pages and copy (BANNER, AUDIT)', async () => {
    const { printed, host, session } = await print([anna.id, treasurer.id]);
    const html = new TextDecoder().decode(host.jobs.get(valueOf(printed).job));
    expect(html.split(BANNER)).toHaveLength(3);
    expect(html).toContain('Printed for <bdi>Anna Kowalska</bdi> on 10 Mar 2026, copy 1 of 2');
    expect(html).toContain('&lt;b&gt;Zoë&lt;/b&gt; Example</bdi> on 10 Mar 2026, copy 2 of 2');
    expect(session.state.trail().slice(-2)).toMatchObject([
      {
        action: 'printed',
        records: [draft.id, anna.id],
        sheets: { pages: 1, copy: 1, copies: 2 },
      },
      {
        action: 'printed',
        records: [draft.id, treasurer.id],
        sheets: { pages: 1, copy: 2, copies: 2 },
      },
    ]);
  });

  test.each(['minutes', 'record'] as const)(
    'are not printed as %s for somebody who is not on the committee (RETAIN-MINUTES)',
    async (what) => {
      const { printed, host, actions } = await print([anna.id, member.id], false, what);
      expect(codeOf(printed)).toBe('minutes/not-committee');
      expect(host.jobs.size).toBe(0);
      expect(actions()).not.toContain('printed');
    },
  );

  test('that are cancelled leave neither job nor entry', async () => {
    const { printed, host, actions } = await print([], true);
    expect(codeOf(printed)).toBe('wall/cancelled');
    expect(host.jobs.size).toBe(0);
    expect(actions()).not.toContain('printed');
  });
});

describe('a contact list for a post', () => {
  const list = { filter: 'all', text: '', post: 'treasurer' } as const;

  test('has what the access matrix gives that post, as a document and as a file (ACCESS)', async () => {
    const { ask, keep, host } = await jo(TODAY);
    await keep({ ...anna, notes: 'private', jobTitle: 'Engineer' }, member);
    const { job } = valueOf(
      await ask('document', { name: { what: 'contacts', ...list }, for: 'preview' }),
    );
    const html = new TextDecoder().decode(host.jobs.get(job));
    expect(html).toContain('As the post of Treasurer may see it: people in post only; without');
    expect(html).toContain('Anna Kowalska');
    expect(html).not.toContain('Ben Okafor');
    expect(html).not.toContain('Address</th>');
    const written = valueOf(await ask('contacts.write', { ...list, format: 'csv', to }));
    expect(written.count).toBe(1);
    expect(new TextDecoder().decode(host.files.get(to))).not.toContain('Ben Okafor');
  });

  test('that is cancelled as a file is in no trail (AUDIT)', async () => {
    const { ask, keep, cancel, host, actions } = await jo(TODAY);
    await keep(anna);
    cancel.asked = true;
    const written = await ask('contacts.write', { ...list, format: 'csv', to });
    expect(codeOf(written)).toBe('wall/cancelled');
    expect([host.files.size, host.unfinished.size]).toEqual([0, 0]);
    expect(actions()).not.toContain('exported');
  });
});

test('the handover list counts the records, and the trail has whom it names (GOVERN, AUDIT)', async () => {
  const { ask, keep, host, session } = await jo(TODAY, {
    backupPlaces: async () => ok([]),
  });
  await keep(anna, member, march, draft);
  const { job } = valueOf(await ask('document', { name: { what: 'handover' }, for: 'preview' }));
  const html = new TextDecoder().decode(host.jobs.get(job));
  expect(html).toMatch(/People<\/th><td class="end">2</);
  expect(html).toContain('Minutes to approve');
  expect(html).not.toContain('Ben Okafor');
  expect(session.state.trail().at(-1)?.records).toEqual([anna.id]);
});

describe('what tells of minutes', () => {
  const action = { what: 'Book the hall', owner: anna.id, due: day('2026-03-08'), done: false };
  const said = {
    title: 'Venue',
    discussion: { type: 'doc' as const, content: [] },
    decision: '',
    proposer: null,
    seconder: null,
    actions: [action],
  };
  const withAction = minutesOf(march, { items: [said] });
  const june = meeting('2026-06-04', { title: 'Summer meeting' });
  const agenda = { what: 'agenda', id: june.id } as const;
  const actions = { what: 'actions', owner: null } as const;
  const year = { what: 'attendance', from: day('2026-01-01'), until: day('2026-12-31') } as const;
  const kept = async (on: string) => {
    const at = await jo(TODAY);
    await at.keep(anna, member, march, withAction, june);
    at.isOn(on);
    const html = async (name: DocumentName) => {
      const { job } = valueOf(await at.ask('document', { name, for: 'preview' }));
      return new TextDecoder().decode(at.host.jobs.get(job));
    };
    const told = () => new Set(at.session.state.trail().at(-1)?.records);
    return { ...at, html, told };
  };

  test('is stamped and in the trail with its records (BANNER, AUDIT)', async () => {
    const { html, told } = await kept('2026-06-01');
    for (const [name, words, records] of [
      [agenda, 'Book the hall', [june.id, withAction.id]],
      [actions, '85 days late', [withAction.id]],
      [{ ...actions, owner: anna.id }, 'Anna Kowalska', [anna.id, withAction.id]],
      [year, 'Anna Kowalska', [march.id, june.id, anna.id]],
    ] as const) {
      const page = await html(name);
      expect(page).toContain(BANNER);
      expect(page).toContain(words);
      expect(told()).toEqual(new Set<string>(records));
    }
  });

  test('forgets them after their last day, and goes to nobody else (RETAIN-MINUTES)', async () => {
    const { ask, html } = await kept('2027-03-06');
    expect(await html(agenda)).not.toContain('Book the hall');
    expect(await html(actions)).not.toContain('Book the hall');
    const old = { what: 'agenda', id: march.id } as const;
    expect(codeOf(await ask('document', { name: old, for: 'preview' }))).toBe('minutes/expired');
    for (const name of [agenda, actions])
      expect(codeOf(await ask('document', { name, for: 'print', copies: [member.id] }))).toBe(
        'minutes/not-committee',
      );
  });

  test('has no period that ends before it starts', async () => {
    const { ask } = await kept(TODAY);
    const name = { ...year, until: day('2025-12-31') };
    expect(codeOf(await ask('document', { name, for: 'preview' }))).toBe(
      'record/ends-before-start',
    );
  });
});

test('locking clears the desk: an open bundle and the undo history go with the session', async () => {
  const { ask, keep, desk } = await jo(TODAY);
  await keep(anna);
  expect(codeOf(await ask('lock', {}))).toBe('ok');
  expect(desk).toMatchObject({ session: null, undo: [], redo: [], reading: null, preview: null });
});

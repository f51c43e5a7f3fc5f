/** Documents on paper, and lists in files: what they hold, for whom, and what the trail says. */
import { describe, expect, test } from 'vitest';
import { BANNER } from '../../domain/banner.ts';
import { ok } from '../../domain/errors.ts';
import type { DocumentName } from '../protocol.ts';
import { codeOf, day, deskOf, meeting, minutesOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

const anna = person('Anna Kowalska', {
  emails: [{ label: '', address: 'anna@example.org' }],
  terms: [{ post: 'chair', from: day('2025-01-01'), until: null }],
});
const member = person('Ben Okafor', { route: 'linkedin', purpose: 'members' });
const march = meeting('2026-03-05', { attendance: [{ person: anna.id, mark: 'present' }] });
const draft = minutesOf(march);
const TODAY = '2026-03-10';
const to = 'ab'.repeat(16);

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

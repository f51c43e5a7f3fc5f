import { describe, expect, test, vi } from 'vitest';
import { ANONYMISED, BANNER } from '../../domain/banner.ts';
import { CLAUSES } from '../../domain/clauses.ts';
import { codeOf, day, deskOf, meeting, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

const TODAY = '2026-11-23';
const anna = person('Anna Kowalska', { categories: ['member', 'officer'] });
const others = Array.from({ length: 8 }, (_each, at) => person(`Member ${at}`));
const held = meeting('2026-03-05', {
  attendance: [anna, ...others].map(({ id }) => ({ person: id, mark: 'present' as const })),
});
const summary = {
  what: 'summary',
  from: day('2026-01-01'),
  until: day('2026-12-31'),
  threshold: 5,
} as const;

async function office() {
  const at = await jo(TODAY, {
    backupPlaces: async () => ({ ok: true, value: [] }),
  });
  await at.keep(anna, ...others, held);
  const shown = async (
    name: Parameters<typeof at.ask<'document'>>[1]['name'],
    use: 'preview' | 'pdf' = 'pdf',
  ) => {
    const { job } = valueOf(await at.ask('document', { name, for: use }));
    return new TextDecoder().decode(at.host.jobs.get(job));
  };
  return { ...at, shown };
}

describe('the policy', () => {
  test('is told clause by clause, as the vault stands', async () => {
    const { ask, shown } = await office();
    const states = valueOf(await ask('policy', {}));
    expect(states.map(({ id }) => id)).toEqual(CLAUSES.map(({ id }) => id));
    expect(states.find(({ id }) => id === 'SCOPE')?.words).toBe('9 people');
    expect(states.find(({ id }) => id === 'COLLECT-STEERING')?.words).toBe(
      '1 meeting, no sets of minutes, nothing overdue',
    );
    const page = await shown({ what: 'policy' });
    expect(page).toContain(BANNER);
    for (const { id } of CLAUSES) expect(page).toContain(`(${id})`);
  });
});

describe('the summary for the CQI', () => {
  test('withholds what is small, carries no banner, and is in the trail (ANONYMISE, AUDIT)', async () => {
    const { ask, shown, actions, host } = await office();
    const page = await shown(summary);
    expect(page).toContain(ANONYMISED);
    expect(page).not.toContain(BANNER);
    expect(page).toMatch(/>People<\/th><td class="end">9</);
    // One officer, and so the eight members as well: there is nobody else to hide among.
    expect(page).toMatch(/>Appointed officer<\/th><td class="end">withheld</);
    expect(page).toMatch(/>Member<\/th><td class="end">withheld</);
    expect(page).not.toContain('Kowalska');
    const to = 'cd'.repeat(16);
    const { what: _what, ...asked } = summary;
    expect(codeOf(await ask('summary.write', { ...asked, to }))).toBe('ok');
    expect(new TextDecoder().decode(host.files.get(to))).toContain('withheld');
    expect(actions().slice(-2)).toEqual(['summarised', 'summarised']);
  });

  test('of a period that ends before it starts is refused (ANONYMISE)', async () => {
    const { ask } = await office();
    const name = { ...summary, until: day('2025-12-31') };
    expect(codeOf(await ask('document', { name, for: 'preview' }))).toBe(
      'record/ends-before-start',
    );
    const { what: _what, ...asked } = name;
    expect(codeOf(await ask('summary.write', { ...asked, to: 'cd'.repeat(16) }))).toBe(
      'record/ends-before-start',
    );
  });
});

test('the evidence for the CQI tells clauses, clocks, registers, trail and backups, and names nobody (OVERSIGHT)', async () => {
  const { shown, session } = await office();
  const page = await shown({ what: 'evidence' });
  expect(page).toContain(ANONYMISED);
  expect(page).not.toContain('Jo Example');
  for (const { title } of CLAUSES) expect(page).toContain(title);
  expect(page).toMatch(/>Meetings<\/th><td class="end">withheld</);
  expect(page).toMatch(/>People<\/th><td class="end">9</);
  expect(page).toContain('none missing, none altered');
  expect(page).toMatch(/Its last link is [0-9a-f]{8}( [0-9a-f]{8}){7}\./);
  expect(page.replaceAll(' ', '')).toContain(
    session.linkAt(session.state.revision - 1) ?? 'no link',
  );
  expect(page).toContain('No place for backups has been chosen.');
});

test('the trail on paper says that its chain is whole, and holds kinds and counts but no name or id (AUDIT)', async () => {
  const { ask, shown, session } = await office();
  await ask('open', { id: anna.id });
  await vi.waitFor(() => expect(session.state.trail().at(-1)?.action).toBe('viewed'));
  const page = await shown({ what: 'trail', filter: 'all' });
  expect(page).toContain(BANNER);
  expect(page).toMatch(
    /The whole chain was checked on .*: \d+ entries, none missing, none altered/,
  );
  expect(page).toMatch(/Viewed in full<\/td>\s*<td>1 person</);
  expect(page).not.toMatch(/Kowalska|per_[a-z2-7]{26}/);
  const views = await shown({ what: 'trail', filter: 'viewed:::' });
  expect(views).not.toContain('>Added<');
  const rows = async (filter: string) =>
    valueOf(
      await ask('query', {
        list: 'trail',
        text: '',
        filter,
        sort: { by: 'at', descending: false },
        offset: 0,
        limit: 50,
      }),
    ).total;
  const noon = Date.parse(`${TODAY}T12:00:00Z`);
  expect(await rows(':treasurer::')).toBe(0);
  expect(await rows(`viewed:secretary:${noon}:${noon + 1}`)).toBe(1);
  expect(await rows(`viewed::${noon + 1}:`)).toBe(0);
});

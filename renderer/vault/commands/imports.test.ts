/** A file of people: read, applied, and taken back as a whole. */
import { describe, expect, test } from 'vitest';
import { codeOf, day, deskOf, meeting, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

const anna = person('Anna Kowalska', {
  emails: [{ label: '', address: 'anna@example.org' }],
  terms: [{ post: 'chair', from: day('2025-01-01'), until: null }],
});
const TODAY = '2026-03-10';

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

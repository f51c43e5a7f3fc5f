import { describe, expect, it } from 'vitest';
import { makeId } from '../../domain/ids.ts';
import type { RecordOf } from '../../domain/kinds.ts';
import { PURPOSES, type PurposeId } from '../../domain/purposes.ts';
import { codeOf, day, deskOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

const decision = (n: number): RecordOf<'decision'> => ({
  kind: 'decision',
  id: makeId('decision', new Uint8Array(16).fill(n)),
  purpose: 'accountability',
  body: 'committee',
  on: day('2026-11-20'),
  resolution: 'Members are asked for their consent from now on.',
});

async function begin() {
  const desk = await jo('2026-11-23');
  const purpose = async (id: PurposeId) => {
    const found = valueOf(await desk.ask('purposes', {})).find((view) => view.id === id);
    if (!found) throw new Error(`no purpose ${id}`);
    return found;
  };
  return { ...desk, purpose };
}

describe('the purposes of a vault', () => {
  it('take the vault’s own words, keep its shipped basis, and come back with undo', async () => {
    const { ask, purpose, actions } = await begin();
    const words = { keepMonths: 6, recipients: 'The Membership Officer.' };
    valueOf(await ask('purpose.change', { about: 'members', words, basis: null }));
    valueOf(
      await ask('purpose.change', { about: 'members', words: { name: 'Members' }, basis: null }),
    );
    expect((await purpose('members')).purpose).toEqual({
      ...PURPOSES.members,
      ...words,
      name: 'Members',
    });
    expect(actions()).not.toContain('basis-changed');
    valueOf(await ask('undo', {}));
    valueOf(await ask('undo', {}));
    expect(await purpose('members')).toMatchObject({ purpose: PURPOSES.members, record: null });
  });

  it('change their basis by a recorded decision, once for each (BASIS)', async () => {
    const { ask, keep, purpose, actions } = await begin();
    const rests = decision(1);
    const to = (basis: 'consent' | 'legitimate-interests', id = rests.id) =>
      ask('purpose.change', { about: 'members', words: {}, basis: { to: basis, decision: id } });
    expect(codeOf(await to('consent'))).toBe('record/gone');
    await keep(rests, decision(2));
    expect(codeOf(await to('legitimate-interests'))).toBe('purpose/same-basis');
    valueOf(await to('consent'));
    expect(await purpose('members')).toMatchObject({
      purpose: { basis: 'consent' },
      bases: [{ basis: 'consent', on: '2026-11-23', resolution: rests.resolution }],
    });
    expect(actions()).toContain('basis-changed');
    expect(codeOf(await to('legitimate-interests'))).toBe('purpose/decision-used');
    valueOf(await to('legitimate-interests', decision(2).id));
    expect((await purpose('members')).purpose.basis).toBe('legitimate-interests');
  });

  it('keep prospects and photographs on consent, decision or not (CONSENT-PROSPECTS)', async () => {
    const { ask, keep } = await begin();
    await keep(decision(1));
    const basis = { to: 'legitimate-interests', decision: decision(1).id } as const;
    for (const about of ['prospects', 'photographs'] as const)
      expect(codeOf(await ask('purpose.change', { about, words: {}, basis }))).toBe(
        'purpose/consent-only',
      );
  });

  it('are what documents and the rules of consents go by', async () => {
    const { ask, keep, save, host } = await begin();
    const anna = person('Anna Clarke', { purpose: 'members' });
    await keep(anna, decision(1));
    const consent: RecordOf<'consent'> = {
      kind: 'consent',
      id: makeId('consent', new Uint8Array(16).fill(1)),
      person: anna.id,
      purpose: 'members',
      wording: {
        id: 'x',
        version: '1',
        title: 'News',
        text: 'Yes.',
        dataTypes: [],
        withdrawal: '',
      },
      language: 'en-GB',
      given: null,
      withdrawn: null,
      expires: null,
      notes: '',
    };
    expect(codeOf(await save(consent))).toBe('consent/other-basis');
    const basis = { to: 'consent', decision: decision(1).id } as const;
    const words = { name: 'News for members' };
    valueOf(await ask('purpose.change', { about: 'members', words, basis }));
    await keep(consent);
    for (const name of [
      { what: 'record', id: anna.id },
      { what: 'processing-register' },
    ] as const) {
      const { job } = valueOf(await ask('document', { name, for: 'preview' }));
      expect(new TextDecoder().decode(host.jobs.get(job))).toContain('News for members');
    }
  });
});

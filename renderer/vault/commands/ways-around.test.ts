/** Rules that hold by whichever way one comes at them: a save, a removal, an import, a review, an erasing. */
import { expect, it } from 'vitest';
import { CONSENT_WORDINGS, askedConsent } from '../../domain/consent.ts';
import { makeId } from '../../domain/ids.ts';
import type { AnyRecord, RecordOf } from '../../domain/kinds.ts';
import type { Request } from '../../domain/request.ts';
import { requests } from '../../domain/registers/requests.ts';
import { eventOn, mailing, publication } from '../../domain/testing/publishing.ts';
import type { ReviewStep } from '../protocol.ts';
import { codeOf, day, deskOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

const random = () => crypto.getRandomValues(new Uint8Array(16));
const ada = person('Ada Lovelace', {
  purpose: 'members',
  emails: [{ label: '', address: 'ada@example.org' }],
});

/** Ada's consent to what a purpose is for, in force since the beginning of the year. */
function consent(purpose: 'photographs' | 'publications' | 'prospects'): RecordOf<'consent'> {
  const wording = CONSENT_WORDINGS.find((one) => one.purpose === purpose);
  if (!wording) throw new Error('no such wording');
  const asked = askedConsent(makeId('consent', random()), ada.id, wording);
  return { ...asked, given: eventOn('2026-01-02') };
}

function request(changes: Partial<Request>): Request {
  return {
    kind: 'request',
    id: makeId('request', random()),
    ...requests.blank?.(day('2026-03-01')),
    person: ada.id,
    ...changes,
  } as Request; // The blank holds every other field.
}

const holdOn = (...records: string[]): RecordOf<'hold'> => ({
  kind: 'hold',
  id: makeId('hold', random()),
  purpose: 'accountability',
  why: 'legal-duty',
  reason: 'A court has asked for it.',
  records,
  from: day('2026-03-01'),
  until: null,
});

async function office(...records: AnyRecord[]) {
  const at = await jo('2026-03-02');
  await at.keep(ada, ...records);
  const remove = async (id: string) =>
    codeOf(await at.ask('remove', { id, base: at.session.state.get(id)?.revision ?? 0 }));
  return { ...at, remove };
}

/** Decides the same about everything that a review of this scope walks. */
async function decideAll(
  { ask }: Pick<Awaited<ReturnType<typeof office>>, 'ask'>,
  scope: 'all' | 'due',
  decisionOn: (step: ReviewStep) => 'keep' | 'erase',
) {
  valueOf(await ask('review.begin', { scope }));
  const { open, steps } = valueOf(await ask('review.look', { scope }));
  if (!open) throw new Error('no review is open');
  for (const step of steps) {
    const { purpose, of, facts } = step;
    const decision = decisionOn(step);
    const why = decision === 'keep' ? 'still-needed' : 'no-longer-needed';
    const group = { purpose, of, facts };
    valueOf(await ask('review.decide', { id: open.id, group, ids: null, decision, why }));
  }
  return open.id;
}

it('keeps a consent that is held when a review erases the person it belongs to (REVIEW, ERASE)', async () => {
  const held = consent('photographs');
  const at = await office(held, holdOn(held.id));
  const id = await decideAll(at, 'all', ({ of }) => (of === 'person' ? 'erase' : 'keep'));
  expect(valueOf(await at.ask('review.look', { scope: 'all' })).held).toBe(1);
  valueOf(await at.ask('review.finish', { id, word: 'ERASE' }));
  expect(at.record(held.id)).toEqual(held);
  expect(at.record(ada.id)).toEqual(ada);
});

it('erases nothing in a review that has changed since it was decided (REVIEW)', async () => {
  const ended = { ...consent('prospects'), expires: day('2026-02-01') };
  const prospect = { ...ada, purpose: 'prospects' as const };
  const at = await office(ended, prospect);
  const asked = [...at.session.state.all('consent')].find(({ id }) => id !== ended.id);
  expect(await at.remove(asked?.id ?? '')).toBe('ok');
  const id = await decideAll(at, 'due', () => 'erase');
  const renewed = consent('prospects');
  await at.keep(renewed);
  valueOf(await at.ask('review.finish', { id, word: 'ERASE' }));
  expect(at.record(prospect.id)).toMatchObject({ purpose: 'prospects' });
  expect(at.record(renewed.id)).toEqual(renewed);
});

it('does not finish a review over what has changed since it was decided (REVIEW)', async () => {
  const at = await office(consent('photographs'));
  const id = await decideAll(at, 'all', ({ of }) => (of === 'consent' ? 'erase' : 'keep'));
  const [one] = at.session.state.all('consent');
  if (!one) throw new Error('no consent is here');
  await at.keep({ ...one, withdrawn: eventOn('2026-03-02') });
  expect(codeOf(await at.ask('review.finish', { id, word: 'ERASE' }))).toBe('review/undecided');
});

it('removes nothing that is held, nor what belongs to somebody who is (ERASE, RIGHT-RESTRICT)', async () => {
  const theirs = consent('photographs');
  const hold = holdOn(ada.id);
  const at = await office(theirs, hold);
  expect(await at.remove(ada.id)).toBe('erasure/held');
  expect(await at.remove(theirs.id)).toBe('erasure/held');
  await at.keep({ ...hold, until: day('2026-03-01') });
  expect(await at.remove(theirs.id)).toBe('ok');
  await at.keep(request({ type: 'restriction' }));
  expect(await at.remove(ada.id)).toBe('erasure/held');
});

it('does not bring a withdrawn consent back by an edit (CONSENT)', async () => {
  const one = consent('photographs');
  const at = await office(one);
  await at.keep({ ...one, withdrawn: eventOn('2026-03-02') });
  expect(codeOf(await at.save(one))).toBe('consent/withdrawn');
  expect(codeOf(await at.save({ ...one, given: null, withdrawn: null }))).toBe('consent/withdrawn');
});

it('writes to nobody who objects or is restricted, and publishes nothing of theirs (RIGHT-OBJECT, RIGHT-RESTRICT)', async () => {
  const at = await office(consent('prospects'), consent('publications'));
  const ready = { ...publication, authors: [ada.id], named: [] };
  const news = { ...mailing, audience: 'members' as const, recipients: [ada.id] };
  await at.keep(ready, news, request({ type: 'objection' }));
  for (const audience of ['members', 'prospects'] as const)
    expect(codeOf(await at.save({ ...news, audience, sent: day('2026-03-02') }))).toBe(
      'rights/restricted',
    );
  expect(codeOf(await at.save({ ...ready, publishable: day('2026-03-02') }))).toBe(
    'rights/restricted',
  );
  // What was sent before they objected may be noted still.
  await at.keep({ ...news, sent: day('2026-02-28') });
});

it('asks prospective members for their consent whatever a mailing calls them (CONSENT-PROSPECTS)', async () => {
  const prospect = person('Never Asked', { purpose: 'prospects' });
  const at = await office(prospect);
  const news = { ...mailing, audience: 'members' as const, recipients: [ada.id, prospect.id] };
  await at.keep(news);
  expect(codeOf(await at.save({ ...news, sent: day('2026-03-02') }))).toBe(
    'mailing/consents-missing',
  );
  await at.keep({ ...news, recipients: [ada.id], sent: day('2026-03-02') });
});

it('changes nobody by an import whose data is restricted (RIGHT-RESTRICT)', async () => {
  const at = await office(request({ type: 'restriction' }));
  const list = 'Name,E-mail,Organisation\nAda Lovelace,ada@example.org,Harbour\n';
  const read = await at.ask('import.read', { ...at.host.putText(list), route: 'direct' });
  expect(valueOf(read).counts).toMatchObject({ changed: 0, cannot: 1 });
  expect(at.record(ada.id)).toEqual(ada);
});

it('prints no welcome letter of somebody who is restricted, whatever they are kept for (RIGHT-RESTRICT)', async () => {
  const at = await office({ ...ada, purpose: 'accountability' }, request({ type: 'restriction' }));
  const print = (what: 'record' | 'welcome') =>
    at.ask('document', { name: { what, id: ada.id }, for: 'print' });
  expect(codeOf(await print('record'))).toBe('rights/restricted');
  expect(codeOf(await print('welcome'))).toBe('rights/restricted');
});

it('tells those whom data was disclosed to of a correction, and of an erasing (DISCLOSE, ERASE)', async () => {
  const disclosure: RecordOf<'disclosure'> = {
    kind: 'disclosure',
    id: makeId('disclosure', random()),
    purpose: 'accountability',
    on: day('2026-02-01'),
    to: 'Harbour Press',
    where: 'outside',
    people: [ada.id],
    what: 'An address',
    ground: 'legal-duty',
    consents: [],
    duty: 'An order of a court',
  };
  const at = await office(disclosure);
  const asked = request({ type: 'rectification' });
  await at.keep(asked, { ...asked, decision: 'upheld', answered: day('2026-03-02') });
  expect(valueOf(await at.ask('erase.look', { id: ada.id })).tasks).toBe(1);
  valueOf(await at.ask('erase', { id: ada.id, reason: 'request', word: 'ERASE' }));
  expect([...at.session.state.all('task')].map(({ words }) => words)).toEqual([
    'Tell Harbour Press, by a disclosure of 1 Feb 2026, that data was corrected.',
    'Tell the recipient that a record was erased: Harbour Press, by a disclosure, 1 Feb 2026.',
  ]);
});

it('notes a gathering as a view of the person, and answers with the purposes as this vault has them (AUDIT, RIGHT-ACCESS)', async () => {
  const asked = request({ type: 'access' });
  const at = await office(asked);
  valueOf(
    await at.ask('purpose.change', { about: 'members', words: { keepMonths: 6 }, basis: null }),
  );
  const { records } = valueOf(await at.ask('request.gather', { id: asked.id }));
  expect(records.find(({ id }) => id === ada.id)?.retention).toContain('6 months after');
  // The note is written after the reply; what is committed next waits for it.
  valueOf(await at.session.commit([], 'unlocked', Date.parse('2026-03-02T12:00:00Z')));
  expect(at.actions()).toContain('viewed');
});

it('erases for good what was removed of any register (ERASE)', async () => {
  const asked = request({ type: 'access' });
  const at = await office(asked);
  expect(await at.remove(asked.id)).toBe('ok');
  expect(valueOf(await at.ask('erase.look', { id: null })).going).toMatchObject([
    { kind: 'request', count: 1 },
  ]);
});

it('keeps a request that was answered, and its restriction, from being removed (RIGHT-RESTRICT, AUDIT)', async () => {
  const asked = request({ type: 'restriction' });
  const at = await office(asked);
  await at.keep({ ...asked, decision: 'upheld', answered: day('2026-03-02') });
  expect(await at.remove(asked.id)).toBe('register/kept');
});

/** What is due by the rule of its purpose, and the review that decides it (clauses RETAIN-PEOPLE, REVIEW). */
import { expect, it } from 'vitest';
import { reviewDocument } from '../../documents/review-document.ts';
import { toHtml } from '../../documents/html.ts';
import { stamp } from '../../documents/stamp.ts';
import { makeId } from '../../domain/ids.ts';
import { PURPOSES } from '../../domain/purposes.ts';
import type { ReviewStep } from '../protocol.ts';
import { codeOf, day, deskOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

const term = (from: string, until: string | null) => ({
  post: 'secretary' as const,
  from: day(from),
  until: until === null ? null : day(until),
});
const former = person('Former Officer', { terms: [term('2020-01-01', '2025-02-28')] });
const serving = person('Serving Officer', { terms: [term('2020-01-01', null)] });
const member = person('Plain Member', { purpose: 'members' });
const prospect = person('Never Asked', { purpose: 'prospects', categories: ['public'] });

async function begin(today: string) {
  const at = await jo(today);
  await at.keep(former, serving, member, prospect);
  // The one who was never asked: without what the intake notes as asked for.
  for (const { id } of at.session.state.all('consent'))
    valueOf(await at.ask('remove', { id, base: at.session.state.get(id)?.revision ?? 0 }));
  return at;
}
const groupOf = ({ purpose, of, facts }: ReviewStep) => ({ purpose, of, facts });

it('says what is due by purpose and in one line each, and never names a person (RETAIN-PEOPLE)', async () => {
  const at = await begin('2026-02-28');
  const lines = async () =>
    valueOf(await at.ask('today', {}))
      .lines.filter(({ tab }) => tab)
      .map(({ title, tab }) => [title, tab]);
  expect(await lines()).toEqual([['Informing prospective members: 1 record', 'retention']]);
  at.isOn('2026-03-01');
  expect(await lines()).toEqual([
    ['Running the steering group: 1 record', 'retention'],
    ['Informing prospective members: 1 record', 'retention'],
  ]);
});

it('lets what is due be kept with a reason, and does not ask again for a year (RETAIN-PEOPLE)', async () => {
  const at = await begin('2026-03-02');
  valueOf(await at.ask('review.begin', { scope: 'due' }));
  const { open, steps } = valueOf(await at.ask('review.look', { scope: 'due' }));
  const [step] = steps;
  if (!open || !step) throw new Error('nothing is due');
  expect(groupOf(step)).toEqual({
    purpose: 'steering',
    of: 'person',
    facts: 'Member; not in post now',
  });
  const { id } = open;
  const decided = {
    id,
    group: groupOf(step),
    ids: null,
    decision: 'keep',
    why: 'legal-duty',
  } as const;
  valueOf(await at.ask('review.decide', decided));
  valueOf(await at.ask('review.finish', { id, word: null }));
  const due = async () =>
    valueOf(await at.ask('review.look', { scope: 'due' })).steps.map(({ purpose }) => purpose);
  expect(await due()).toEqual(['prospects']);
  at.isOn('2027-03-03');
  expect(await due()).toEqual(['steering', 'prospects']);
});

it('walks everything, keeps its place, erases only at its end and ends in a report without names (REVIEW)', async () => {
  const at = await begin('2026-03-02');
  valueOf(await at.ask('review.begin', { scope: 'all' }));
  expect(codeOf(await at.ask('review.begin', { scope: 'all' }))).toBe('review/open');
  const look = async () => valueOf(await at.ask('review.look', { scope: 'all' }));
  const { open, steps } = await look();
  if (!open) throw new Error('no review is open');
  const { id } = open;
  expect(steps.map(({ purpose, count, due }) => [purpose, count, due])).toEqual([
    ['steering', 1, 0],
    ['steering', 1, 1],
    ['members', 1, 0],
    ['prospects', 1, 1],
  ]);
  expect(codeOf(await at.ask('review.finish', { id, word: null }))).toBe('review/undecided');
  const decisions = [
    { decision: 'keep', why: 'still-needed' },
    { decision: 'erase', why: 'no-longer-needed' },
    { decision: 'ask', why: 'to-confirm' },
    { decision: 'erase', why: 'consent-ended' },
  ] as const;
  for (const [index, step] of steps.entries())
    valueOf(
      await at.ask('review.decide', {
        id,
        group: groupOf(step),
        ids: null,
        ...(decisions[index] ?? decisions[0]),
      }),
    );
  expect(at.record(former.id)).toEqual(former);
  expect((await look()).steps.every(({ decided }) => decided.length === 1)).toBe(true);
  expect(codeOf(await at.ask('review.finish', { id, word: null }))).toBe('backup/confirm');
  valueOf(await at.ask('review.finish', { id, word: 'ERASE' }));

  expect(at.record(former.id)).toBeUndefined();
  expect(at.record(prospect.id)).toBeUndefined();
  expect(at.record(serving.id)).toEqual(serving);
  expect([...at.session.state.all('task')]).toMatchObject([{ what: 'letter', about: member.id }]);
  expect(await look()).toMatchObject({
    open: null,
    last: { finished: '2026-03-02' },
    next: '2027-03-02',
  });

  const review = at.record(id);
  const [group] = at.session.state.all('group');
  if (review?.kind !== 'review' || !group) throw new Error('no review');
  const html = valueOf(
    toHtml(
      stamp(
        reviewDocument({ review, group, day: day('2026-03-02'), purpose: (one) => PURPOSES[one] }),
      ),
    ),
  );
  expect(html).toContain('Signature of the Chair');
  for (const { name } of [former, serving, member, prospect]) {
    expect(html).not.toContain(name.full);
    expect(JSON.stringify(review)).not.toContain(name.full);
  }
});

it('keeps what is held, whatever a review decided (ERASE)', async () => {
  const at = await begin('2026-03-02');
  await at.keep({
    kind: 'hold',
    id: makeId('hold', crypto.getRandomValues(new Uint8Array(16))),
    purpose: 'steering',
    why: 'legal-duty',
    reason: 'A court has asked for it.',
    records: [former.id],
    from: day('2026-03-01'),
    until: null,
  });
  valueOf(await at.ask('review.begin', { scope: 'due' }));
  const { open, steps } = valueOf(await at.ask('review.look', { scope: 'due' }));
  if (!open) throw new Error('no review is open');
  for (const step of steps)
    valueOf(
      await at.ask('review.decide', {
        id: open.id,
        group: groupOf(step),
        ids: null,
        decision: 'erase',
        why: 'retention',
      }),
    );
  expect(valueOf(await at.ask('review.look', { scope: 'due' })).held).toBe(1);
  valueOf(await at.ask('review.finish', { id: open.id, word: 'ERASE' }));
  expect(at.record(former.id)).toEqual(former);
  expect(at.record(prospect.id)).toBeUndefined();
  expect(codeOf(await at.ask('erase', { id: former.id, reason: 'request', word: 'ERASE' }))).toBe(
    'erasure/held',
  );
  expect(valueOf(await at.ask('erase.look', { id: former.id })).held).toMatchObject([
    { kind: 'hold', title: 'A court has asked for it.' },
  ]);
});

it('makes tasks to tell recipients in the commit that erases, and they name nobody (ERASE)', async () => {
  const at = await begin('2026-03-02');
  valueOf(await at.ask('document', { name: { what: 'record', id: member.id }, for: 'print' }));
  expect(valueOf(await at.ask('erase.look', { id: member.id })).tasks).toBe(1);
  valueOf(await at.ask('erase', { id: member.id, reason: 'request', word: 'ERASE' }));
  expect([...at.session.state.all('task')]).toMatchObject([
    {
      what: 'tell-recipient',
      words:
        'Call back or destroy what was printed of a record that is erased, last on 2 Mar 2026, and tell whoever was given it.',
    },
  ]);
});

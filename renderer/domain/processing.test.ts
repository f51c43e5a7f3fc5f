import { describe, expect, it } from 'vitest';
import { plainDate } from './dates.ts';
import { makeId } from './ids.ts';
import { type Processing, checkProcessing, purposeIn } from './processing.ts';
import { PURPOSES, type PurposeId, purposeWords, retentionInWords } from './purposes.ts';

const decision = (n: number) => makeId('decision', new Uint8Array(16).fill(n));
const change = (basis: 'consent' | 'legitimate-interests', n: number) => ({
  basis,
  on: plainDate.parse('2026-11-23'),
  decision: decision(n),
});

function changed(about: PurposeId, changes: Partial<Processing> = {}): Processing {
  return {
    kind: 'processing',
    id: makeId('processing', new Uint8Array(16).fill(about.length)),
    purpose: 'accountability',
    about,
    ...purposeWords.parse(PURPOSES[about]),
    bases: [],
    ...changes,
  };
}
const codeOf = (value: Processing, before: Processing | null = null, others: Processing[] = []) => {
  const checked = checkProcessing(value, before, others);
  return checked.ok ? 'ok' : checked.error.code;
};

describe('purposes of processing', () => {
  it('say everything that the processing register has to say, as shipped (BASIS)', () => {
    for (const purpose of Object.values(PURPOSES))
      expect(purposeWords.safeParse(purpose).success).toBe(true);
  });

  it('rest on the two bases that the policy names, prospects and photographs on consent (BASIS, CONSENT-PROSPECTS)', () => {
    const bases = new Set(Object.values(PURPOSES).map(({ basis }) => basis));
    expect([...bases].sort()).toEqual(['consent', 'legitimate-interests']);
    expect(PURPOSES.prospects.basis).toBe('consent');
    expect(PURPOSES.photographs.basis).toBe('consent');
  });

  it('are kept by a rule that reads as a sentence (RETAIN-PEOPLE)', () => {
    expect(retentionInWords(PURPOSES.steering)).toBe(
      'Until the last post ends, and for 12 months after; reviewed every year. Minutes: 12 months after the meeting.',
    );
    expect(retentionInWords(PURPOSES.prospects)).toBe(
      'Until the consent ends or is withdrawn; reviewed every year.',
    );
  });

  it('are reviewed every year at the latest, whatever a vault says (REVIEW)', () => {
    expect(purposeWords.shape.reviewEvery.safeParse(13).success).toBe(false);
  });

  it('are in a vault as its record says, or else as shipped', () => {
    const record = changed('members', { keepMonths: 6, bases: [change('consent', 1)] });
    expect(purposeIn('members', [record])).toMatchObject({ keepMonths: 6, basis: 'consent' });
    expect(purposeIn('enquiries', [record])).toEqual(PURPOSES.enquiries);
  });
});

describe('a change of the basis', () => {
  it('is refused for prospects and photographs (CONSENT-PROSPECTS)', () => {
    for (const about of ['prospects', 'photographs'] as const)
      expect(codeOf(changed(about, { bases: [change('legitimate-interests', 1)] }))).toBe(
        'purpose/consent-only',
      );
  });

  it('rests on a decision that has backed no other, of any purpose (BASIS)', () => {
    const members = changed('members', { bases: [change('consent', 1)] });
    const again = [change('consent', 1), change('legitimate-interests', 1)];
    expect(codeOf({ ...members, bases: again }, members, [members])).toBe('purpose/decision-used');
    const events = changed('events', { bases: [change('consent', 1)] });
    expect(codeOf(events, null, [members])).toBe('purpose/decision-used');
    expect(codeOf({ ...events, bases: [change('consent', 2)] }, null, [members])).toBe('ok');
  });

  it('is not rewritten later', () => {
    const members = changed('members', { bases: [change('consent', 1)] });
    expect(codeOf({ ...members, bases: [] }, members)).toBe('wall/refused');
  });
});

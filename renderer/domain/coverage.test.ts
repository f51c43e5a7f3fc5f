import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingOf, releaseState } from './coverage.ts';
import { plusDays } from './dates.ts';
import type { Result } from './errors.ts';
import { sentenceOf } from './failure-words.ts';
import type { Photograph } from './publishing.ts';
import { mailings } from './registers/mailings.ts';
import { photographs } from './registers/photographs.ts';
import { publications } from './registers/publications.ts';
import {
  TODAY,
  type State,
  around,
  consentOf,
  eventOn,
  mailing,
  photograph,
  publication,
  someone,
} from './testing/publishing.ts';

const codeOf = (checked: Result<unknown> | undefined) =>
  checked === undefined || checked.ok ? 'ok' : checked.error.code;
const REFUSED = 'publishing/consents-missing';
const two: Photograph = { ...photograph, recognisable: [someone(1), someone(2)] };
const STATES: readonly State[] = ['none', 'asked', 'in-force', 'expired', 'withdrawn'];

describe.each(['publishable', 'published'] as const)('%s', (step) => {
  it.each([
    ['in-force', 'in-force', 'ok'],
    ['in-force', 'none', REFUSED],
    ['in-force', 'asked', REFUSED],
    ['in-force', 'expired', REFUSED],
    ['in-force', 'withdrawn', REFUSED],
    ['none', 'none', REFUSED],
  ] as const)(
    'with consents that are %s and %s: %s (COLLECT-PHOTOS, COLLECT-AUTHORS)',
    (first, second, code) => {
      const of = (purpose: 'photographs' | 'publications') =>
        around([...consentOf(1, purpose, first), ...consentOf(2, purpose, second)]);
      const shown = { ...two, [step]: TODAY };
      expect(codeOf(photographs.check?.(shown, two, of('photographs')))).toBe(code);
      const printed = { ...publication, [step]: TODAY };
      expect(codeOf(publications.check?.(printed, publication, of('publications')))).toBe(code);
    },
  );
});

describe('a refusal', () => {
  it('says how many consents are missing (CONSENT)', () => {
    const one = around(consentOf(1, 'photographs', 'in-force'));
    const refused = photographs.check?.({ ...two, published: TODAY }, two, one);
    expect(refused).toMatchObject({ error: { detail: { missing: 1, of: 2 } } });
    expect(refused?.ok === false ? sentenceOf(refused.error) : '').toMatch(/^1 of 2 people has /);
  });

  it('meets whoever is marked as recognisable while it is published (COLLECT-PHOTOS)', () => {
    const here = around(consentOf(1, 'photographs', 'in-force'));
    const published = { ...photograph, recognisable: [someone(1)], published: TODAY };
    const more = { ...published, recognisable: [someone(1), someone(2)] };
    expect(codeOf(photographs.check?.(published, null, here))).toBe('ok');
    expect(codeOf(photographs.check?.(more, published, here))).toBe(REFUSED);
  });

  it('does not stand in the way of taking down what lost a consent (CONSENT)', () => {
    const here = around(consentOf(1, 'photographs', 'withdrawn'));
    const published = { ...photograph, recognisable: [someone(1)], published: TODAY };
    expect(codeOf(photographs.check?.({ ...published, where: 'Home' }, published, here))).toBe(
      'ok',
    );
    expect(codeOf(photographs.check?.({ ...published, removed: TODAY }, published, here))).toBe(
      'ok',
    );
    const removed = { ...published, removed: TODAY };
    expect(codeOf(photographs.check?.(published, removed, here))).toBe(REFUSED);
  });

  it('meets a photograph in which nobody is marked, and nobody stated that nobody is (COLLECT-PHOTOS)', () => {
    const published = { ...photograph, published: TODAY };
    expect(codeOf(photographs.check?.(published, photograph, around([])))).toBe(
      'photograph/nobody-marked',
    );
    expect(codeOf(photographs.check?.({ ...published, nobody: true }, null, around([])))).toBe(
      'ok',
    );
    expect(codeOf(photographs.check?.({ ...two, nobody: true }, null, around([])))).toBe(
      'photograph/somebody-marked',
    );
  });

  it('meets days that have not come, and an end before its start', () => {
    const tomorrow = plusDays(TODAY, 1);
    const plain = { ...publication, authors: [], named: [] };
    const check = (days: object) =>
      codeOf(publications.check?.({ ...plain, ...days }, null, around([])));
    expect(check({ published: tomorrow })).toBe('record/in-future');
    expect(check({ published: TODAY, removed: plusDays(TODAY, -1) })).toBe(
      'record/ends-before-start',
    );
    expect(check({ publishable: TODAY, published: plusDays(TODAY, -1) })).toBe(
      'record/ends-before-start',
    );
  });
});

it('is published only where every consent is in force, whatever the others are (CONSENT, COLLECT-PHOTOS)', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...STATES), { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom(...STATES), { maxLength: 4 }),
      (states, strangers) => {
        const consents = states.flatMap((state, n) => consentOf(n, 'photographs', state));
        const others = strangers.flatMap((state, n) => consentOf(n + 20, 'photographs', state));
        const elsewhere = states.flatMap((_, n) => consentOf(n, 'publications', 'in-force'));
        const shown = { ...photograph, recognisable: states.map((_, n) => someone(n)) };
        const here = around([...elsewhere, ...others, ...consents]);
        const wanted = states.filter((state) => state !== 'in-force').length;
        expect(missingOf(shown, here)).toHaveLength(wanted);
        const checked = photographs.check?.({ ...shown, published: TODAY }, shown, here);
        expect(checked?.ok).toBe(wanted === 0);
      },
    ),
  );
});

describe('what is out', () => {
  const published = { ...photograph, recognisable: [someone(1)], published: TODAY };

  it('is to be taken down when a consent has expired, and Today says so (CONSENT)', () => {
    const here = around([published, ...consentOf(1, 'photographs', 'expired')]);
    expect(releaseState(published, here)).toBe('to-take-down');
    expect(photographs.dues?.(published, here)).toEqual([
      {
        what: 'Take down',
        due: '2026-11-22',
        working: 'Without a consent in force: 1 of 1. One expired at the end of 22 Nov 2026.',
      },
    ]);
    const before = around(consentOf(1, 'photographs', 'expired'), plusDays(TODAY, -1));
    expect(releaseState(published, before)).toBe('published');
    expect(photographs.dues?.(published, before)).toEqual([]);
  });

  it('is covered by a second consent where the first has ended (CONSENT)', () => {
    const [withdrawn] = consentOf(1, 'photographs', 'withdrawn');
    const [second] = consentOf(1, 'photographs', 'in-force');
    const consents = [withdrawn, second].filter((one) => one !== undefined);
    expect(releaseState(published, around(consents))).toBe('published');
    expect(releaseState(published, around(consents.toReversed()))).toBe('published');
  });
});

describe('a mailing to prospective members (CONSENT-PROSPECTS)', () => {
  it('is sent only to those whose consent is in force', () => {
    const here = around(consentOf(1, 'prospects', 'in-force'));
    const sent = { ...mailing, sent: TODAY };
    expect(codeOf(mailings.check?.(mailing, null, here))).toBe('ok');
    expect(mailings.state?.(mailing, here)).toBe('missing');
    expect(codeOf(mailings.check?.(sent, mailing, here))).toBe('mailing/consents-missing');
    const one = { ...sent, recipients: [someone(1)] };
    expect(codeOf(mailings.check?.(one, mailing, here))).toBe('ok');
    expect(codeOf(mailings.check?.(sent, one, here))).toBe('mailing/consents-missing');
  });

  it('that was lawful on the day it was sent stays so when the consent is withdrawn', () => {
    const [given] = consentOf(1, 'prospects', 'in-force');
    const withdrawn = given ? [{ ...given, withdrawn: eventOn('2026-11-20') }] : [];
    const to = { ...mailing, recipients: [someone(1)] };
    const on = (days: number) => ({ ...to, sent: plusDays(TODAY, days) });
    expect(codeOf(mailings.check?.(on(-10), null, around(withdrawn)))).toBe('ok');
    expect(codeOf(mailings.check?.(on(-1), null, around(withdrawn)))).toBe(
      'mailing/consents-missing',
    );
  });

  it('has that purpose; one to members rests on no consent', () => {
    const members = { ...mailing, audience: 'members' as const, sent: TODAY };
    expect(mailings.check?.(members, null, around([]))).toMatchObject({
      value: { purpose: 'members' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { plusDays } from './dates.ts';
import type { AnyRecord, RecordOf } from './kinds.ts';
import { consents } from './registers/consents.ts';
import { people } from './registers/people.ts';
import { photographs } from './registers/photographs.ts';
import type { Follow } from './registers/register.ts';
import { blankPerson } from './person.ts';
import {
  TODAY,
  around,
  consentOf,
  eventOn,
  mailing,
  photograph,
  publication,
  someone,
} from './testing/publishing.ts';
import type { PurposeId } from './purposes.ts';

const NOBODY = { ...blankPerson('direct'), id: someone(1) };

/** What follows when the consent of the first person to a purpose is withdrawn in a vault of these records. */
function withdrawal(purpose: PurposeId, records: readonly AnyRecord[]) {
  const [given] = consentOf(1, purpose, 'in-force');
  if (!given) throw new Error('no consent');
  const withdrawn = { ...given, withdrawn: eventOn('2026-11-23') };
  const follows = consents.follows?.(withdrawn, given, around([given, ...records])) ?? [];
  return { withdrawn, tasks: tasksOf(follows) };
}

function tasksOf(follows: readonly Follow[]): RecordOf<'task'>[] {
  return follows.flatMap(({ after }) => (after?.kind === 'task' ? [after] : []));
}

const shown = { ...photograph, recognisable: [someone(1)] };

describe('withdrawing a consent (CONSENT)', () => {
  it('makes a task for each photograph that shows the person, due at once and without a name', () => {
    const published = { ...shown, id: photograph.id, published: TODAY };
    const { withdrawn, tasks } = withdrawal('photographs', [published]);
    expect(tasks).toMatchObject([
      {
        what: 'take-down',
        about: photograph.id,
        because: withdrawn.id,
        due: TODAY,
        done: null,
        words: 'Take down a photograph and erase it: a consent was withdrawn.',
      },
    ]);
    expect(withdrawal('photographs', [shown]).tasks).toMatchObject([{ about: photograph.id }]);
  });

  it('makes one for each publication that is out or ready, none for a draft or what was removed', () => {
    const published = { ...publication, published: TODAY };
    expect(withdrawal('publications', [published]).tasks).toHaveLength(1);
    expect(withdrawal('publications', [{ ...publication, publishable: TODAY }]).tasks).toHaveLength(
      1,
    );
    expect(withdrawal('publications', [publication]).tasks).toEqual([]);
    expect(withdrawal('publications', [{ ...published, removed: TODAY }]).tasks).toEqual([]);
  });

  it('takes a person off each mailing that is not sent, and off the list wherever it is (CONSENT-PROSPECTS)', () => {
    const { tasks } = withdrawal('prospects', [mailing]);
    expect(tasks.map(({ what, about }) => [what, about])).toEqual([
      ['stop-mailing', mailing.id],
      ['stop-mailing', someone(1)],
    ]);
    const sent = { ...mailing, sent: plusDays(TODAY, -1) };
    expect(withdrawal('prospects', [sent]).tasks).toMatchObject([{ about: someone(1) }]);
  });

  it('makes none for others, for another purpose, or where a second consent is in force', () => {
    expect(withdrawal('photographs', [{ ...shown, recognisable: [someone(2)] }]).tasks).toEqual([]);
    expect(withdrawal('publications', [shown]).tasks).toEqual([]);
    const second = consentOf(1, 'photographs', 'in-force').map((one) => ({
      ...one,
      id: consentOf(9, 'photographs', 'asked')[0]?.id ?? one.id,
    }));
    expect(withdrawal('photographs', [shown, ...second]).tasks).toEqual([]);
  });
});

describe('a take-down task (RIGHT-UNPUBLISH)', () => {
  const published = { ...shown, published: TODAY };
  const { withdrawn, tasks } = withdrawal('photographs', [published]);
  const here = around([withdrawn, published, ...tasks]);
  const follow = (after: typeof published) =>
    tasksOf(photographs.follows?.(after, published, here) ?? []);

  it('is done when what it is about is taken down, or the person is out of it', () => {
    expect(follow({ ...published, removed: TODAY })).toMatchObject([{ done: TODAY }]);
    expect(follow({ ...published, recognisable: [], nobody: true })).toMatchObject([
      { done: TODAY },
    ]);
  });

  it('stays open while nothing is done, and Today tells it once', () => {
    expect(follow({ ...published, where: 'Home page' })).toEqual([]);
    expect(photographs.dues?.(published, here)).toEqual([]);
    expect(photographs.state?.(published, here)).toBe('to-take-down');
  });
});

describe('a prospective member (CONSENT-PROSPECTS)', () => {
  const prospect = { ...NOBODY, purpose: 'prospects' as const };

  it('is recorded as asked for consent from the beginning', () => {
    const follows = people.follows?.(prospect, NOBODY, around([NOBODY])) ?? [];
    expect(follows.map(({ after }) => after)).toMatchObject([
      { kind: 'consent', person: NOBODY.id, purpose: 'prospects', given: null },
    ]);
    const given = consentOf(1, 'prospects', 'in-force');
    expect(people.follows?.(prospect, NOBODY, around(given))).toEqual([]);
    expect(people.follows?.(prospect, prospect, around([]))).toEqual([]);
  });

  it('without a consent in force may not be written to, and Today says so', () => {
    const [expired] = consentOf(1, 'prospects', 'expired');
    const [withdrawn] = consentOf(1, 'prospects', 'withdrawn');
    if (!expired || !withdrawn) throw new Error('no consent');
    const dues = (one: typeof expired, ...others: AnyRecord[]) =>
      (consents.dues?.(one, around([prospect, one, ...others])) ?? []).map(({ what }) => what);
    expect(dues(expired)).toEqual(['May not be written to']);
    expect(dues(withdrawn)).toEqual(['May not be written to']);
    const [given] = consentOf(2, 'prospects', 'in-force').map((one) => ({
      ...one,
      person: NOBODY.id,
    }));
    expect(dues(withdrawn, ...(given ? [given] : []))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeId } from '../domain/ids.ts';
import type { AnyRecord } from '../domain/kinds.ts';
import { type Person, blankPerson } from '../domain/person.ts';
import { utf8 } from './bytes.ts';
import { decodePage, encodePage, pageLater } from './page.ts';
import { decodeSegment, encodeSegment } from './segment.ts';
import { makeSearch } from './search.ts';
import { makeState } from './state.ts';
import { kindOfId, summarise } from './summary.ts';

const idOf = (n: number) =>
  makeId(
    'person',
    Uint8Array.from({ length: 16 }, () => n),
  );

function somebody(n: number, full: string, family = ''): Person {
  const draft = blankPerson('direct');
  return { ...draft, id: idOf(n), name: { full, prefix: '', given: '', family } };
}

const compareText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

describe('the state', () => {
  it('keeps people sorted by family name through every kind of change', () => {
    const step = fc.record({
      n: fc.nat(12),
      name: fc.constantFrom('Ann', 'ben', 'Čapek', '', null),
    });
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 60 }), { maxLength: 5 }), (commits) => {
        const state = makeState(makeSearch());
        const held = new Map<string, Person>();
        commits.forEach((steps, sequence) => {
          const changes = steps.map(({ n, name }) => {
            const before = held.get(idOf(n)) ?? null;
            const after = name === null ? null : somebody(n, name);
            if (after) held.set(after.id, after);
            else held.delete(idOf(n));
            return { id: idOf(n), before, after };
          });
          state.apply(changes, sequence);
          const expected = [...held.values()]
            .map((person) => summarise(person).summary)
            .sort((a, b) => compareText(a.sort, b.sort) || compareText(a.id, b.id))
            .map(({ id }) => id);
          expect(state.sorted('person').map(({ id }) => id)).toEqual(expected);
          expect(new Set(state.ids('person'))).toEqual(new Set(held.keys()));
          expect(new Set(state.all('person'))).toEqual(new Set(held.values()));
          expect(state.count('person')).toBe(held.size);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('reads a record from its page when it is touched, with the revision it had', () => {
    const state = makeState(makeSearch());
    const ann = somebody(1, 'Ann');
    const { summary, text } = summarise(ann);
    state.loadSegment({
      ids: [ann.id],
      sorts: [summary.sort],
      facts: [summary.facts],
      texts: [text],
      homes: null,
    });
    const page = decodePage(
      encodePage([{ id: ann.id, revision: 2 ** 40, body: utf8(JSON.stringify(ann)) }]),
    );
    expect(state.loadPage('people-1', page)).toBe(true);
    expect(state.get(ann.id)).toEqual({ record: ann, revision: 2 ** 40 });
    expect(state.summary(ann.id)).toMatchObject(summary);
  });

  it('leaves a page packed until one of its records is touched, where a segment says what lies in it', () => {
    const state = makeState(makeSearch());
    const people = [somebody(1, 'Ann'), somebody(2, 'Ben'), somebody(3, 'Cai')];
    const summaries = people.map((person) => summarise(person));
    state.loadSegment({
      ids: people.map(({ id }) => id),
      sorts: summaries.map(({ summary }) => summary.sort),
      facts: summaries.map(({ summary }) => summary.facts),
      texts: summaries.map(({ text }) => text),
      homes: [
        { page: 'people-2', first: 1, count: 1 },
        { page: 'people-1', first: 0, count: 1 },
        { page: 'people-2', first: 0, count: 1 },
      ],
    });
    const unpacked: string[] = [];
    const pageOf = (key: string, held: readonly Person[]) =>
      pageLater(() => {
        unpacked.push(key);
        return encodePage(
          held.map((person, at) => ({
            id: person.id,
            revision: at + 7,
            body: utf8(JSON.stringify(person)),
          })),
        );
      });
    const [ann, ben, cai] = people as [Person, Person, Person];
    expect(state.loadPage('people-1', pageOf('people-1', [ben]))).toBe(true);
    expect(state.loadPage('people-2', pageOf('people-2', [cai, ann]))).toBe(true);
    expect(state.sorted('person').map(({ id }) => id)).toEqual(people.map(({ id }) => id));
    expect(unpacked).toEqual([]);
    expect(state.get(ann.id)).toEqual({ record: ann, revision: 8 });
    expect(state.get(cai.id)).toEqual({ record: cai, revision: 7 });
    expect(unpacked).toEqual(['people-2']);
    expect(state.get(ben.id)).toEqual({ record: ben, revision: 7 });
  });

  it('refuses a page with a record that no segment knows', () => {
    const state = makeState(makeSearch());
    const page = decodePage(encodePage([{ id: idOf(1), revision: 1, body: utf8('{}') }]));
    expect(state.loadPage('people-1', page)).toBe(false);
  });

  it('says which pages and compartments have to be folded', () => {
    const state = makeState(makeSearch());
    state.apply([{ id: idOf(1), before: null, after: somebody(1, 'Ann') }], 1);
    expect([...state.dirt.compartments]).toEqual(['people']);
    expect([...state.dirt.pages]).toEqual([]);
  });
});

describe('pages and segments', () => {
  it('give back what went in, also when there is nothing or other scripts', () => {
    const items = [
      { id: idOf(1), revision: 1, body: utf8('{"a":"山田"}') },
      { id: idOf(2), revision: 2 ** 45, body: utf8('') },
      { id: idOf(3), revision: 0, body: utf8('{}') },
    ];
    for (const part of [items, []]) {
      const page = decodePage(encodePage(part));
      const read = page.ids.map((id, at) => ({
        id,
        revision: page.revision(at),
        body: page.body(at),
      }));
      expect(read).toEqual(part);
    }
    const segment = {
      ids: ['a', 'b', 'c'],
      sorts: ['', 'ż', 'z'],
      facts: ['x y', '', ''],
      texts: ['山 2', '', 'plain'],
      homes: [
        { page: 'people-1', first: 3, count: 2 },
        { page: 'people-2', first: 0, count: 1 },
      ],
    };
    expect(decodeSegment(encodeSegment(segment))).toEqual(segment);
    // Format 1, as it was kept before the texts beyond ASCII stood apart.
    const first = new Uint8Array(4 + 4 * 4 + 3 + 3 + 3 + 7);
    const view = new DataView(first.buffer);
    view.setUint32(0, 2);
    let at = 4;
    for (const block of ['a\nb', 'x\ny', 'f\n', '山\nann']) {
      const bytes = utf8(block);
      view.setUint32(at, bytes.length);
      first.set(bytes, at + 4);
      at += 4 + bytes.length;
    }
    expect(decodeSegment(first.subarray(0, at))).toEqual({
      ids: ['a', 'b'],
      sorts: ['x', 'y'],
      facts: ['f', ''],
      texts: ['山', 'ann'],
      homes: null,
    });
    const none = { ids: [], sorts: [], facts: [], texts: [], homes: [] };
    expect(decodeSegment(encodeSegment(none))).toEqual(none);
  });
});

describe('summaries', () => {
  it('never hold a line break, whatever the record holds', () => {
    const odd = { ...somebody(1, 'Ann\nB\r\u2028C', 'D\nE'), notes: 'x\n\ny' } satisfies AnyRecord;
    const { summary, text } = summarise(odd);
    expect(summary.sort).toBe('d e');
    expect(`${summary.sort}${summary.facts}${text}`).not.toMatch(/[\n\r\u2028]/);
  });

  it('tell what filters ask for', () => {
    const chair = {
      ...somebody(1, 'Ann'),
      terms: [{ post: 'chair', from: '2025-01-01', until: null }],
    };
    // Plain dates are branded by their schema; these two are dates.
    const { summary, text } = summarise(chair as Person);
    expect(summary.facts).toBe('kept-for=enquiries public chair:2025-01-01: notice=');
    expect(text).toContain('chair');
  });

  it('know the kind by the id', () => {
    expect(kindOfId(idOf(1))).toBe('person');
    expect(kindOfId('trl_aaaa')).toBeNull();
    expect(kindOfId('nonsense')).toBeNull();
  });
});

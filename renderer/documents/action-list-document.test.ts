import { describe, expect, it } from 'vitest';
import { agreedActions } from '../domain/action-list.ts';
import { actionListDocument } from './action-list-document.ts';
import { day, minutes, minutesSources } from './testing/sample-records.ts';
import { wordsOf } from './testing/words.ts';

const { people, group } = minutesSources;
const [item] = minutes.items;
if (!item) throw new Error('no item');
const owner = [...people.keys()][3] ?? null;
const action = (what: string, due: string | null, done = false) => ({
  what,
  owner,
  due: due === null ? null : day(due),
  done,
});
const given = (...actions: ReturnType<typeof action>[]) =>
  agreedActions([{ ...minutes, items: [{ ...item, actions }] }]);
const made = (actions: ReturnType<typeof agreedActions>) =>
  actionListDocument({ actions, owner: null, people, group, day: day('2026-12-08') });

describe('the action list', () => {
  it('has what is overdue first, then what is due, then what has no date', () => {
    const words = wordsOf(
      made(
        given(
          action('No day', null),
          action('Later', '2027-01-08'),
          action('Today', '2026-12-08'),
          action('Late', '2026-12-07'),
          action('Very late', '2026-11-24'),
          action('Done', '2026-11-24', true),
        ),
      ),
    );
    expect(words).toContain('5 open, 2 overdue on 8 Dec 2026');
    expect(words).toMatch(
      /Overdue \(2\)[^]*Very late[^]*14 days late[^]*Late[^]*1 day late[^]*Open \(2\)[^]*Today[^]*Later[^]*Open, without a date \(1\)[^]*No day \| Prof نادر بن عبد السلام \| No date \| 23 Nov 2026/,
    );
    expect(words).not.toContain('Done');
  });

  it('says so when nothing is open', () => {
    const tree = made([]);
    expect(wordsOf(tree)).toContain('There is nothing open on this list.');
    expect(tree.foot).toBe('Members of the steering committee only.');
  });

  it('may be kept as long as the oldest minutes in it (RETAIN-MINUTES)', () => {
    const tree = made(given(action('Write', null)));
    expect(tree.foot).toContain('Keep until 23 Nov 2027');
    expect(tree.fileName).toBe('actions-2026-12-08');
  });

  it('names whose it is, and whose is no longer known', () => {
    const person = owner === null ? undefined : people.get(owner);
    const sources = {
      actions: given(action('Write', null)),
      people,
      group,
      day: day('2026-12-08'),
    };
    expect(wordsOf(actionListDocument({ ...sources, owner: person ?? null }))).toContain(
      'Owner | Prof نادر بن عبد السلام\n',
    );
    const nobody = actionListDocument({ ...sources, owner: null, people: new Map() });
    expect(wordsOf(nobody)).toContain('Write | Person no longer on file | No date');
  });

  it('keeps the words of an action to themselves', () => {
    const words = wordsOf(made(given(action('<b>שלום</b> & co', null))));
    expect(words).toContain('&lt;b&gt;שלום&lt;/b&gt; &amp; co | ');
  });
});

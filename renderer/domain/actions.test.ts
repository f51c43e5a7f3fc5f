import { describe, expect, test } from 'vitest';
import { actionsIn, openActions } from './actions.ts';
import { carriedFrom, withActionIds } from './carrying.ts';
import { plainDate } from './dates.ts';
import { makeId } from './ids.ts';
import {
  type Minutes,
  type MinutesAction,
  arisingIn,
  minutes as schema,
  previousOf,
} from './meeting.ts';
import { EMPTY_TEXT } from './rich-text.ts';

let made = 0;
const bytes = () => new Uint8Array(16).fill((made += 1));
const newId = () => makeId('action', bytes());
const day = (text: string) => plainDate.parse(text);

function action(what: string, done = false): MinutesAction {
  return { id: newId(), what, owner: null, due: null, done };
}

function minutesOn(
  date: string,
  actions: MinutesAction[],
  changes: Partial<Minutes> = {},
): Minutes {
  return {
    kind: 'minutes',
    id: makeId('minutes', bytes()),
    purpose: 'steering',
    meeting: makeId('meeting', bytes()),
    meetingDate: day(date),
    items: [
      {
        title: 'Website',
        discussion: EMPTY_TEXT,
        decision: '',
        proposer: null,
        seconder: null,
        actions,
      },
    ],
    nextMeeting: null,
    approved: null,
    ...changes,
  };
}

const whats = (list: readonly MinutesAction[]) => list.map(({ what }) => what);

describe('the action list', () => {
  const open = action('Renew the domain');
  const first = minutesOn('2026-09-01', [open, action('Thank the host', true)]);

  test('has what is not done, with the item that it was agreed under', () => {
    expect(openActions(first, [first])).toEqual([{ ...open, about: 'Website', number: 1 }]);
  });

  test('has an action that was carried on once, as the newest minutes have it', () => {
    const { arising } = carriedFrom([first], [first]);
    const second = minutesOn('2026-10-06', [action('Ask for quotes')], { arising });
    const all = [first, second];
    expect(whats(openActions(first, all))).toEqual([]);
    expect(whats(openActions(second, all))).toEqual(['Renew the domain', 'Ask for quotes']);
    const done = arising.map((matter) => ({
      ...matter,
      actions: matter.actions.map((one) => ({ ...one, done: true })),
    }));
    const ticked = { ...second, arising: done };
    expect(whats(openActions(ticked, [first, ticked]))).toEqual(['Ask for quotes']);
    expect(whats(openActions(first, [first, ticked]))).toEqual([]);
  });

  test('has it in the minutes before again, when those that took it over are gone', () => {
    const { arising } = carriedFrom([first], [first]);
    const second = minutesOn('2026-10-06', [], { arising });
    expect(openActions(first, [first, second])).toEqual([]);
    expect(whats(openActions(first, [first]))).toEqual(['Renew the domain']);
  });
});

describe('new minutes', () => {
  test('begin with what is open in all minutes before them, and with nothing of later ones', () => {
    const july = minutesOn('2026-07-07', [action('Find a venue')]);
    const august = minutesOn('2026-08-04', [action('Write to the CQI'), action('Paid', true)]);
    const november = minutesOn('2026-11-03', [action('Later')]);
    const carried = carriedFrom([july, august], [august, november, july]);
    expect(carried.of).toBe('2026-08-04');
    expect(carried.titles).toEqual(['Website']);
    expect(carried.arising.map(({ title, actions }) => [title, ...whats(actions)])).toEqual([
      ['Website', 'Find a venue'],
      ['Website', 'Write to the CQI'],
    ]);
  });

  test('take a matter on again that was left open a second time', () => {
    const first = minutesOn('2026-07-07', [action('Find a venue')]);
    const second = minutesOn('2026-08-04', [], carriedFrom([first], [first]));
    const third = carriedFrom([first, second], [first, second]);
    expect(third.arising).toEqual([{ title: 'Website', outcome: '', actions: actionsOf(first) }]);
  });

  test('take on actions from before actions had ids, once they have been given one', () => {
    const old = minutesOn('2026-07-07', [{ what: 'Old', owner: null, due: null, done: false }]);
    expect(carriedFrom([old], [old]).arising).toEqual([]);
    const named = withActionIds(old, newId);
    expect(carriedFrom([named], [named]).arising).toHaveLength(1);
    expect(withActionIds(named, newId)).toEqual(named);
  });
});

test('minutes from before matters arising and the minutes before had a place are read as having none', () => {
  const old = schema.parse(minutesOn('2026-07-07', []));
  expect(arisingIn(old)).toEqual([]);
  expect(previousOf(old)).toEqual({ of: null, outcome: null, amendments: '' });
});

function actionsOf(minutes: Minutes): MinutesAction[] {
  return actionsIn(minutes).map(({ about: _about, number: _number, ...own }) => own);
}

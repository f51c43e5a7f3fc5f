/** What the group has done in a period, as counts; they are not fit to be shown before `suppressed` has seen them. */
import type { PlainDate } from '../dates.ts';
import { type Field, textIn, valueIn } from '../fields.ts';
import type { Kind, RecordOf } from '../kinds.ts';
import { MARKS } from '../meeting.ts';
import type { Category } from '../person.ts';
import type { Around } from '../registers/register.ts';
import { KINDS, registerOf } from '../registers/table.ts';
import { type Label, word } from './labels.ts';
import type { Breakdown, Count } from './suppress.ts';

export interface Period {
  readonly from: PlainDate;
  /** The last day. */
  readonly until: PlainDate;
}

/** People have several categories; each is counted once, by the first of these that is theirs. */
const CATEGORY_ORDER: readonly Category[] = [
  'officer',
  'author',
  'participant',
  'cqi-staff',
  'public',
  'member',
];

/** Counted by their own rules, or not at all: minutes say no more than their meetings. */
const NOT_BY_FIELDS: readonly Kind[] = ['person', 'meeting', 'minutes'];

/**
 * Everything that the summary counts: people and consents as they are, all else by its day in the period.
 * @param people the categories of each person, one text each, parted by spaces or more
 */
export function countsOf(period: Period, people: Iterable<string>, around: Around): Count<Label>[] {
  const registers = KINDS.filter(
    (kind) => registerOf(kind).byHand && !NOT_BY_FIELDS.includes(kind),
  ).map((kind) => registerCount(kind, period, around));
  return [peopleCount(people), ...attendance(period, around), ...registers];
}

function peopleCount(people: Iterable<string>): Count<Label> {
  const tally = new Tally();
  for (const facts of people) {
    const own = facts.split(' ');
    tally.add(CATEGORY_ORDER.find((category) => own.includes(category)) ?? 'member');
  }
  const parts = tally.parts(CATEGORY_ORDER, (id) => ({ of: 'category', id }));
  return { label: word('people'), value: tally.all, by: [{ title: word('by-category'), parts }] };
}

/** Meetings by month, and the marks in them; those present by month as well. */
function attendance(period: Period, { all }: Around): Count<Label>[] {
  const held = new Tally();
  const marks = new Tally();
  const present = new Tally();
  for (const { date, attendance: list } of all('meeting')) {
    if (!isIn(period, date)) continue;
    held.add(monthOf(date));
    for (const { mark } of list) {
      marks.add(mark);
      if (mark === 'present') present.add(monthOf(date));
    }
  }
  const months = monthsIn(period);
  const byMonth = [{ title: word('by-meeting-month'), parts: present.parts(months, monthLabel) }];
  const parts = marks
    .parts(Object.keys(MARKS), (id) => ({ of: 'mark', id }))
    .map((part) => (part.label.id === 'present' ? { ...part, by: byMonth } : part));
  return [
    {
      label: word('meetings-held'),
      value: held.all,
      by: [{ title: word('by-month'), parts: held.parts(months, monthLabel) }],
    },
    { label: word('attendance-marks'), value: marks.all, by: [{ title: word('by-mark'), parts }] },
  ];
}

/** The records of a kind whose day is in the period, or all of them where they have none: by state, month and choices. */
function registerCount<K extends Kind>(kind: K, period: Period, around: Around): Count<Label> {
  const { fields, states = {}, state, day, isHidden } = registerOf(kind);
  const isStanding = kind === 'consent' || day === undefined;
  const choices = Object.entries<Field>(fields).filter(([, { as }]) => as === 'choice');
  const byState = new Tally();
  const byMonth = new Tally();
  const byChoice = choices.map(() => new Tally());
  const isCounted = (record: RecordOf<K>, on: PlainDate | null) =>
    !isHidden?.(record, around) && (isStanding || (on !== null && isIn(period, on)));
  let value = 0;
  for (const record of around.all(kind)) {
    const on = day?.(record) ?? null;
    if (!isCounted(record, on)) continue;
    value += 1;
    if (state) byState.add(state(record, around));
    if (on !== null) byMonth.add(monthOf(on));
    choices.forEach(([name], at) => byChoice[at]?.add(textIn(valueIn(record, name))));
  }
  const by: Breakdown<Label>[] = [];
  if (state)
    by.push({
      title: word('by-state'),
      parts: byState.parts(Object.keys(states), (id) => ({ of: 'state', kind, id })),
    });
  choices.forEach(([name, field], at) => {
    const known = field.as === 'choice' ? Object.keys(field.of) : [];
    const parts = byChoice[at]?.parts(known, (id) => ({ of: 'choice', kind, field: name, id }));
    if (parts) by.push({ title: { of: 'field', kind, id: name }, parts });
  });
  if (!isStanding)
    by.push({ title: word('by-month'), parts: byMonth.parts(monthsIn(period), monthLabel) });
  return { label: { of: 'kind', id: kind }, value, by: value === 0 ? [] : by };
}

/** Counts by name. */
class Tally {
  readonly #counts = new Map<string, number>();
  all = 0;

  add(name: string): void {
    this.all += 1;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** A part for each of these names, and one for whatever was counted under no such name. */
  parts(names: readonly string[], label: (name: string) => Label): Count<Label>[] {
    const known = names.map((name) => ({ label: label(name), value: this.#counts.get(name) ?? 0 }));
    const rest = known.reduce((left, { value }) => left - value, this.all);
    return rest === 0 ? known : [...known, { label: word('unsaid'), value: rest }];
  }
}

function isIn({ from, until }: Period, day: PlainDate): boolean {
  return from <= day && day <= until;
}

const monthOf = (day: PlainDate) => day.slice(0, 7);
const monthLabel = (id: string): Label => ({ of: 'month', id });

/** Every month that a period touches. */
function monthsIn({ from, until }: Period): string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > monthOf(until)) return months;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

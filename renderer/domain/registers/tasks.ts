import { formatDay } from '../dates.ts';
import { fail, ok } from '../errors.ts';
import { TASK_KINDS } from '../task.ts';
import type { Register } from './register.ts';

const PROMISE = 'So that what was promised is done.';

export const tasks: Register<'task'> = {
  one: 'task',
  many: 'tasks',
  byHand: true,
  columns: ['what', 'about', 'due', 'done'],
  fields: {
    what: { label: 'What', why: PROMISE, as: 'choice', of: TASK_KINDS, atStart: true },
    words: {
      label: 'In a sentence',
      why: PROMISE,
      help: 'Without a name: a task outlives what it is about.',
      as: 'long-text',
      most: 500,
      isNeeded: true,
      atStart: true,
    },
    about: { label: 'About', why: PROMISE, as: 'record', of: [], isFixed: true },
    because: { label: 'Because of', why: PROMISE, as: 'record', of: [], isFixed: true },
    due: { label: 'Due', why: PROMISE, as: 'day', atStart: true },
    done: { label: 'Done', why: 'To prove that it was done.', as: 'day' },
    notes: { label: 'Notes', why: 'To prove how it was done.', as: 'long-text', most: 2_000 },
  },
  title: (task) => task.words,
  day: (task) => task.due,
  states: {
    open: { words: 'To do', tone: 'warning' },
    done: { words: 'Done', tone: 'plain' },
  },
  state: ({ done }) => (done === null ? 'open' : 'done'),
  check: (task, _before, { today }) =>
    task.done !== null && task.done > today
      ? fail('record/in-future', { field: 'done' })
      : ok(task),
  dues: ({ what, done, due }) =>
    done === null
      ? [
          {
            what: TASK_KINDS[what],
            due,
            working: due === null ? 'As soon as it can be done.' : `Due on ${formatDay(due)}.`,
          },
        ]
      : [],
  inTime({ due, done }, { today }) {
    if (due === null) return null;
    if (done !== null) return done <= due;
    return today <= due ? null : false;
  },
  blank: () => ({
    purpose: 'accountability',
    what: 'other',
    about: null,
    because: null,
    due: null,
    done: null,
    notes: '',
  }),
};

import { checkChanges } from '../calendar.ts';
import { fail, ok } from '../errors.ts';
import type { Register } from './register.ts';

const WHY = 'Deadlines fall on working days, which are announced from time to time.';

/** The working days that deadlines are rolled to, where they differ from the shipped table. */
export const calendars: Register<'calendar'> = {
  one: 'table of working days',
  many: 'tables of working days',
  byHand: true,
  fields: {
    changes: {
      label: 'Changes',
      why: WHY,
      as: 'rows',
      one: 'change',
      of: {
        day: { label: 'Day', why: WHY, as: 'day', isNeeded: true },
        name: { label: 'What it is', why: WHY, as: 'text', most: 100 },
        isHoliday: { label: 'A holiday', why: WHY, as: 'yes-no' },
      },
    },
  },
  title: () => 'Working days',
  check(record, before, { all }) {
    for (const other of all('calendar'))
      if (before === null && other.id !== record.id) return fail('calendar/one-only');
    const checked = checkChanges(record.changes);
    return checked.ok ? ok(record) : checked;
  },
  blank: () => ({ purpose: 'accountability', changes: [] }),
};

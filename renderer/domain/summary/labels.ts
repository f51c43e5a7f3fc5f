/**
 * What counts are called when they leave the group: only by words that the program itself brings, each looked up in its
 * own tables. A word that somebody typed has no way in.
 */
import { capital } from '../capital.ts';
import { CLAUSES } from '../clauses.ts';
import { formatDay, plainDate } from '../dates.ts';
import type { Field } from '../fields.ts';
import type { Kind } from '../kinds.ts';
import { MARKS } from '../meeting.ts';
import { CATEGORIES } from '../person.ts';
import { KINDS, registerOf } from '../registers/table.ts';

const WORDS = {
  'attendance-marks': 'Marks of attendance',
  backups: 'Backups',
  'by-category': 'By category',
  'by-month': 'By month',
  'by-meeting-month': 'Present, by the month of the meeting',
  'by-state': 'By state',
  clauses: 'The policy, clause by clause',
  clocks: 'Clocks kept',
  'days-since-backup': 'Days since the last good backup',
  'in-time': 'Done in time',
  kept: 'Whether they were kept',
  late: 'Late or overdue',
  'meetings-held': 'Meetings held',
  people: 'People',
  registers: 'Registers',
  'by-mark': 'By mark',
  trail: 'The trail',
  unsaid: 'Not said',
} as const;

export type Label =
  | { readonly of: 'word'; readonly id: keyof typeof WORDS }
  | { readonly of: 'category' | 'mark' | 'clause'; readonly id: string }
  /** `YYYY-MM`. */
  | { readonly of: 'month'; readonly id: string }
  | { readonly of: 'kind'; readonly id: Kind }
  | { readonly of: 'state'; readonly kind: Kind; readonly id: string }
  | { readonly of: 'field'; readonly kind: Kind; readonly id: string }
  | {
      readonly of: 'choice';
      readonly kind: Kind;
      readonly field: string;
      readonly id: string;
    };

/** A label in words. Throws for one that the program does not know: it would be somebody's own words. */
export function labelWords(label: Label): string {
  const words = lookUp(label);
  if (words === undefined) throw new Error('a label that is no word of the program');
  return words;
}

/** A word of the program's own. */
export function word(id: keyof typeof WORDS): Label {
  return { of: 'word', id };
}

function lookUp(label: Label): string | undefined {
  switch (label.of) {
    case 'word':
      return own(WORDS, label.id);
    case 'category':
      return own(CATEGORIES, label.id);
    case 'mark':
      return own(MARKS, label.id);
    case 'clause':
      return CLAUSES.filter(({ id }) => id === label.id).map(
        ({ id, title }) => `${title} (${id})`,
      )[0];
    case 'month':
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(label.id)
        ? formatDay(plainDate.parse(`${label.id}-01`)).slice(2)
        : undefined;
    case 'kind':
      return KINDS.includes(label.id) ? capital(registerOf(label.id).many) : undefined;
    case 'state':
      return own(registerOf(label.kind).states ?? {}, label.id)?.words;
    case 'field':
      return fieldOf(label.kind, label.id)?.label;
    case 'choice': {
      const field = fieldOf(label.kind, label.field);
      return field?.as === 'choice' ? own(field.of, label.id) : undefined;
    }
    default:
      return label satisfies never;
  }
}

function fieldOf(kind: Kind, name: string): Field | undefined {
  return own<Field>(registerOf(kind).fields, name);
}

/** What a table holds under a name of its own, and not what every object has. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Any record as a plain document: its fields in order, each with its name. */
import { capital } from '../domain/capital.ts';
import { type PlainDate, formatDay } from '../domain/dates.ts';
import type { Field } from '../domain/fields.ts';
import { valueIn } from '../domain/fields.ts';
import type { AnyRecord } from '../domain/kinds.ts';
import { BASIS_WORDS, type Purpose, retentionInWords } from '../domain/purposes.ts';
import { inWords } from '../domain/registers/in-words.ts';
import type { Names, StateWords } from '../domain/registers/register.ts';
import { registerOf } from '../domain/registers/table.ts';
import type { Group } from '../domain/sharing.ts';
import { type DocumentTree, type Field as Line, words } from './tree.ts';

interface RecordSources {
  readonly record: AnyRecord;
  /** What it is kept for, as it is in this vault. */
  readonly purpose: Purpose;
  /** Its state on that day, where its register knows states. */
  readonly state: StateWords | null;
  readonly names: Names;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

/** The record as it is kept, with what it is kept for. Its title names the kind, never a person. */
export function recordDocument({
  record,
  purpose,
  state,
  names,
  group,
  day,
}: RecordSources): DocumentTree {
  const { one } = registerOf(record.kind);
  const name = capital(one);
  return {
    language: 'en-GB',
    title: name,
    subtitle: `As kept on ${formatDay(day)}`,
    issuer: group.name,
    status: state?.words ?? '',
    fileName: `${record.kind}-${day}`,
    made: day,
    contacts: null,
    blocks: [
      { type: 'fields', rows: fieldLines(record, names, group.timeZone) },
      {
        type: 'fields',
        small: true,
        rows: [
          { term: 'Kept for', value: [words(`${purpose.name}. ${purpose.why}`)] },
          { term: 'Lawful basis', value: [words(BASIS_WORDS[purpose.basis])] },
          { term: 'How long', value: [words(retentionInWords(purpose))] },
        ],
      },
    ],
  };
}

/** The fields of a record that hold something, in words. */
export function fieldLines(record: AnyRecord, names: Names, timeZone: string): Line[] {
  return Object.entries<Field>(registerOf(record.kind).fields).flatMap(([name, field]) => {
    const text = inWords(field, valueIn(record, name), { names, timeZone });
    if (text === '') return [];
    return [{ term: field.label, value: text.split('\n').map((line) => [isolated(line)]) }];
  });
}

const isolated = (text: string) => ({ text, isolate: true });

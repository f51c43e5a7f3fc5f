/**
 * What is held on a person, out of every register (clause RIGHT-ACCESS; UK GDPR Art 15): by the fields of each kind, with
 * purpose, basis, source, recipients and retention. What is about others is left out or hidden behind a mark, and each
 * redaction is counted and shown to whoever answers.
 */
import { capital } from './capital.ts';
import { formatDay, formatInstant } from './dates.ts';
import { type Field, type FieldTable, idsNamed, isObject, listIn, valueIn } from './fields.ts';
import { type AnyRecord, anyRecord } from './kinds.ts';
import { type FindOthers, namesOfOthers } from './other-names.ts';
import { escaped } from './pattern.ts';
import { type Person, ROUTES } from './person.ts';
import { purposeIn } from './processing.ts';
import { BASIS_WORDS, retentionInWords } from './purposes.ts';
import { recipientsOf } from './recipients.ts';
import { type Piece, asAnother, hiddenIn, piecesOf } from './redaction.ts';
import { inWords } from './registers/in-words.ts';
import type { Around } from './registers/register.ts';
import { KINDS, registerOf } from './registers/table.ts';
import type { Request } from './request.ts';
import { TRAIL_ACTIONS, type TrailAction } from './trail.ts';

/** A field of a record: in the answer, unless it is left out by hand. */
export interface Passage {
  readonly key: string;
  readonly label: string;
  readonly pieces: readonly Piece[];
  /** Rows of the field that are about others. */
  readonly rowsLeftOut: number;
  readonly isLeftOut: boolean;
}

export interface GatheredRecord {
  readonly id: string;
  readonly what: string;
  readonly purpose: string;
  readonly basis: string;
  readonly retention: string;
  readonly passages: readonly Passage[];
}

export interface Gathered {
  readonly records: readonly GatheredRecord[];
  /** How the data came. */
  readonly source: string;
  /** Who was given it, and when. */
  readonly recipients: readonly string[];
  /** What was done with the person's record, by the trail. */
  readonly uses: readonly string[];
  /** Names hidden, rows left out, passages left out by hand. */
  readonly counts: { readonly hidden: number; readonly rows: number; readonly passages: number };
}

type Choices = Pick<Request, 'leftOut' | 'shown'>;

interface Search {
  readonly person: Person;
  readonly choices: Choices;
  readonly around: Around;
  readonly others: FindOthers;
  /** Finds the person's own name. */
  readonly own: RegExp;
}

/** Gathers all that is held on a person, with third parties redacted. */
export function gather(person: Person, choices: Choices, around: Around): Gathered {
  const own = new RegExp(escaped(person.name.full), 'iu');
  const search = { person, choices, around, own, others: namesOfOthers(person, around) };
  const records: GatheredRecord[] = [];
  for (const kind of KINDS)
    for (const record of around.all(kind)) records.push(...gathered(record, search));
  const passages = records.flatMap((record) => record.passages);
  return {
    records,
    source: sourceOf(person),
    recipients: recipientsOf(person.id, around).map(
      ({ words, on }) => `${words}, ${formatDay(on)}`,
    ),
    uses: usesOf(person, around),
    counts: {
      hidden: passages.reduce((sum, { pieces }) => sum + hiddenIn(pieces), 0),
      rows: passages.reduce((sum, { rowsLeftOut }) => sum + rowsLeftOut, 0),
      passages: passages.filter(({ isLeftOut }) => isLeftOut).length,
    },
  };
}

/** The record, where it has anything of the person, and the versions of it that an import keeps. */
function gathered(record: AnyRecord, search: Search): GatheredRecord[] {
  const { person, around } = search;
  const register = registerOf(record.kind);
  if (register.isHidden?.(record, around)) return [];
  if (record.kind === 'import') {
    return record.changed.flatMap(({ id, before }) => {
      const parsed = id === person.id ? anyRecord.safeParse(before) : null;
      if (!parsed?.success) return [];
      const what = `person, as it was before an import of ${formatInstant(record.at, around.timeZone)}`;
      return [described(`${record.id}:`, what, parsed.data, search)];
    });
  }
  if (!mentions(register.fields, record, search) && record.id !== person.id) return [];
  const day = register.day?.(record) ?? null;
  const what = day === null ? register.one : `${register.one}, ${formatDay(day)}`;
  return [described('', what, record, search)];
}

function described(
  prefix: string,
  what: string,
  record: AnyRecord,
  search: Search,
): GatheredRecord {
  const purpose = purposeIn(record.purpose, search.around.all('processing'));
  return {
    id: `${prefix}${record.id}`,
    what: capital(what),
    purpose: `${purpose.name}. ${purpose.why}`,
    basis: `${BASIS_WORDS[purpose.basis]}. ${purpose.balance}`,
    retention: retentionInWords(purpose),
    passages: passagesOf(prefix, record, search),
  };
}

/** Field by field. Of a record that is another's, those fields only that are about the person. */
function passagesOf(prefix: string, record: AnyRecord, search: Search): Passage[] {
  const { person, choices } = search;
  const { belongsTo, fields } = registerOf(record.kind);
  const owner = belongsTo?.kind === 'person' ? belongsTo.id(record) : null;
  const isAnothers =
    owner === null ? record.kind === 'person' && record.id !== person.id : owner !== person.id;
  const others = search.others(besideIn(record, search));
  return Object.entries<Field>(fields).flatMap(([name, field]) => {
    const value = valueIn(record, name);
    if (isAnothers && !mentions({ [name]: field }, record, search)) return [];
    const { text, rowsLeftOut } = told(field, value, record, search);
    if (text === '' && rowsLeftOut === 0) return [];
    const key = `${prefix}${record.id}/${name}`;
    const pieces = piecesOf(text, key, others, choices.shown);
    const isLeftOut = choices.leftOut.includes(key);
    return [{ key, label: field.label, pieces, rowsLeftOut, isLeftOut }];
  });
}

/** A field in words. Rows about others are left out; of minutes, so is every item that is not about the person. */
function told(field: Field, value: unknown, record: AnyRecord, search: Search) {
  const tongue = { names: namesFor(search), timeZone: search.around.timeZone };
  if (field.as !== 'rows') return { text: inWords(field, value, tongue), rowsLeftOut: 0 };
  const rows = listIn(value).filter(isObject);
  const own = rows.filter((row) => {
    if (mentions(field.of, row, search)) return true;
    return record.kind !== 'minutes' && !namesPeople(field.of, row, search.around);
  });
  return { text: inWords(field, own, tongue), rowsLeftOut: rows.length - own.length };
}

/** Whether it is about the person: by their id, or by their name in its words. */
function mentions(table: FieldTable, holder: object, { person, own, around }: Search): boolean {
  if (idsNamed(table, holder).includes(person.id)) return true;
  const tongue = { names: () => '', timeZone: around.timeZone };
  return Object.entries(table).some(([name, field]) => {
    const value = valueIn(holder, name);
    return isWritten(field) && own.test(inWords(field, value, tongue));
  });
}

/** Fields that may hold a name in their words. */
function isWritten({ as }: Field): boolean {
  return ['text', 'long-text', 'kept', 'rows', 'part'].includes(as);
}

function namesPeople(table: FieldTable, holder: object, { find }: Around): boolean {
  return idsNamed(table, holder).some((id) => find(id)?.kind === 'person');
}

/** People whom the record names, and for minutes those of its meeting: they may stand in its text by half a name. */
function besideIn(record: AnyRecord, { around }: Search): string[] {
  const meeting = record.kind === 'minutes' ? around.find(record.meeting) : undefined;
  return [record, ...(meeting ? [meeting] : [])].flatMap((one) =>
    idsNamed(registerOf(one.kind).fields, one),
  );
}

/** Names and titles, those of others marked. */
function namesFor({ person, around }: Search) {
  const names = (id: string): string => {
    const record = around.find(id);
    if (!record) return '(removed)';
    const title = registerOf(record.kind).title(record, names);
    return record.kind === 'person' && id !== person.id ? asAnother(title) : title;
  };
  return names;
}

function sourceOf({ route, collectedOn }: Person): string {
  const day = collectedOn === null ? '' : `, collected on ${formatDay(collectedOn)}`;
  return `${ROUTES[route]}${day}.`;
}

/** What was done with the person's record, by the trail: how often, and when last. */
function usesOf({ id }: Person, around: Around): string[] {
  const uses = new Map<TrailAction, { times: number; last: number }>();
  for (const { action, at, records } of around.trail()) {
    if (!records.includes(id)) continue;
    uses.set(action, { times: (uses.get(action)?.times ?? 0) + 1, last: at });
  }
  return [...uses].map(([action, { times, last }]) => {
    const often = times === 1 ? 'once' : `${times} times`;
    return `${TRAIL_ACTIONS[action]}: ${often}, last on ${formatInstant(last, around.timeZone)}`;
  });
}

/** What a post is given: the access matrix applied to what was chosen (clauses ACCESS, RETAIN-MINUTES). */
import { type Matrix, matrixOn } from '../../domain/access.ts';
import type { AccessCell } from '../../domain/access-version.ts';
import type { AnyRecord, Kind } from '../../domain/kinds.ts';
import { type Person, onCommittee } from '../../domain/person.ts';
import type { Post } from '../../domain/posts.ts';
import { isRestricted, restrictedPeople } from '../../domain/restrictions.ts';
import { leftOut, projected } from '../../domain/registers/sharing-rules.ts';
import { registerOf } from '../../domain/registers/table.ts';
import type { Card } from '../../domain/sharing.ts';
import { normalText } from '../normal-text.ts';
import { aroundOf } from './around.ts';
import { recordMask } from './restricting.ts';
import type { OpenContext } from './context.ts';

export interface Selected {
  readonly kind: Kind;
  /** Whether the post may be given any record of this kind at all. */
  readonly allowed: boolean;
  /** Only people in post. */
  readonly committeeOnly: boolean;
  /** Labels of the fields that its post does not need, which are empty in the records. */
  readonly without: readonly string[];
  readonly records: readonly AnyRecord[];
  /** How many more there would be, were their data not restricted (clause RIGHT-RESTRICT). */
  readonly restricted: number;
  /** In how many of the records somebody was named whose data is restricted, and is named no more; null: nobody’s is. */
  readonly masked: number | null;
}

/** The matrix in force today. */
export function matrixNow({ session, today }: OpenContext): Matrix {
  return matrixOn(session.state.all('access'), today);
}

/**
 * The records of each chosen kind that a post may be given, without the fields that it may not; none of a kind that it may
 * not. Minutes bring their meetings along, without which nobody can read them.
 * @param wider with the Chair's leave: all of each kind.
 */
export function selectFor(
  holder: Post,
  kinds: readonly Kind[],
  wider: boolean,
  context: OpenContext,
): Selected[] {
  const matrix = matrixNow(context);
  const cellOf = (kind: Kind): AccessCell =>
    wider
      ? { post: holder, of: kind, sees: 'all', fields: [], committeeOnly: false }
      : matrix.cell(holder, kind);
  const chosen = [...new Set(kinds)];
  const selected = chosen.map((kind) => given(kind, cellOf(kind), context));
  const cell = cellOf('meeting');
  if (chosen.includes('meeting') || cell.sees === 'none') return selected;
  const meetings = meetingsOf(selected, cell, context);
  return meetings.length === 0
    ? selected
    : [...selected, { ...given('meeting', cell, context), records: meetings }];
}

function given(kind: Kind, cell: AccessCell, context: OpenContext): Selected {
  const allowed = cell.sees !== 'none';
  const around = aroundOf(context);
  const { isHidden } = registerOf(kind);
  const people = restrictedPeople(around);
  const mask = recordMask(people, around.find);
  const records: AnyRecord[] = [];
  let restricted = 0;
  let masked = 0;
  if (allowed)
    for (const record of context.session.state.all(kind)) {
      if (isHidden?.(record, around)) continue;
      if (isOutside(record, cell, context)) continue;
      if (isRestricted(record, people)) {
        restricted += 1;
        continue;
      }
      const seen = projected(record, cell);
      const travels = record.purpose === 'accountability' ? seen : mask(seen);
      if (travels !== seen) masked += 1;
      records.push(travels);
    }
  const { committeeOnly } = cell;
  return {
    kind,
    allowed,
    committeeOnly,
    without: leftOut(kind, cell),
    records,
    restricted,
    masked: people.size > 0 ? masked : null,
  };
}

/** Some people as a post may see them, and the labels of the fields that it may not. */
export function peopleFor(
  holder: Post,
  people: readonly Person[],
  context: OpenContext,
): { people: Person[]; without: readonly string[]; committeeOnly: boolean } {
  const cell = matrixNow(context).cell(holder, 'person');
  const { committeeOnly } = cell;
  const without = leftOut('person', cell);
  if (cell.sees === 'none') return { people: [], without, committeeOnly };
  const seen = people.flatMap((person) => {
    if (isOutside(person, cell, context)) return [];
    const record = projected(person, cell);
    return record.kind === 'person' ? [record] : [];
  });
  return { people: seen, without, committeeOnly };
}

/** Whether it is a person out of post, of whom the cell gives nothing. */
function isOutside(record: AnyRecord, cell: AccessCell, { today }: OpenContext): boolean {
  return record.kind === 'person' && cell.committeeOnly && !onCommittee(record, today);
}

function meetingsOf(
  selected: readonly Selected[],
  cell: AccessCell,
  context: OpenContext,
): AnyRecord[] {
  const { session } = context;
  const around = aroundOf(context);
  const mask = recordMask(restrictedPeople(around), around.find);
  const meetings: AnyRecord[] = [];
  for (const { records } of selected)
    for (const record of records) {
      const meeting = record.kind === 'minutes' && session.state.get(record.meeting)?.record;
      if (meeting) meetings.push(mask(projected(meeting, cell)));
    }
  return meetings;
}

/**
 * Whether somebody among these, by the name on the card, held a post and holds none today: then no minutes go to them,
 * whatever the card says (RETAIN-MINUTES).
 */
export function hasLeftCommittee(cards: readonly Card[], { session, today }: OpenContext): boolean {
  const named = new Set(cards.map(({ content }) => normalText(content.name)));
  for (const { id, facts } of session.state.sorted('person')) {
    // Only of those who ever held a post, which the facts tell without the record.
    if (!facts.includes(':')) continue;
    const person = session.state.get(id)?.record;
    if (person?.kind !== 'person' || person.terms.length === 0) continue;
    if (named.has(normalText(person.name.full)) && !onCommittee(person, today)) return true;
  }
  return false;
}

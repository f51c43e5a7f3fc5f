/** An import that is looked at and not stored yet: the rows as the screen shows them, the changes it would make. */
import { propose } from '../../importers/propose.ts';
import { proposeAttendance } from '../../importers/propose-attendance.ts';
import { REASONS } from '../../importers/same-person.ts';
import { PROBLEMS, type Problem } from '../../importers/problems.ts';
import type { ProposedRow } from '../../importers/propose.ts';
import type { ReadFile } from '../../importers/read-types.ts';
import { formatDay } from '../../domain/dates.ts';
import { makeId } from '../../domain/ids.ts';
import { isFrozen } from '../../domain/restrictions.ts';
import type { Change } from '../log.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';
import type { ImportPreview } from './desk.ts';
import { nameOf } from './lookups.ts';

/** Compares what was read with what is here. Nothing is stored. */
export function previewOf(file: ReadFile, context: OpenContext): ImportPreview {
  return file.what === 'people' ? previewPeople(file, context) : previewAttendance(file, context);
}

function previewPeople(
  file: Extract<ReadFile, { what: 'people' }>,
  context: OpenContext,
): ImportPreview {
  const { state } = context.session;
  const around = aroundOf(context);
  const { rows, counts } = propose(file, state.all('person'), (id) => isFrozen(id, around));
  const changes: Change[] = [];
  for (const row of rows) {
    if (row.state === 'new') {
      const id = makeId('person', crypto.getRandomValues(new Uint8Array(16)));
      changes.push({ id, before: null, after: { ...row.draft, id } });
    }
    if (row.state === 'changed') {
      const before = state.get(row.person)?.record ?? null;
      changes.push({ id: row.person, before, after: row.record });
    }
  }
  const { what, format, details } = file;
  return {
    changes,
    summary: {
      what,
      format,
      details,
      columns: [...file.columns],
      counts: { ...counts },
      meetings: [],
    },
    rows: rows.map((row) => ({
      row: row.row,
      label: row.label,
      state: row.state,
      reasons: [...reasonsOf(row, (id) => nameOf(id, state)), ...sentences(row.problems, 'cannot')],
      notices: sentences(row.problems, 'noticed'),
    })),
  };
}

function previewAttendance(
  file: Extract<ReadFile, { what: 'attendance' }>,
  { session: { state } }: OpenContext,
): ImportPreview {
  const proposal = proposeAttendance(file, state.all('person'), state.all('meeting'));
  // Two columns of one day change one meeting, the later one what the earlier left.
  const changes = new Map<string, Change>();
  for (const meeting of proposal.meetings) {
    if (meeting.state === 'new') {
      const id = makeId('meeting', crypto.getRandomValues(new Uint8Array(16)));
      changes.set(id, { id, before: null, after: { ...meeting.draft, id } });
    }
    if (meeting.state === 'changed') {
      const { id } = meeting.record;
      changes.set(id, { id, before: state.get(id)?.record ?? null, after: meeting.record });
    }
  }
  const { what, format, details } = file;
  return {
    changes: [...changes.values()],
    summary: {
      what,
      format,
      details,
      columns: [...file.columns],
      counts: { ...proposal.counts },
      meetings: proposal.meetings.map(({ date, title, marks, state: is }) => ({
        date,
        title,
        marks,
        state: is,
      })),
    },
    rows: proposal.rows.map((row) => ({
      row: row.row,
      label: row.label,
      state: row.state,
      reasons: [
        ...(row.state === 'duplicate' ? ['All marks of this row are known already.'] : []),
        ...sentences(row.problems, 'cannot'),
      ],
      notices: sentences(row.problems, 'noticed'),
    })),
  };
}

function reasonsOf(row: ProposedRow, name: (id: string) => string): string[] {
  if (row.state === 'changed') return [`Adds to ${name(row.person)}: ${row.fields.join(', ')}.`];
  if (row.state !== 'duplicate') return [];
  const of = 'row' in row.of ? `row ${row.of.row}` : name(row.of.person);
  const why = row.reasons.map((reason) => REASONS[reason]).join(' ');
  const adds = row.adds.length === 0 ? '' : ` What it adds is kept there: ${row.adds.join(', ')}.`;
  return [`Duplicate of ${of}. ${why}${adds}`];
}

function sentences(problems: readonly Problem[], severity: Problem['severity']): string[] {
  return problems
    .filter((problem) => problem.severity === severity)
    .map(({ code, field }) => `${field}: ${PROBLEMS[code]}`);
}

/** What a preview is of, in a few words, for the register of imports. */
export function formatOf({ summary }: ImportPreview): string {
  const [first] = summary.meetings;
  const when = first ? ` from ${formatDay(first.date)}` : '';
  return summary.what === 'attendance' ? `${summary.format}, attendance${when}` : summary.format;
}

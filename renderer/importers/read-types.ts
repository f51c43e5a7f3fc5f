import type { PlainDate } from '../domain/dates.ts';
import type { Mark } from '../domain/meeting.ts';
import type { PersonDraft } from '../domain/person.ts';
import type { Problem } from './problems.ts';

export type Format = 'CSV' | 'vCard' | 'XLSX';

/** A column (or card property) of the file; `field` null: it is not imported, and the preview says so. */
export interface ReadColumn {
  readonly header: string;
  readonly field: string | null;
}

export interface ReadRow {
  /** From 1, as a spreadsheet numbers it (a record with line breaks is one row), or the card's place. */
  readonly row: number;
  /** Who or what it is, for the preview. */
  readonly label: string;
  /** null when a problem stops the row. */
  readonly draft: PersonDraft | null;
  readonly problems: readonly Problem[];
}

export interface ReadPeople {
  readonly what: 'people';
  readonly format: Format;
  /** Encoding, delimiter, card versions or sheet, in words. */
  readonly details: string;
  readonly columns: readonly ReadColumn[];
  readonly rows: readonly ReadRow[];
}

export interface AttendanceRow {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  /** One for each meeting, in the order of `meetings`; a blank cell is `absent`. */
  readonly marks: readonly Mark[];
  readonly problems: readonly Problem[];
}

export interface ReadAttendance {
  readonly what: 'attendance';
  readonly format: Format;
  readonly details: string;
  readonly columns: readonly ReadColumn[];
  readonly meetings: readonly { readonly date: PlainDate; readonly title: string }[];
  readonly rows: readonly AttendanceRow[];
}

/** What a foreign file says, before it is compared with what is here. */
export type ReadFile = ReadPeople | ReadAttendance;

/** One line of a table, whatever file it came from; cells are text, dates in them `YYYY-MM-DD`. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly string[];
}

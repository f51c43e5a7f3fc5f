/** What the vault answers of a file that is looked at before it is imported. */
import type { PlainDate } from '../domain/dates.ts';

export interface ImportSummary {
  what: 'people' | 'attendance';
  format: string;
  /** Encoding, delimiter, card versions: in words. */
  details: string;
  columns: { header: string; field: string | null }[];
  counts: { new: number; changed: number; duplicate: number; cannot: number };
  /** Meetings that an attendance file brings. */
  meetings: {
    date: PlainDate;
    title: string;
    marks: number;
    state: 'new' | 'changed' | 'duplicate';
  }[];
}
export interface ImportRowView {
  /** Line, card or sheet row, from 1, as the person would find it. */
  row: number;
  label: string;
  state: 'new' | 'changed' | 'duplicate' | 'cannot';
  /** Why, in plain sentences. */
  reasons: string[];
  /** Problems that do not stop the row, in plain sentences. */
  notices: string[];
}

/** How a document lies on paper, whatever it says: the size, the letterhead, the marks, and for whom each copy is. */
import { type PlainDate, formatDay } from '../domain/dates.ts';
import type { Paper } from '../domain/paper.ts';

/** A picture as the vault keeps it: made anew from its pixels, so that it holds nothing else. */
export interface Logo {
  /** PNG, in base64. */
  readonly png: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** One of several copies of a print: whose it is. */
export interface Copy {
  readonly name: string;
  /** The day it was made. */
  readonly on: PlainDate;
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

export interface Sheet {
  readonly paper: Paper;
  /** null: the group has none. */
  readonly logo: Logo | null;
  /** A line under the group's name: where it is reached; empty: none. */
  readonly sender: string;
  /** Whether CONFIDENTIAL stands pale across each page. */
  readonly mark: boolean;
  /** The document as often as there are names here; empty: once, for nobody in particular. */
  readonly copies: readonly Copy[];
}

/** A4 without letterhead, marks and names. */
export const PLAIN_SHEET: Sheet = { paper: 'a4', logo: null, sender: '', mark: false, copies: [] };

/** What the head of a copy says; the name stands alone between the two, in its own direction. */
export function copyWords({ on, number, of }: Copy): { before: string; after: string } {
  return { before: 'Printed for ', after: ` on ${formatDay(on)}, copy ${number} of ${of}` };
}

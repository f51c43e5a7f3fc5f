/**
 * A document as data: what it says and how it is built up, never how it looks. A record becomes one of these,
 * `stamp` marks it confidential, and every output reads the same tree.
 */
import type { PlainDate } from '../domain/dates.ts';
import type { PostalAddress } from '../domain/person.ts';

/** A piece of text in one style. A line feed in `text` is a line break. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** A name, address or other words from outside: its direction must not spill over into what stands beside it. */
  readonly isolate?: boolean;
  /** An e-mail address: in a narrow column it breaks before its @. */
  readonly isAddress?: boolean;
  /** How Han characters without kana are to be read, where the writer knows; else they are taken for Chinese. */
  readonly han?: 'ja' | 'zh';
  /** BCP 47 tag and direction, where the writer knows better than the script of the letters tells. */
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}
export type Inline = readonly Run[];

export interface Column {
  readonly heading: string;
  /** `end`: numbers; `centre`: marks. */
  readonly align?: 'start' | 'centre' | 'end';
  /** `mark`: a sign, fifteen of them beside a name; `number`: a few digits; `rest`: what the others leave. */
  readonly width: 'mark' | 'number' | 'narrow' | 'medium' | 'wide' | 'rest';
}

export interface RowGroup {
  /** Spans the table above its rows; null: the rows stand alone. */
  readonly heading: string | null;
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly Inline[])[];
}

export interface Field {
  readonly term: string;
  /** A line each. */
  readonly value: readonly Inline[];
}

export type Block =
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly content: Inline }
  | { readonly type: 'paragraph'; readonly content: Inline; readonly quiet?: boolean }
  /** `boxes`: each item has a box before it, to tick by hand. */
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly boxes?: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly type: 'table';
      /** Empty: none, the words before it say what it is. */
      readonly caption: string;
      readonly columns: readonly Column[];
      /** The cells of this column name their rows; null: none does. */
      readonly rowHeader: number | null;
      readonly groups: readonly RowGroup[];
    }
  /** `small`: what has to be there but is rarely read. */
  | { readonly type: 'fields'; readonly small?: boolean; readonly rows: readonly Field[] }
  /** A heading, numbered or not, with what belongs under it. */
  | {
      readonly type: 'section';
      readonly number: number | null;
      readonly title: Inline;
      readonly blocks: readonly Block[];
    }
  /** Words that must be found again: a decision, an action, a wording. */
  | {
      readonly type: 'marked';
      readonly mark: 'decision' | 'action' | 'wording';
      readonly label: string;
      readonly blocks: readonly Block[];
    }
  /** Groups of letters to be typed off, large and numbered. */
  | { readonly type: 'letters'; readonly groups: readonly string[] }
  /** Rules to write on, each with its label under it; kept on one sheet. */
  | { readonly type: 'signature'; readonly rows: readonly (readonly SignatureLine[])[] }
  | { readonly type: 'notice'; readonly tone: 'plain' | 'warning'; readonly content: Inline };

export interface SignatureLine {
  readonly label: string;
  /** What stands on the line already; null: to be written by hand. */
  readonly value: Inline | null;
}

/** How a letter begins: all that stands before its title, which says what it is about. */
export interface LetterHead {
  /** Where an answer reaches who writes: a line each. */
  readonly from: readonly Inline[];
  /** Name and address: a line each. */
  readonly to: readonly Inline[];
  /** An id, which names nobody. */
  readonly reference: string;
  readonly greeting: Inline;
}

/** A person as the data files (CSV, vCard) carry them. */
export interface Contact {
  readonly name: string;
  readonly prefix: string;
  readonly given: string;
  readonly family: string;
  readonly posts: string;
  readonly organisation: string;
  readonly jobTitle: string;
  readonly emails: readonly { readonly label: string; readonly address: string }[];
  readonly phones: readonly { readonly label: string; readonly number: string }[];
  readonly addresses: readonly PostalAddress[];
}

export interface DocumentTree {
  /** BCP 47 tag of the document's own words. */
  readonly language: string;
  readonly title: string;
  /**
   * The title in the properties of a PDF or a Word file, where it is not the one on the page: lists of files and searches
   * show it to whoever never opens the document, so it names no person.
   */
  readonly dullTitle?: string;
  readonly subtitle: string;
  /** Who issues it. */
  readonly issuer: string;
  /** `DRAFT`, `Approved`, …; empty when it has no status. */
  readonly status: string;
  /** Suggested for a file, without ending; no personal data. */
  readonly fileName: string;
  /** The day it was made. */
  readonly made: PlainDate;
  /** Stands at the foot of each page: how long it may be kept. */
  readonly foot?: string;
  /** Where the document is a letter. */
  readonly letter?: LetterHead;
  readonly blocks: readonly Block[];
  /** What data files write; null when this document is not for data files. */
  readonly contacts: readonly Contact[] | null;
}

/** Plain words as inline text. */
export function words(text: string): Inline {
  return [{ text }];
}

/** What a table without rows says under its head. */
export const NO_ROWS = 'None.';

/** Words in bold. */
export function strong(text: string): Inline {
  return [{ text, bold: true }];
}

import Papa from 'papaparse';
import { ANONYMISED } from '../domain/banner.ts';
import { type Result, ok } from '../domain/errors.ts';
import { labelWords } from '../domain/summary/labels.ts';
import { type AnonymousDocument, inWords, requireAnonymous } from './anonymous.ts';
import { linesOf } from './anonymous-lines.ts';

/**
 * The counts of an anonymous document as CSV: byte-order mark, what it is and its sentences a line each, then a header row
 * and a row for each count; RFC 4180 with CRLF. Errors: document/unstamped.
 */
export function toAnonymousCsv(document: AnonymousDocument): Result<string> {
  const checked = requireAnonymous(document);
  if (!checked.ok) return checked;
  const { content } = checked.value;
  const sentences = [ANONYMISED, ...content.sentences.map(inWords)].map((line) => [line]);
  const rows = content.parts.flatMap((part) =>
    linesOf(part).map(({ words, value }) => [labelWords(part.title), words, value]),
  );
  const table = [...sentences, ['Table', 'Counted', 'Count'], ...rows];
  return ok(`\uFEFF${Papa.unparse(table, { newline: '\r\n' })}\r\n`);
}

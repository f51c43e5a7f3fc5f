import Papa from 'papaparse';
import { type Result, fail, ok } from '../domain/errors.ts';
import { linesOf } from './people-words.ts';
import { plain } from './plain.ts';
import { type StampedDocument, requireStamp } from './stamp.ts';
import type { Contact } from './tree.ts';

const COLUMNS: readonly (readonly [string, (contact: Contact) => string])[] = [
  ['Name', (c) => c.name],
  ['Name prefix', (c) => c.prefix],
  ['Given name', (c) => c.given],
  ['Family name', (c) => c.family],
  ['Post', (c) => c.posts],
  ['Organisation', (c) => c.organisation],
  ['Job title', (c) => c.jobTitle],
  ['E-mail', (c) => c.emails[0]?.address ?? ''],
  [
    'Other e-mails',
    (c) =>
      c.emails
        .slice(1)
        .map((email) => email.address)
        .join('; '),
  ],
  ['Phone', (c) => c.phones[0]?.number ?? ''],
  [
    'Other phones',
    (c) =>
      c.phones
        .slice(1)
        .map((phone) => phone.number)
        .join('; '),
  ],
  ['Street', (c) => c.addresses[0]?.lines.join(', ') ?? ''],
  ['City', (c) => c.addresses[0]?.city ?? ''],
  ['Region', (c) => c.addresses[0]?.region ?? ''],
  ['Postcode', (c) => c.addresses[0]?.postcode ?? ''],
  ['Country', (c) => c.addresses[0]?.country ?? ''],
  [
    'Other addresses',
    (c) =>
      c.addresses
        .slice(1)
        .map((a) => linesOf(a).join(', '))
        .join('; '),
  ],
];

/** What a spreadsheet may take for a formula (OWASP, CSV injection), full-width twins included. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]/u;

/**
 * The contacts of a stamped document as CSV: byte-order mark, the sentence as the first line, then a header row and a
 * row for each contact; RFC 4180 with CRLF. A cell that a spreadsheet could run gets an apostrophe before it.
 * Errors: document/unstamped; document/failed when the document is not one for data files.
 */
export function toCsv(document: StampedDocument): Result<string> {
  const checked = requireStamp(document);
  if (!checked.ok) return checked;
  const { tree, banner } = checked.value;
  if (tree.contacts === null) return fail('document/failed');
  const rows = tree.contacts.map((contact) => COLUMNS.map(([, read]) => plain(read(contact))));
  const table = Papa.unparse([COLUMNS.map(([heading]) => heading), ...rows], {
    newline: '\r\n',
    escapeFormulae: formula,
  });
  return ok(`\uFEFF${banner}\r\n${table}\r\n`);
}

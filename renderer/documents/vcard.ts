import ICAL from 'ical.js';
import { type Result, fail, ok } from '../domain/errors.ts';
import { plain } from './plain.ts';
import { type StampedDocument, requireStamp } from './stamp.ts';
import type { Contact } from './tree.ts';

/** jCal (RFC 7095): name, parameters, value type, value. */
type Property = [string, Record<string, string>, string, string | (string | string[])[]];

/**
 * The contacts of a stamped document as vCard 4.0 (RFC 6350), a card each. vCard knows no comments, and a card that is
 * no person would land in address books, so the sentence is the first property of every card after its version: a NOTE,
 * on one unfolded line (folding is a SHOULD) so that it can be read to the letter in the raw file. X-CLASS repeats it
 * for programs: 4.0 has dropped CLASS.
 * Errors: document/unstamped; document/failed when the document is not one for data files.
 */
export function toVcard(document: StampedDocument): Result<string> {
  const checked = requireStamp(document);
  if (!checked.ok) return checked;
  const { tree, banner } = checked.value;
  if (tree.contacts === null || tree.contacts.length === 0) return fail('document/failed');
  return ok(tree.contacts.map((contact) => card(contact, banner)).join(''));
}

function card(contact: Contact, banner: string): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    write(['note', {}, 'text', banner], true),
    'X-CLASS:CONFIDENTIAL',
    ...properties(contact).map((property) => write(property, false)),
    'END:VCARD',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function properties(contact: Contact): Property[] {
  const name = [contact.family, contact.given, '', contact.prefix, ''].map(plain);
  const found: Property[] = [['fn', {}, 'text', plain(contact.name)]];
  if (name.some(Boolean)) found.push(['n', {}, 'text', name]);
  const text = (property: string, value: string) => {
    if (value !== '') found.push([property, {}, 'text', plain(value)]);
  };
  text('org', contact.organisation);
  text('title', contact.jobTitle);
  text('role', contact.posts);
  for (const { label, address } of contact.emails) {
    found.push(['email', kind(label), 'text', plain(address)]);
  }
  for (const { label, number } of contact.phones) {
    found.push(['tel', phoneKind(label), 'text', plain(number)]);
  }
  for (const { label, lines, city, region, postcode, country } of contact.addresses) {
    const street = plain(lines.join('\n'));
    const rest = [city, region, postcode, country].map(plain);
    found.push(['adr', kind(label), 'text', ['', '', street, ...rest]]);
  }
  return found;
}

/** RFC 6350 section 5.6: TYPE is `home` or `work`; other labels say nothing that a reader would know. */
function kind(label: string): Record<string, string> {
  if (/work|business|office/i.test(label)) return { type: 'work' };
  return /home|private/i.test(label) ? { type: 'home' } : {};
}

/** RFC 6350 section 6.4.1. */
function phoneKind(label: string): Record<string, string> {
  return /mobile|cell/i.test(label) ? { type: 'cell' } : kind(label);
}

function write(property: Property, onOneLine: boolean): string {
  return ICAL.stringify.property(property, ICAL.design.vcard, onOneLine);
}

import ICAL from 'ical.js';
import { type Result, fail, ok } from '../domain/errors.ts';
import { type DraftOptions, draftOf } from './draft-of.ts';
import { LIMITS } from './limits.ts';
import { cannot, noticed } from './problems.ts';
import type { ReadColumn, ReadPeople, ReadRow } from './read-types.ts';
import { type CardLine, cardLines } from './vcard-lines.ts';
import { type Written, emptyAddress, nothingWritten } from './written.ts';

/** The properties that are imported, and the field each fills, in words. */
const FIELDS: Readonly<Record<string, string>> = {
  FN: 'Name',
  N: 'Name',
  ORG: 'Organisation',
  TITLE: 'Job title',
  ROLE: 'Post',
  EMAIL: 'E-mail',
  TEL: 'Phone',
  ADR: 'Address',
  NOTE: 'Notes',
  CATEGORIES: 'Notes',
  'X-ABLABEL': 'Label',
};

/** Whether a text begins as vCards do. */
export function looksLikeCards(text: string): boolean {
  return /^\s*BEGIN:VCARD\s*[\r\n]/i.test(text.slice(0, 1_000));
}

/**
 * vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), mixed in one file. Each card is parsed by itself, so that a
 * damaged one stops nobody else. Errors: file/too-large (more cards than rows are allowed).
 */
export function readCards(
  text: string,
  encoding: string,
  options: DraftOptions,
): Result<ReadPeople> {
  const cards = splitCards(text);
  if (cards.length > LIMITS.rows) return fail('file/too-large', { rows: LIMITS.rows });
  const versions = new Map<string, number>();
  const columns = new Map<string, ReadColumn>();
  const rows = cards.map((lines, i): ReadRow => {
    const damaged = { row: i + 1, label: '', draft: null };
    if (lines === null) {
      return { ...damaged, problems: [cannot('card-damaged', 'Card')] };
    }
    if (lines.length > LIMITS.properties * 10 || lines.some(tooLong)) {
      return { ...damaged, problems: [cannot('too-long', 'Card')] };
    }
    const version = lines.map((line) => /^VERSION:\s*(\d\.\d)/i.exec(line)?.[1]).find(Boolean);
    const told = version ?? '2.1';
    versions.set(told, (versions.get(told) ?? 0) + 1);
    const properties = cardLines(lines, told === '2.1').filter((p) => p.name !== 'VERSION');
    for (const { name } of properties) {
      columns.set(name, { header: name, field: FIELDS[name] ?? null });
    }
    if (properties.some(valueTooLong)) {
      return { ...damaged, problems: [cannot('too-long', 'Card')] };
    }
    const written =
      properties.length > LIMITS.properties ? null : writtenOn(properties, told === '4.0');
    if (!written) return { ...damaged, problems: [cannot('card-damaged', 'Card')] };
    const row = draftOf(i + 1, written, options);
    const photo = properties.some((property) => property.name === 'PHOTO');
    return photo
      ? { ...row, problems: [...row.problems, noticed('photo-left-out', 'Photo')] }
      : row;
  });
  const told = [...versions]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([version, count]) => `${count} of version ${version}`);
  return ok({
    what: 'people',
    format: 'vCard',
    details: [encoding, ...told].join(', '),
    columns: [...columns.values()],
    rows,
  });
}

function tooLong(line: string): boolean {
  return line.length > LIMITS.propertyLength;
}

function valueTooLong({ name, value }: CardLine): boolean {
  return name in FIELDS && value.length > (name === 'NOTE' ? LIMITS.noteValue : LIMITS.otherValue);
}

/** The lines between BEGIN and END of each card, cards inside cards left out; null for one that never ends. */
function splitCards(text: string): (string[] | null)[] {
  const cards: (string[] | null)[] = [];
  let lines: string[] = [];
  let depth = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    if (/^BEGIN:VCARD\s*$/i.test(line)) {
      depth += 1;
      if (depth === 1) lines = [];
    } else if (depth > 0 && /^END:VCARD\s*$/i.test(line)) {
      depth -= 1;
      if (depth === 0) cards.push(lines);
    } else if (depth === 1) {
      lines.push(line);
    }
  }
  if (depth > 0) cards.push(null);
  return cards;
}

/** Hands the card to ical.js as clean 3.0 or 4.0, and takes its values back; null when it refuses. */
function writtenOn(properties: readonly CardLine[], four: boolean): Written | null {
  const known = properties.filter((property) => property.name in FIELDS);
  const lines = known.map((property) => `${property.name}:${property.value}`);
  const card = ['BEGIN:VCARD', `VERSION:${four ? '4.0' : '3.0'}`, ...lines, 'END:VCARD'];
  let values: unknown[];
  try {
    const parsed: unknown = ICAL.parse(card.join('\r\n'));
    // jCard, RFC 7095: ["vcard", [[name, parameters, type, value, …], …], []]
    const list: unknown = Array.isArray(parsed) ? parsed[1] : null;
    if (!Array.isArray(list) || list.length !== known.length + 1) return null;
    values = list.slice(1);
  } catch {
    return null;
  }
  const written = nothingWritten();
  const labels = new Map(
    known.flatMap((property, i): [string, string][] =>
      property.name === 'X-ABLABEL' && property.group
        ? [[property.group, textOf(values[i]).replace(/^_\$!<(.*)>!\$_$/, '$1')]]
        : [],
    ),
  );
  known.forEach((property, i) => {
    put(written, property, values[i], labels.get(property.group) ?? labelOf(property.types));
  });
  return written;
}

function put(written: Written, property: CardLine, value: unknown, label: string): void {
  switch (property.name) {
    case 'FN':
      written.full ||= textOf(value);
      break;
    case 'N': {
      const [family = '', given = '', middle = '', prefix = '', suffix = ''] = partsOf(value, ' ');
      Object.assign(written, { family, given, middle, prefix, suffix });
      break;
    }
    case 'ORG': {
      const [organisation = '', ...units] = partsOf(value, ', ');
      written.organisation = joined(written.organisation, organisation);
      written.department = joined(written.department, units.filter(Boolean).join(', '));
      break;
    }
    case 'TITLE':
      written.jobTitle = joined(written.jobTitle, textOf(value));
      break;
    case 'ROLE':
      written.role = joined(written.role, textOf(value));
      break;
    case 'EMAIL':
      written.emails.push({ label, text: textOf(value) });
      break;
    case 'TEL':
      written.phones.push({ label, text: fromTelUri(textOf(value)) });
      break;
    case 'ADR': {
      const [
        box = '',
        extended = '',
        street = '',
        city = '',
        region = '',
        postcode = '',
        country = '',
      ] = partsOf(value, ', ');
      const lines = [box, extended, street];
      written.addresses.push({ ...emptyAddress(label), lines, city, region, postcode, country });
      break;
    }
    case 'NOTE':
      written.notes = [written.notes, textOf(value)].filter(Boolean).join('\n');
      break;
    case 'CATEGORIES':
      written.labels.push(...valuesOf(value).map(plain).filter(Boolean));
      break;
    default:
      break;
  }
}

function joined(before: string, more: string): string {
  return [before, more].filter(Boolean).join(', ');
}

function labelOf(types: readonly string[]): string {
  if (types.includes('fax')) return 'Fax';
  if (types.includes('cell')) return 'Mobile';
  if (types.includes('work')) return 'Work';
  return types.includes('home') ? 'Home' : '';
}

/** RFC 3966: `tel:+44-7700-900181;ext=12`; hyphens are for the eye and become spaces. */
function fromTelUri(text: string): string {
  const uri = /^tel:([^;]*)(?:.*;ext=([^;]*))?/i.exec(text.trim());
  if (!uri) return text;
  const number = (uri[1] ?? '').replace(/%20|-/g, ' ');
  return uri[2] ? `${number} ext ${uri[2]}` : number;
}

/** The values of a jCard property, after its name, parameters and type. */
function valuesOf(property: unknown): unknown[] {
  return Array.isArray(property) ? property.slice(3) : [];
}

/** All values as one text; a value in parts is put together again as it was written. */
function textOf(property: unknown): string {
  return valuesOf(property)
    .map((value) => (Array.isArray(value) ? value.map(plain).join(';') : plain(value)))
    .join(',');
}

/** The parts of a structured value; a part with several values is joined. */
function partsOf(property: unknown, between: string): string[] {
  const [value] = valuesOf(property);
  if (!Array.isArray(value)) return [plain(value)];
  return value.map((part) =>
    Array.isArray(part) ? part.map(plain).filter(Boolean).join(between) : plain(part),
  );
}

/** ical.js leaves `\;` and `\:` in plain texts as they are. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\\([;:])/g, '$1').trim() : '';
}

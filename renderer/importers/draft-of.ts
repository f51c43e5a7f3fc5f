import type { PlainDate } from '../domain/dates.ts';
import {
  type CollectionRoute,
  type PersonDraft,
  type PostalAddress,
  type Term,
  blankPerson,
} from '../domain/person.ts';
import { type Post, postFromWords } from '../domain/posts.ts';
import { emailsIn, phonesIn } from './contact-cells.ts';
import type { CellDay } from './days.ts';
import { isPrefix, splitName } from './names.ts';
import { type Problem, cannot, noticed, refusedFor } from './problems.ts';
import type { ReadRow } from './read-types.ts';
import type { Written, WrittenAddress } from './written.ts';

export interface DraftOptions {
  readonly route: CollectionRoute;
  readonly today: PlainDate;
  readonly dayIn: (cell: string) => CellDay;
}

/** The longest line that a record holds (domain/person.ts). */
const LINE = 200;

/**
 * Turns what was written into a draft. What does not fit its field is told, and kept in the notes as
 * `E-mail as given: …`; when not even that fits, the row cannot come in. Nothing is dropped in silence.
 */
export function draftOf(row: number, written: Written, options: DraftOptions): ReadRow {
  const problems: Problem[] = [];
  const asGiven: string[] = [];
  const keep = (what: string, text: string) => asGiven.push(`${what} as given: ${text.trim()}`);
  /** One line of at most 200 characters; a longer text is cut there and kept whole in the notes. */
  const line = (what: string, text: string): string => {
    const flat = text.trim().replace(/\s+/g, ' ');
    if (flat.length <= LINE) return flat;
    problems.push(noticed('too-long', what));
    keep(what, flat);
    return flat
      .slice(0, LINE)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim();
  };
  const day = (what: string, text: string): PlainDate | null => {
    const read = options.dayIn(text);
    if (read.is === 'no-day') {
      problems.push(noticed('date-none', what));
      keep(what, text);
    }
    if (read.is !== 'day') return null;
    if (read.day > options.today && what === 'Joined') problems.push(noticed('date-future', what));
    return read.day;
  };

  const emails: PersonDraft['emails'] = [];
  for (const { label, text } of written.emails) {
    const { good, bad } = emailsIn(text);
    for (const piece of bad) {
      problems.push(noticed('email-none', 'E-mail'));
      keep('E-mail', piece);
    }
    for (const address of good) {
      if (emails.some((e) => e.address.toLowerCase() === address.toLowerCase())) continue;
      if (emails.length < 20) emails.push({ label: line('Label', label), address });
      else keep('E-mail', address);
    }
  }
  if (written.emails.every((e) => e.text.trim() === '')) {
    problems.push(noticed('email-missing', 'E-mail'));
  }

  const phones: PersonDraft['phones'] = [];
  for (const { label, text } of written.phones) {
    const { good, bad } = phonesIn(text);
    for (const piece of bad) {
      problems.push(noticed('phone-none', 'Phone'));
      keep('Phone', piece);
    }
    if (good.length > 1) {
      problems.push(noticed('phone-two', 'Phone'));
      keep('Phone', text);
    }
    for (const number of good) {
      if (phones.some((p) => p.number === number)) continue;
      if (phones.length < 20) phones.push({ label: line('Label', label), number });
      else keep('Phone', number);
    }
  }

  const addresses: PostalAddress[] = [];
  for (const address of written.addresses) {
    const parts = addressOf(address, (text) => line('Address', text));
    if (!parts) continue;
    if (addresses.length < 10) addresses.push(parts);
    else keep('Address', [...parts.lines, parts.city, parts.postcode, parts.country].join(', '));
  }

  const joined = day('Joined', written.joined);
  const until = day('Until', written.until);
  let jobTitle = written.jobTitle;
  let prefix = written.prefix;
  if (isPrefix(written.title)) prefix ||= written.title;
  else if (jobTitle.trim() === '') jobTitle = written.title;
  else if (written.title.trim() !== '') keep('Title', written.title);

  const posts = postsIn(written.role);
  const terms: Term[] = [];
  if (posts && joined) {
    const backwards = until !== null && until < joined;
    if (backwards) {
      problems.push(noticed('term-backwards', 'Until'));
      keep('Until', written.until);
    }
    terms.push(...posts.map((post) => ({ post, from: joined, until: backwards ? null : until })));
  } else {
    if (posts) {
      problems.push(noticed('role-undated', 'Role'));
      keep('Role', written.role);
    } else if (written.role.trim() !== '') {
      problems.push(noticed('role-unknown', 'Role'));
      if (jobTitle.trim() === '') jobTitle = written.role;
      else keep('Role', written.role);
    }
    if (until) keep('Until', written.until);
  }

  const parts = [written.given, written.middle, written.family].map((part) => part.trim());
  const whole = splitName(written.full);
  const composed = parts.filter(Boolean).join(' ');
  const suffix = written.suffix.trim();
  const organisation = line('Organisation', written.organisation);
  const stated = whole.full || composed;
  const standIn = organisation || emails[0]?.address || '';
  if (stated === '') {
    problems.push(standIn ? noticed('name-missing', 'Name') : cannot('no-name', 'Name'));
  }
  const fullName = [stated || standIn, stated && !stated.endsWith(suffix) ? suffix : ''];
  const name = {
    full: line('Name', fullName.filter(Boolean).join(' ')),
    prefix: line('Prefix', prefix || whole.prefix),
    given: line('Given name', composed ? parts.slice(0, 2).filter(Boolean).join(' ') : whole.given),
    family: line('Family name', composed ? (parts[2] ?? '') : whole.family),
  };

  const steering = posts !== null && options.route !== 'cqi-form';
  const base = blankPerson(steering ? 'steering-group' : options.route);
  const job = line('Job title', jobTitle);
  if (written.department.trim() !== '') asGiven.push(`Department: ${written.department.trim()}`);
  if (written.labels.length > 0) asGiven.push(`Labels: ${written.labels.join(', ')}`);
  const notes = [tidy(written.notes), ...asGiven].filter(Boolean).join('\n');
  if (notes.length > 10_000) problems.push(cannot('too-long', 'Notes'));
  const draft: PersonDraft = {
    ...base,
    categories: terms.length > 0 ? withOffice(base.categories) : base.categories,
    name,
    collectedOn: joined,
    organisation,
    jobTitle: job,
    emails,
    phones,
    addresses,
    terms,
    notes,
  };
  const refused = refusedFor(draft);
  if (refused) problems.push(refused);
  const stopped = problems.some((problem) => problem.severity === 'cannot');
  return { row, label: name.full, draft: stopped ? null : draft, problems };
}

/** Whoever holds a post is an officer; staff of the CQI stay what they are, too. */
function withOffice(categories: PersonDraft['categories']): PersonDraft['categories'] {
  return categories.includes('cqi-staff') ? [...categories, 'officer'] : ['officer'];
}

/** All posts named in a cell such as `Secretary / Treasurer`; null when any part is no post, or nothing is there. */
function postsIn(role: string): Post[] | null {
  const parts = role.split(/[/,;&]| and /i);
  const posts = parts.map((part) => postFromWords(part));
  const known = posts.filter((post) => post !== null);
  return known.length === posts.length ? [...new Set(known)] : null;
}

function addressOf(written: WrittenAddress, line: (text: string) => string): PostalAddress | null {
  let lines = written.lines.flatMap((text) => text.split(/\r?\n/));
  let city = written.city.trim();
  if (lines.every((text) => text.trim() === '') && written.whole.trim() !== '') {
    lines = written.whole.split(/\r?\n|,/).map((text) => text.trim());
    const last = lines.at(-1) ?? '';
    // In one piece: what follows the last comma is the town, unless there is a number in it.
    if (lines.length > 1 && city === '' && last !== '' && !/\d/.test(last)) {
      city = last;
      lines.pop();
    }
  }
  lines = lines.map((text) => text.trim()).filter(Boolean);
  const country = written.country.trim();
  const rest = [city, written.region, written.postcode, country];
  if (lines.length === 0 && rest.every((text) => text.trim() === '')) return null;
  const fitting = lines.length <= 6 ? lines : [...lines.slice(0, 5), lines.slice(5).join(', ')];
  return {
    label: line(written.label),
    lines: fitting.map(line),
    city: line(city),
    region: line(written.region),
    postcode: line(written.postcode),
    country: line(country),
  };
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

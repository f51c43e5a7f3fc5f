import type { PersonDraft } from '../domain/person.ts';
import { nameWords } from './names.ts';
import { addressKey, emailKey, phoneKey } from './same-person.ts';

/** Fields that an import may change, in the words of the preview. */
export type MergedField =
  | 'name'
  | 'categories'
  | 'date of joining'
  | 'organisation'
  | 'job title'
  | 'e-mail'
  | 'phone'
  | 'address'
  | 'posts'
  | 'notes';

/**
 * What a file adds to a person who is here already. Nothing that is here is taken away: lists grow, empty fields
 * are filled, organisation and job title are brought up to date, another way to write the name goes to the notes.
 * Purpose, route, holder and notice stay as they are. `fields` is empty when the file says nothing new.
 */
export function merge<P extends PersonDraft>(
  here: P,
  said: PersonDraft,
): { record: P; fields: MergedField[] } {
  const fields: MergedField[] = [];
  const emails = grown(here.emails, said.emails, (e) => emailKey(e.address));
  const phones = grown(here.phones, said.phones, (p) => phoneKey(p.number) || p.number);
  const addresses = grown(
    here.addresses,
    said.addresses,
    (a) => addressKey(a) || [a.city, a.region, a.postcode, a.country].join('\n'),
  );
  const terms = grown(here.terms, said.terms, (t) => `${t.post} ${t.from}`);
  if (emails !== here.emails) fields.push('e-mail');
  if (phones !== here.phones) fields.push('phone');
  if (addresses !== here.addresses) fields.push('address');
  if (terms !== here.terms) fields.push('posts');
  const newTerms = terms !== here.terms && !here.categories.includes('officer');
  const categories: PersonDraft['categories'] = newTerms
    ? [...here.categories, 'officer']
    : here.categories;
  if (newTerms) fields.push('categories');

  const sameName = nameWords(here.name.full).join(' ') === nameWords(said.name.full).join(' ');
  const name = {
    full: here.name.full,
    prefix: here.name.prefix || said.name.prefix,
    given: here.name.given || (sameName && !here.name.family ? said.name.given : ''),
    family: here.name.family || (sameName && !here.name.given ? said.name.family : ''),
  };
  if (name.prefix !== here.name.prefix || name.given !== here.name.given) fields.push('name');
  else if (name.family !== here.name.family) fields.push('name');

  const organisation = said.organisation || here.organisation;
  const jobTitle = said.jobTitle || here.jobTitle;
  const collectedOn = here.collectedOn ?? said.collectedOn;
  if (organisation !== here.organisation) fields.push('organisation');
  if (jobTitle !== here.jobTitle) fields.push('job title');
  if (collectedOn !== here.collectedOn) fields.push('date of joining');

  const standIn = said.emails.some((e) => e.address === said.name.full);
  const otherName = sameName || standIn ? [] : [`Name as given: ${said.name.full}`];
  const known = new Set(here.notes.split('\n'));
  const added = [...said.notes.split('\n'), ...otherName].filter((l) => l && !known.has(l));
  const notes = [here.notes, ...added].filter(Boolean).join('\n');
  if (added.length > 0) fields.push('notes');

  const record = {
    ...here,
    name,
    categories,
    collectedOn,
    organisation,
    jobTitle,
    emails,
    phones,
    addresses,
    terms,
    notes,
  };
  return { record, fields };
}

/** Whether a merged record still fits (the maxima of domain/person.ts). */
export function fits(record: PersonDraft): boolean {
  return (
    record.emails.length <= 20 &&
    record.phones.length <= 20 &&
    record.addresses.length <= 10 &&
    record.terms.length <= 40 &&
    record.notes.length <= 10_000
  );
}

/** The list itself when nothing is added, so that it can be told apart. */
function grown<T>(here: T[], said: readonly T[], keyOf: (item: T) => string): T[] {
  if (said.length === 0) return here;
  const known = new Set(here.map(keyOf));
  const added = said.filter((item) => {
    const key = keyOf(item);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return added.length === 0 ? here : [...here, ...added];
}

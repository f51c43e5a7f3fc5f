import type { PersonDraft, PostalAddress } from '../domain/person.ts';
import { nameWords } from './names.ts';

/** Why two records are one person. A name alone is never enough. */
export const REASONS = {
  email: 'The e-mail address is the same.',
  'name-phone': 'The name and the phone number are the same.',
  'name-address': 'The name and the postal address are the same.',
} as const;
export type Reason = keyof typeof REASONS;

type Contact = Pick<PersonDraft, 'name' | 'emails' | 'phones' | 'addresses'>;

/** The keys under which a person is found again, the surest reason first. */
export function keysOf(person: Contact): { reason: Reason; key: string }[] {
  const name = nameWords(person.name.full).join(' ');
  const keys: { reason: Reason; key: string }[] = person.emails.flatMap(({ address }) => [
    // With the name first, so that each of several people who share an address is found again.
    { reason: 'email', key: `email ${emailKey(address)} ${name}` },
    { reason: 'email', key: `email ${emailKey(address)}` },
  ]);
  if (name === '') return keys;
  for (const { number } of person.phones) {
    const digits = phoneKey(number);
    if (digits !== '') keys.push({ reason: 'name-phone', key: `phone ${digits} ${name}` });
  }
  for (const address of person.addresses) {
    const place = addressKey(address);
    if (place !== '') keys.push({ reason: 'name-address', key: `address ${place} ${name}` });
  }
  return keys;
}

/** Cheap marks that two records of one person have in common: most others can be passed over by them. */
export function marksOf(person: Contact): string[] {
  return [
    ...person.emails.map(({ address }) => emailKey(address)),
    ...person.phones.map(({ number }) => phoneKey(number)),
    ...person.addresses.map(({ lines }) => squeezed(lines.join(''))),
  ].filter(Boolean);
}

/** Compared without case: no mail service in use tells letters of another case apart. */
export function emailKey(address: string): string {
  return address.toLowerCase();
}

/** The last nine digits, so that `+44 7700 900123` and `07700 900123` are one number; '' for too few to tell. */
export function phoneKey(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length < 6 ? '' : digits.slice(-9);
}

/** Street, town and postcode without case, spaces and punctuation; '' without a street. */
export function addressKey(address: PostalAddress): string {
  const street = squeezed(address.lines.join(''));
  return street === '' ? '' : street + squeezed(address.city) + squeezed(address.postcode);
}

/** Whether two names have a word in common, or one of the records has no name of its own. */
export function namesAgree(a: Contact, b: Contact): boolean {
  if (isStandIn(a) || isStandIn(b)) return true;
  const words = new Set(nameWords(a.name.full));
  return nameWords(b.name.full).some((word) => words.has(word));
}

/** An e-mail address that stands in for a name that was missing. */
function isStandIn(person: Contact): boolean {
  return person.emails.some(({ address }) => address === person.name.full);
}

function squeezed(text: string): string {
  // Most addresses are plain ASCII and need no normalisation.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

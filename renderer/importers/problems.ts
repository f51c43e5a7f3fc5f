import { ERRORS } from '../domain/errors.ts';
import { type PersonDraft, checkPerson } from '../domain/person.ts';

/** What may be wrong with a row of a foreign file, each with one plain sentence. They hold no record content. */
export const PROBLEMS = {
  'card-damaged': 'This card is damaged and cannot be read.',
  'cqi-route': ERRORS['person/cqi-route'],
  'cqi-contact': ERRORS['person/cqi-contact'],
  'linkedin-profile': ERRORS['person/linkedin-profile'],
  'date-future': 'This date lies in the future. It was taken as it is.',
  'date-none': 'There is no such date. It is kept in the notes as it was written.',
  'email-missing': 'There is no e-mail address.',
  'email-none': 'This is not an e-mail address. It is kept in the notes as it was written.',
  'email-shared': 'Somebody with another name has the same e-mail address. They stay two people.',
  'email-twice': 'More than one person has this e-mail address, so it is not clear who is meant.',
  'email-unknown': 'Nobody here has this e-mail address. Add the person first, then import again.',
  'empty-row': 'The row is empty.',
  'mark-unknown': 'This mark is not in the key. It was taken as absent.',
  'name-missing': 'There is no name. The organisation or e-mail address stands in for it.',
  'no-name': 'There is neither a name, an organisation nor an e-mail address.',
  'person-twice': 'An earlier row marks the same person. This row is left out.',
  'phone-none': 'This is not a phone number. It is kept in the notes as it was written.',
  'phone-two': 'There are two or more phone numbers in one cell. They were taken apart.',
  'photo-left-out': 'The photo is left out: it is not needed (policy: MINIMISE).',
  restricted: ERRORS['rights/restricted'],
  'role-undated': 'The post has no date to start from. It is kept in the notes as it was written.',
  'role-unknown': 'This is not a post of the group. It is kept as the job title.',
  'term-backwards': 'The term ends before it starts. The end is kept in the notes.',
  'too-long': 'There is more text here than one record can hold.',
  'too-many': 'There are more entries here than one record can hold.',
  'total-row': 'This is a row of totals, not a person.',
} as const satisfies Record<string, string>;

type ProblemCode = keyof typeof PROBLEMS;

/** `cannot` stops the row; `noticed` is told and the row comes in. `field` is in words, for the preview. */
export interface Problem {
  readonly code: ProblemCode;
  readonly field: string;
  readonly severity: 'cannot' | 'noticed';
}

/** A problem that stops its row. */
export function cannot(code: ProblemCode, field: string): Problem {
  return { code, field, severity: 'cannot' };
}

/** A problem that is told, and stops nothing. */
export function noticed(code: ProblemCode, field: string): Problem {
  return { code, field, severity: 'noticed' };
}

/** Why the rules of a person stop a row; null: they do not. A term that ends before it starts was mended before. */
export function refusedFor(draft: PersonDraft): Problem | null {
  const checked = checkPerson(draft);
  if (checked.ok) return null;
  switch (checked.error.code) {
    case 'person/linkedin-profile':
      return cannot('linkedin-profile', 'Notes');
    case 'person/cqi-contact':
      return cannot('cqi-contact', 'Categories');
    default:
      return cannot('cqi-route', 'Route');
  }
}

import { ERRORS, type Failure } from './errors.ts';

/** What a field is called on the screen, by a part of its path in the record. */
const FIELDS: Readonly<Record<string, string>> = {
  actions: 'An action',
  address: 'An e-mail address',
  addresses: 'An address',
  attendance: 'The attendance',
  attendees: 'The attendance',
  categories: 'The choice of categories',
  chair: 'The chair',
  collectedOn: 'The day of collection',
  country: 'The country',
  date: 'The date',
  decision: 'A decision',
  discussion: 'The text of an item',
  due: 'A due day',
  expires: 'The day of expiry',
  full: 'The name',
  given: 'The given name',
  family: 'The family name',
  groupName: 'The name of the group',
  items: 'An item of the agenda',
  jobTitle: 'The job title',
  name: 'The name',
  notes: 'The notes',
  number: 'A phone number',
  organisation: 'The organisation',
  place: 'The place',
  prefix: 'The title',
  purpose: 'The purpose',
  quorum: 'The quorum',
  safeguard: 'The safeguard',
  time: 'The time',
  title: 'The title',
  until: 'The last day',
  what: 'An action',
};

/** The sentence of a failure, completed by what is known of it: the field, or the group that was misread. */
export function sentenceOf({ code, detail }: Failure): string {
  if (code === 'record/invalid') {
    const path = String(detail?.['field'] ?? '').split('.');
    const field = path.reverse().find((part) => Object.hasOwn(FIELDS, part));
    if (field) return `${FIELDS[field]} cannot be kept as it is. Nothing was saved.`;
  }
  if (code === 'vault/recovery-misread' && detail?.['group']) {
    return `Group ${detail['group']} was misread: its check letters do not fit. Look at it on the printed sheet again.`;
  }
  if (code === 'recovery/share-misread' && detail?.['group']) {
    return `Group ${detail['group']} of the recovery share was misread: its check letters do not fit. Look at it on the printed share again.`;
  }
  return ERRORS[code];
}

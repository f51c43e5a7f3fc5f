import { ERRORS, type Failure } from './errors.ts';

/** What a field is called on the screen, by a part of its path in the record. */
const FIELDS: Readonly<Record<string, string>> = {
  actions: 'An action',
  amendments: 'An amendment',
  address: 'An e-mail address',
  addresses: 'An address',
  attendance: 'The attendance',
  attendees: 'The attendance',
  categories: 'The choice of categories',
  chair: 'The chair',
  collectedOn: 'The day of collection',
  country: 'The country',
  date: 'The date',
  day: 'The day',
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
  note: 'A remark beside a name',
  notes: 'The notes',
  number: 'A phone number',
  outcome: 'What became of a matter',
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
  if (code === 'publishing/consents-missing' && detail) {
    return `${shareOf(detail)} no consent in force for this, so it may not be published (policy: CONSENT). Nothing was saved; ask first.`;
  }
  if (code === 'mailing/consents-missing' && detail) {
    return `${shareOf(detail)} no consent in force, so it may not be sent to them (policy: CONSENT-PROSPECTS). Nothing was saved; ask first, or take them out.`;
  }
  if (code === 'vault/store-damaged') {
    return `${damageIn({ code, detail: detail ?? {} })} Nothing was changed; the vault stays closed so that nothing is written over it.`;
  }
  return ERRORS[code];
}

/** `2 of 3 people have`. */
function shareOf({ missing = 0, of = 0 }: NonNullable<Failure['detail']>): string {
  return `${missing} of ${of} ${of === 1 ? 'person' : 'people'} ${missing === 1 ? 'has' : 'have'}`;
}

/** What is wrong with a store, in a sentence: which part of it is not what it was. */
export function damageIn({ code, detail }: Failure): string {
  if (code === 'vault/store-rolled-back')
    return 'The store is older than the key file says it should be.';
  const at = detail?.['sequence'];
  switch (detail?.['what']) {
    case 'page':
      return 'A page of the store is damaged, or is not the one that belongs there.';
    case 'commit':
      return `Change ${at} of the store is damaged, or does not follow the one before it.`;
    case 'root':
      return 'The list of what the store holds is damaged, or was not written by you.';
    case 'trail':
      return at === undefined
        ? 'The trail does not end where the store does.'
        : `Entry ${at} of the trail is damaged, or does not follow the one before it.`;
    default:
      return 'The database of the store is damaged and cannot be read.';
  }
}

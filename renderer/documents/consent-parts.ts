/** What consent forms, records and receipts say alike (fields after ISO/IEC TS 27560; clauses CONSENT, TRANSPARENCY). */
import { type Consent, type ConsentWording, METHODS } from '../domain/consent.ts';
import { formatDay, formatInstant } from '../domain/dates.ts';
import { CONTROLLER } from '../domain/notice.ts';
import { BASIS_WORDS, type Purpose, type PurposeId, retentionInWords } from '../domain/purposes.ts';
import type { Group } from '../domain/sharing.ts';
import { plainBlocks } from './rich-blocks.ts';
import { list, section } from './sections.ts';
import { type Block, type Field, type Inline, type SignatureLine, words } from './tree.ts';

type Words = Omit<ConsentWording, 'purpose'>;

/** The place to sign: a choice between yes and no, and who signs. @param name null: to be written by hand */
export function signingPart(name: Inline | null, purpose: PurposeId): Block {
  const about = ABOUT[purpose];
  return section('Your consent', [
    list('boxes', [
      'Yes, I agree to the wording above. I have read how my data will be used.',
      'No, I do not agree.',
    ]),
    {
      type: 'signature',
      rows: [
        ...(about ? [about.map((label): SignatureLine => ({ label, value: null }))] : []),
        [
          { label: 'Name', value: name },
          { label: 'E-mail', value: null },
        ],
        [
          { label: 'Signature', value: null },
          { label: 'Date', value: null },
          { label: 'Receipt number', value: null },
        ],
      ],
    },
  ]);
}

/** What the consent is about, where the wording leaves that open. */
const ABOUT: Partial<Readonly<Record<PurposeId, readonly string[]>>> = {
  photographs: ['Event', 'Day of the event'],
  publications: ['Title of the document', 'Photograph in it: yes or no'],
};

/** A receipt for each state of a record: the number of its events follows the record's own id. */
export function receiptOf({ id, given, withdrawn }: Consent): string {
  return `${id}-${Number(given !== null) + Number(withdrawn !== null)}`;
}

/** Each event with its day and its method, and the time at which it was recorded. */
export function eventFields(consent: Consent, { timeZone }: Group): Field[] {
  const event = (value: Consent['given'], none: string) =>
    value
      ? `${formatDay(value.on)}. ${METHODS[value.how]}; recorded ${formatInstant(value.recordedAt, timeZone)}`
      : none;
  return [
    { term: 'Given', value: [words(event(consent.given, 'Not yet'))] },
    { term: 'Withdrawn', value: [words(event(consent.withdrawn, 'No'))] },
    ...(consent.expires
      ? [{ term: 'Expires', value: [words(`End of ${formatDay(consent.expires)}`)] }]
      : []),
    { term: 'Receipt number', value: [words(receiptOf(consent))] },
    { term: 'Record number', value: [words(consent.id)] },
    { term: 'Person’s number', value: [words(consent.person)] },
  ];
}

const languages = new Intl.DisplayNames('en-GB', { type: 'language' });

/** `British English (en-GB)`; a tag that is none as it is. */
function languageIn(tag: string): string {
  try {
    return `${languages.of(tag)} (${tag})`;
  } catch {
    return tag;
  }
}

/** The words that are agreed to. */
export function wordingBlock(wording: Words): Block {
  return {
    type: 'marked',
    mark: 'wording',
    label: `Wording, version ${wording.version}`,
    blocks: plainBlocks(wording.text),
  };
}

/** What the person must be told, after ISO/IEC TS 27560. @param language BCP 47 tag */
export function noticeFields(
  wording: Words,
  purpose: Purpose,
  noticeVersion: string,
  language: string,
): Field[] {
  return [
    { term: 'Controller', value: [words(`${CONTROLLER.name}, ${CONTROLLER.contact}`)] },
    { term: 'Purpose', value: [words(`${purpose.name}. ${purpose.why}`)] },
    { term: 'Lawful basis', value: [words(BASIS_WORDS.consent)] },
    { term: 'Data', value: [[{ text: wording.dataTypes.join('; '), isolate: true }]] },
    {
      term: 'Storage',
      value: [words('Encrypted, on the computers of IMSIG officers, and in their backups')],
    },
    { term: 'Jurisdiction', value: [words('United Kingdom (UK GDPR, Data Protection Act 2018)')] },
    {
      term: 'Recipients',
      value: [
        words(
          'Within IMSIG and the CQI as needed, and as the wording says; no third party without your consent unless the law requires it',
        ),
      ],
    },
    { term: 'Retention', value: [words(retentionInWords(purpose))] },
    { term: 'How to withdraw', value: [words(wording.withdrawal)] },
    { term: 'Your rights', value: [words(CONTROLLER.rights)] },
    {
      term: 'Privacy notice',
      value: [words(`${CONTROLLER.notice}, version ${noticeVersion}, in ${languageIn(language)}`)],
    },
  ];
}

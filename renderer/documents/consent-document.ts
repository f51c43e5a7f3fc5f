import {
  CONSENT_STATES,
  type Consent,
  type ConsentWording,
  METHODS,
  consentState,
} from '../domain/consent.ts';
import { type PlainDate, formatDay, formatInstant } from '../domain/dates.ts';
import { CONTROLLER, NOTICE_VERSION } from '../domain/notice.ts';
import { BASIS_WORDS, type Purpose, retentionInWords } from '../domain/purposes.ts';
import type { Person } from '../domain/person.ts';
import type { Group } from '../domain/sharing.ts';
import { nameOf } from './people-words.ts';
import { plainBlocks } from './rich-blocks.ts';
import { type Block, type DocumentTree, type Field, type Inline, words } from './tree.ts';

type Words = Omit<ConsentWording, 'purpose'>;

interface FormSources {
  readonly wording: ConsentWording;
  /** What it is asked for, as it is in this vault. */
  readonly purpose: Purpose;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

/** A consent form to be filled in by hand (fields after ISO/IEC TS 27560; clauses CONSENT, TRANSPARENCY). */
export function consentFormDocument({ wording, purpose, group, day }: FormSources): DocumentTree {
  return {
    language: 'en-GB',
    title: `Consent: ${wording.title}`,
    subtitle: 'Consent form',
    issuer: group.name,
    status: '',
    fileName: `consent-form-${wording.id}`,
    made: day,
    contacts: null,
    blocks: [
      {
        type: 'notice',
        tone: 'plain',
        content: words(
          'Please read both parts. Giving your consent is up to you: nothing else depends on it, and you may withdraw it whenever you wish.',
        ),
      },
      wordingBlock(wording),
      {
        type: 'fields',
        small: true,
        rows: noticeFields(wording, purpose, NOTICE_VERSION, 'en-GB'),
      },
      {
        type: 'section',
        number: null,
        title: words('Your consent'),
        blocks: [
          {
            type: 'paragraph',
            content: words(
              'By signing I agree to the wording above. I have read how my data will be used.',
            ),
          },
          {
            type: 'signature',
            rows: [
              [
                { label: 'Name', value: null },
                { label: 'E-mail', value: null },
              ],
              [
                { label: 'Signature', value: null },
                { label: 'Date', value: null },
              ],
              [
                { label: 'Received for IMSIG by', value: null },
                { label: 'Receipt number', value: null },
              ],
            ],
          },
        ],
      },
    ],
  };
}

interface ConsentSources {
  readonly consent: Consent;
  /** What it was given for, as it is in this vault. */
  readonly purpose: Purpose;
  /** Whose consent it is. */
  readonly person: Person;
  readonly group: Group;
  /** The day the document is made; the state is that of this day. */
  readonly day: PlainDate;
}

/** The record of a consent, which is also the person's receipt: the exact words, and what happened to it when and how. */
export function consentDocument({
  consent,
  purpose,
  person,
  group,
  day,
}: ConsentSources): DocumentTree {
  const state = consentState(consent, day);
  return {
    language: 'en-GB',
    title: `Consent: ${consent.wording.title}`,
    subtitle: 'Consent record and receipt',
    issuer: group.name,
    status: CONSENT_STATES[state],
    fileName: `consent-${consent.wording.id}-${day}`,
    made: day,
    contacts: null,
    blocks: [
      ...(consent.withdrawn
        ? [
            {
              type: 'notice',
              tone: 'warning',
              content: words(
                `Withdrawn on ${formatDay(consent.withdrawn.on)}. The data may no longer be used for this purpose.`,
              ),
            } as const,
          ]
        : []),
      { type: 'fields', rows: events(consent, person, group) },
      wordingBlock(consent.wording),
      {
        type: 'fields',
        small: true,
        rows: noticeFields(
          consent.wording,
          purpose,
          person.noticeVersion ?? 'not recorded',
          consent.language,
        ),
      },
      {
        type: 'section',
        number: null,
        title: words('Signatures'),
        blocks: [
          {
            type: 'signature',
            rows: [
              [
                { label: 'Signature', value: null },
                { label: 'Name', value: [nameOf(person)] },
                { label: 'Date', value: null },
              ],
              [
                { label: 'For IMSIG', value: null },
                { label: 'Name and post', value: null },
                { label: 'Date', value: null },
              ],
            ],
          },
        ],
      },
    ],
  };
}

/** A receipt for each state of a record: the number of its events follows the record's own id. */
function receiptOf({ id, given, withdrawn }: Consent): string {
  return `${id}-${Number(given !== null) + Number(withdrawn !== null)}`;
}

/** Each event with its day and its method, and the time at which it was recorded. */
function events(consent: Consent, person: Person, { timeZone }: Group): Field[] {
  const event = (value: Consent['given'], none: string) =>
    value
      ? `${formatDay(value.on)}. ${METHODS[value.how]}; recorded ${formatInstant(value.recordedAt, timeZone)}`
      : none;
  const email = person.emails[0];
  const who: Inline[] = [[{ ...nameOf(person), bold: true }]];
  if (email) who.push([{ text: email.address, isolate: true }]);
  return [
    { term: 'Given by', value: who },
    { term: 'Given', value: [words(event(consent.given, 'Not yet'))] },
    { term: 'Withdrawn', value: [words(event(consent.withdrawn, 'No'))] },
    ...(consent.expires
      ? [{ term: 'Expires', value: [words(`End of ${formatDay(consent.expires)}`)] }]
      : []),
    { term: 'Receipt number', value: [words(receiptOf(consent))] },
    { term: 'Record', value: [words(consent.id)] },
    { term: 'Person', value: [words(consent.person)] },
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

function wordingBlock(wording: Words): Block {
  return {
    type: 'marked',
    mark: 'wording',
    label: `Wording, version ${wording.version}`,
    blocks: plainBlocks(wording.text),
  };
}

function noticeFields(
  wording: Words,
  purpose: Purpose,
  noticeVersion: string,
  language: string,
): Field[] {
  return [
    { term: 'Controller', value: [words(CONTROLLER.name), words(CONTROLLER.contact)] },
    { term: 'Purpose', value: [words(`${purpose.name}. ${purpose.why}`)] },
    { term: 'Lawful basis', value: [words(BASIS_WORDS.consent)] },
    { term: 'Data', value: wording.dataTypes.map((type) => words(type)) },
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
      value: [words(`${CONTROLLER.notice}, version ${noticeVersion}`)],
    },
    { term: 'Language', value: [words(languageIn(language))] },
  ];
}

/** A consent on paper: as long as it is only asked for, a form that wants a signature; then the record of what happened. */
import { CONSENT_STATES, type Consent, consentState } from '../domain/consent.ts';
import { type PlainDate, formatDay } from '../domain/dates.ts';
import { NOTICE_VERSION } from '../domain/notice.ts';
import type { Person } from '../domain/person.ts';
import type { Purpose } from '../domain/purposes.ts';
import type { Group } from '../domain/sharing.ts';
import { eventFields, noticeFields, signingPart, wordingBlock } from './consent-parts.ts';
import { nameOf } from './people-words.ts';
import { type Block, type DocumentTree, type Inline, words } from './tree.ts';

export interface ConsentSources {
  readonly consent: Consent;
  /** What it was given for, as it is in this vault. */
  readonly purpose: Purpose;
  /** Whose consent it is. */
  readonly person: Person;
  readonly group: Group;
  /** The day the document is made; the state is that of this day. */
  readonly day: PlainDate;
}

/** Who agreed to which exact words, when and how, and how it ends (clause CONSENT). */
export function consentDocument(sources: ConsentSources): DocumentTree {
  const { consent, purpose, person, group, day } = sources;
  const state = consentState(consent, day);
  const isAsked = state === 'asked';
  return {
    language: 'en-GB',
    title: `Consent: ${consent.wording.title}`,
    subtitle: isAsked ? 'Consent form' : 'Consent record',
    issuer: group.name,
    status: CONSENT_STATES[state],
    fileName: `consent-${consent.wording.id}-${day}`,
    made: day,
    contacts: null,
    blocks: [
      ...standing(consent),
      ...(isAsked ? [] : [whatHappened(sources)]),
      wordingBlock(consent.wording),
      {
        type: 'fields',
        small: true,
        rows: noticeFields(
          consent.wording,
          purpose,
          person.noticeVersion ?? (isAsked ? NOTICE_VERSION : 'not recorded'),
          consent.language,
        ),
      },
      ...(isAsked ? [signingPart([nameOf(person)], consent.purpose)] : []),
    ],
  };
}

function standing({ given, withdrawn }: Consent): Block[] {
  if (withdrawn) {
    const text = `Withdrawn on ${formatDay(withdrawn.on)}. The data may no longer be used for this purpose.`;
    return [{ type: 'notice', tone: 'warning', content: words(text) }];
  }
  if (given) return [];
  const text = 'It is up to you: nothing else depends on it, and you may withdraw it at any time.';
  return [{ type: 'notice', tone: 'plain', content: words(text) }];
}

function whatHappened({ consent, person, group }: ConsentSources): Block {
  const rows = [{ term: 'Given by', value: whoseOf(person) }, ...eventFields(consent, group)];
  return { type: 'fields', rows };
}

function whoseOf(person: Person): Inline[] {
  const email = person.emails[0];
  return [
    [{ ...nameOf(person), bold: true }],
    ...(email ? [[{ text: email.address, isolate: true }]] : []),
  ];
}

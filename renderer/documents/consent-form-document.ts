/** A consent form to be filled in by hand (fields after ISO/IEC TS 27560; clauses CONSENT, TRANSPARENCY). */
import type { ConsentWording } from '../domain/consent.ts';
import type { PlainDate } from '../domain/dates.ts';
import { NOTICE_VERSION } from '../domain/notice.ts';
import type { Purpose } from '../domain/purposes.ts';
import type { Group } from '../domain/sharing.ts';
import { noticeFields, signingPart, wordingBlock } from './consent-parts.ts';
import { type DocumentTree, words } from './tree.ts';

interface FormSources {
  readonly wording: ConsentWording;
  /** What it is asked for, as it is in this vault. */
  readonly purpose: Purpose;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

/** One for each wording, with nobody's name on it. */
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
          'It is up to you: nothing else depends on it, and you may withdraw it at any time.',
        ),
      },
      wordingBlock(wording),
      {
        type: 'fields',
        small: true,
        rows: noticeFields(wording, purpose, NOTICE_VERSION, 'en-GB'),
      },
      signingPart(null, wording.purpose),
    ],
  };
}

/** What a person is given after a consent: what they agreed to, when and how, and how they end it (clause CONSENT). */
import { METHODS } from '../domain/consent.ts';
import { formatDay } from '../domain/dates.ts';
import type { ConsentSources } from './consent-document.ts';
import { eventFields, noticeFields, receiptOf, wordingBlock } from './consent-parts.ts';
import { letterDocument, paragraph } from './letter.ts';
import { section } from './sections.ts';
import type { Block, DocumentTree } from './tree.ts';

/** A letter, and the whole record with it; for one that was withdrawn, the confirmation that it ended. */
export function consentReceipt({
  consent,
  purpose,
  person,
  group,
  day,
}: ConsentSources): DocumentTree {
  const { wording, withdrawn } = consent;
  const letter = letterDocument({
    title: withdrawn ? 'Your consent has ended' : 'Your consent: a receipt',
    fileName: 'consent-receipt',
    reference: receiptOf(consent),
    to: person,
    group,
    day,
    blocks: [...saying(consent), wordingBlock(wording)],
  });
  const notice = person.noticeVersion ?? 'not recorded';
  return {
    ...letter,
    blocks: [
      ...letter.blocks,
      section('The record of your consent', [
        { type: 'fields', small: true, rows: eventFields(consent, group) },
        {
          type: 'fields',
          small: true,
          rows: noticeFields(wording, purpose, notice, consent.language),
        },
      ]),
    ],
  };
}

function saying({ wording, given, withdrawn }: ConsentSources['consent']): Block[] {
  if (withdrawn)
    return [
      paragraph(
        `On ${formatDay(withdrawn.on)} you withdrew your consent (${METHODS[withdrawn.how].toLowerCase()}). It ended at once: we no longer use your data for this, and take down or erase what rested on it. What we did before stays lawful. We keep this record as proof of what was agreed and when it ended.`,
      ),
      paragraph('These are the words that you had agreed to:'),
    ];
  const on = given ? ` on ${formatDay(given.on)} (${METHODS[given.how].toLowerCase()})` : '';
  return [
    paragraph(
      `Thank you for your consent, which you gave${on}. This is your receipt; please keep it.`,
    ),
    paragraph(wording.withdrawal),
    paragraph('These are the words that you agreed to:'),
  ];
}

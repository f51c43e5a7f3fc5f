/** A letter of the group: to whom, what it says, and who signs it. */
import type { PlainDate } from '../domain/dates.ts';
import { CONTROLLER, ICO } from '../domain/notice.ts';
import type { Person } from '../domain/person.ts';
import { POSTS } from '../domain/posts.ts';
import type { Group } from '../domain/sharing.ts';
import { addressLines, hanOf, nameOf } from './people-words.ts';
import { type Block, type DocumentTree, type Inline, type Run, words } from './tree.ts';

/** Somebody of the register, or only a name. */
export type Addressee = Person | { readonly name: string };

interface Letter {
  /** Names nobody: it is the title of the PDF too. */
  readonly title: string;
  readonly fileName: string;
  /** The id of the record that it is about. */
  readonly reference: string;
  readonly to: Addressee;
  readonly blocks: readonly Block[];
  readonly group: Group;
  /** The day it is written. */
  readonly day: PlainDate;
}

/** A letter as it is laid out in Britain: sender, addressee, date, reference, greeting, subject, text, signature. */
export function letterDocument({
  title,
  fileName,
  reference,
  to,
  blocks,
  group,
  day,
}: Letter): DocumentTree {
  const name = calledOf(to);
  return {
    language: 'en-GB',
    title,
    subtitle: '',
    issuer: group.name,
    status: '',
    fileName: `${fileName}-${day}`,
    made: day,
    contacts: null,
    letter: {
      from: [words(CONTROLLER.contact)],
      to: [[name], ...addressOf(to)],
      reference,
      greeting: [{ text: 'Dear ' }, name, { text: ',' }],
    },
    blocks: [
      ...blocks,
      paragraph('Yours sincerely,'),
      {
        type: 'signature',
        rows: [
          [
            { label: 'Signature', value: null },
            {
              label: `${POSTS[group.owner.post]}, for ${CONTROLLER.name}`,
              value: [{ text: group.owner.name, isolate: true }],
            },
          ],
        ],
      },
    ],
  };
}

/** Plain words as a paragraph. */
export function paragraph(text: string, quiet = false): Block {
  return { type: 'paragraph', content: words(text), quiet };
}

/** A text as it was written, kept apart from what stands around it; empty: nothing. */
export function quoted(text: string): Block[] {
  return text.trim() === ''
    ? []
    : [{ type: 'paragraph', content: [{ text: withoutGaps(text), isolate: true }] }];
}

/** One empty line parts paragraphs, however many were typed. */
function withoutGaps(text: string): string {
  return text.trim().replaceAll(/\n\s*\n/g, '\n\n');
}

function calledOf(to: Addressee): Run {
  return 'addresses' in to ? nameOf(to) : { text: to.name, isolate: true };
}

function addressOf(to: Addressee): readonly Inline[] {
  if (!('addresses' in to)) return [];
  const [address] = to.addresses;
  const email = to.emails[0]?.address;
  if (address) return addressLines(address, hanOf(to));
  return email === undefined ? [] : [[{ text: email, isolate: true, isAddress: true }]];
}

/** Where somebody goes on to who is not satisfied with an answer: in one piece, so that no page parts it. */
export const TO_THE_ICO = `the ${ICO.name}, ${ICO.address.join(', ')} (${ICO.site})`;

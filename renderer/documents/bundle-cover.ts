/** The sheet that goes with a sealed bundle: what it is, how to open it, and what its recipient takes on (clause TRANSFER). */
import { capital } from '../domain/capital.ts';
import { type PlainDate, dayOf, formatDay } from '../domain/dates.ts';
import { CONTROLLER } from '../domain/notice.ts';
import { POSTS } from '../domain/posts.ts';
import { KINDS, registerOf } from '../domain/registers/table.ts';
import type { Group, Transfer } from '../domain/sharing.ts';
import { addressed, bundleFields, countryIn } from './bundle-parts.ts';
import { list, section } from './sections.ts';
import { type DocumentTree, type Field, type Inline, words } from './tree.ts';

interface Sources {
  readonly transfer: Transfer;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

/** It travels unsealed: counts by kind, posts and countries, and nobody's name. */
export function bundleCover({ transfer, group, day }: Sources): DocumentTree {
  const { bundle, recipientPost, countries, contents, expires, sealedAt, use } = transfer;
  const sealedOn = dayOf(sealedAt, group.timeZone);
  return {
    language: 'en-GB',
    title: 'Cover of a sealed bundle',
    subtitle: `For the ${addressed(recipientPost, countries)}`,
    issuer: group.name,
    status: '',
    fileName: `bundle-cover-${sealedOn}`,
    made: day,
    contacts: null,
    blocks: [
      {
        type: 'fields',
        rows: [
          ...bundleFields({ bundle, sealedOn, expires, purpose: use ?? null }),
          ...senderFields(transfer),
        ],
      },
      {
        type: 'table',
        caption: 'What is in it',
        rowHeader: 0,
        columns: [
          { heading: 'Kind of record', width: 'rest' },
          { heading: 'Number', width: 'narrow', align: 'end' },
        ],
        groups: [{ heading: null, rows: contents.map(contentRow) }],
      },
      section('How to open it', [list('numbers', opening(transfer))]),
      section('What you take on', [
        list('bullets', [
          'Use it for this purpose only. The CQI IMSIG Privacy Policy applies wherever you are.',
          'Keep it where nobody else can read it. Pass it on to nobody, not even in part; minutes are for members of the committee only.',
          `Erase it, with every copy and print, when the purpose is met, and by ${formatDay(expires)} at the latest.`,
          `If it is lost, or somebody else sees it, tell the Group Secretary at once: ${CONTROLLER.contact}. A breach has to be reported within 72 hours.`,
          'Whoever asks you about their own data is referred to the Group Secretary.',
          'Send the acknowledgement back when you have opened it.',
        ]),
      ]),
    ],
  };
}

/** The words by which its sender is known, where the register has them. */
function senderFields({ sender }: Transfer): Field[] {
  if (!sender) return [];
  return [
    { term: 'From', value: [words(`${POSTS[sender.post]}, ${countryIn(sender.country)}`)] },
    { term: 'Words of the sender’s card', value: [[{ text: sender.words.join(' '), bold: true }]] },
  ];
}

function contentRow({ kind, count }: Transfer['contents'][number]): Inline[] {
  const known = KINDS.find((one) => one === kind);
  const name = known ? registerOf(known)[count === 1 ? 'one' : 'many'] : kind;
  return [words(capital(name)), words(String(count))];
}

function opening({ method, sender }: Transfer): string[] {
  const compare = sender
    ? 'Ring the sender on a number that you know, and have the words above read out: they must all agree.'
    : 'Ring the sender on a number that you know, and have the words of their card read out: they must all agree.';
  return [
    compare,
    method === 'passphrase'
      ? 'In Muniment, choose “Open a bundle”, then the file, and type the passphrase that the sender tells you by phone.'
      : 'In Muniment, under Sharing, open the file: it was sealed for your card.',
    'Without Muniment: the free program age 1.3 or newer opens it (age -d), and unzip unpacks it. The file CONFIDENTIAL.txt inside says more.',
  ];
}

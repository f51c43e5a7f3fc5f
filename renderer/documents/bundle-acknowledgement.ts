/** The form that a recipient sends back: that a bundle came, and that they keep to its terms (clause TRANSFER). */
import { type PlainDate, formatDay } from '../domain/dates.ts';
import { CONTROLLER } from '../domain/notice.ts';
import type { Post } from '../domain/posts.ts';
import type { Group } from '../domain/sharing.ts';
import { type BundleFacts, addressed, bundleFields } from './bundle-parts.ts';
import { list, section } from './sections.ts';
import { type DocumentTree, words } from './tree.ts';

interface Sources extends BundleFacts {
  /** For whom it was sealed; null where only the recipient knows. */
  readonly recipient: { readonly post: Post; readonly countries: readonly string[] } | null;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

export function bundleAcknowledgement(sources: Sources): DocumentTree {
  const { recipient, group, day, sealedOn, expires } = sources;
  return {
    language: 'en-GB',
    title: 'Acknowledgement of a bundle',
    subtitle: 'To be signed by the recipient and sent back',
    issuer: group.name,
    status: '',
    fileName: `bundle-acknowledgement-${sealedOn}`,
    made: day,
    contacts: null,
    blocks: [
      {
        type: 'fields',
        rows: [
          { term: 'Send it to', value: [words(`Group Secretary, ${CONTROLLER.contact}`)] },
          ...(recipient
            ? [{ term: 'For', value: [words(addressed(recipient.post, recipient.countries))] }]
            : []),
          ...bundleFields(sources),
        ],
      },
      section('I acknowledge', [
        list('boxes', [
          'The bundle came, and I could open it.',
          'I compared the words of the sender’s card with the sender by phone, and they agreed.',
          'I have read the terms: I use it for its purpose only, keep it from everybody else, and tell the Group Secretary at once if it is lost or seen by others.',
          `I erase it, with every copy and print, when the purpose is met, and by ${formatDay(expires)} at the latest.`,
        ]),
        {
          type: 'signature',
          rows: [
            [
              { label: 'Received on', value: null },
              { label: 'Opened on', value: null },
            ],
            [
              { label: 'Name', value: null },
              { label: 'Post and country', value: null },
            ],
            [
              { label: 'Signature', value: null },
              { label: 'Date', value: null },
            ],
          ],
        },
      ]),
    ],
  };
}

import { capital } from '../domain/capital.ts';
import { type PlainDate, formatDay, plusMonths } from '../domain/dates.ts';
import type { Kind } from '../domain/kinds.ts';
import { POSTS } from '../domain/posts.ts';
import { PURPOSE_IDS, type Purpose, type PurposeId, retentionInWords } from '../domain/purposes.ts';
import { KINDS, registerOf } from '../domain/registers/table.ts';
import { REVIEW_REASONS, type Review, type ReviewDecision } from '../domain/review.ts';
import type { Group } from '../domain/sharing.ts';
import { section } from './sections.ts';
import { type Block, type DocumentTree, type Inline, type RowGroup, words } from './tree.ts';

interface ReviewSources {
  readonly review: Review;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
  /** A purpose as it is in this vault. */
  purpose(id: PurposeId): Purpose;
}

/**
 * The report of a review (clause REVIEW): by purpose and kind how many records were kept, erased and asked about, and
 * why, for the Chair to sign. It names nobody.
 */
export function reviewDocument({ review, group, day, purpose }: ReviewSources): DocumentTree {
  const { scope, begun, finished, decisions } = review;
  const title = scope === 'all' ? 'Annual review' : 'Review of what is due';
  const posts = [...new Set(decisions.map(({ by }) => POSTS[by]))].join(', ');
  return {
    language: 'en-GB',
    title,
    subtitle: finished === null ? 'Not finished' : `Finished on ${formatDay(finished)}`,
    issuer: group.name,
    status: finished === null ? 'DRAFT' : 'Finished',
    fileName: `review-${finished ?? day}`,
    made: day,
    contacts: null,
    blocks: [
      {
        type: 'fields',
        rows: [
          { term: 'Asked', value: [words('Is the group still entitled to hold it?')] },
          { term: 'Begun', value: [words(formatDay(begun))] },
          ...(finished === null ? [] : [{ term: 'Finished', value: [words(formatDay(finished))] }]),
          ...(posts === '' ? [] : [{ term: 'Decided by', value: [words(posts)] }]),
          ...(finished !== null && scope === 'all'
            ? [{ term: 'Next review', value: [words(`By ${formatDay(plusMonths(finished, 12))}`)] }]
            : []),
        ],
      },
      ...decided(review, purpose),
      section('Signed by the Chair, who is responsible', [
        {
          type: 'signature',
          rows: [
            [
              { label: 'Signature of the Chair', value: null },
              { label: 'Name', value: null },
              { label: 'Date', value: null },
            ],
          ],
        },
      ]),
    ],
  };
}

function decided(review: Review, purpose: ReviewSources['purpose']): Block[] {
  if (review.decisions.length === 0)
    return [{ type: 'paragraph', content: words('Nothing has been decided yet.') }];
  return [
    section('Decisions by purpose and kind of record', [
      {
        type: 'table',
        caption: '',
        rowHeader: 0,
        columns: [
          { heading: 'Records', width: 'rest' },
          { heading: 'Kept', width: 'narrow', align: 'end' },
          { heading: 'Erased', width: 'narrow', align: 'end' },
          { heading: 'Asked', width: 'narrow', align: 'end' },
        ],
        groups: PURPOSE_IDS.flatMap((id) => purposeRows(id, purpose(id), review)),
      },
    ]),
    section('Reasons given', [{ type: 'list', ordered: false, items: reasons(review) }]),
  ];
}

function purposeRows(id: PurposeId, rule: Purpose, { decisions }: Review): RowGroup[] {
  const own = decisions.filter((one) => one.purpose === id);
  if (own.length === 0) return [];
  const count = (kind: Kind, what: ReviewDecision) =>
    own
      .filter(({ of, decision }) => of === kind && decision === what)
      .reduce((sum, { records }) => sum + records.length, 0);
  const rows = KINDS.filter((kind) => own.some(({ of }) => of === kind)).map((kind): Inline[] => {
    const { many } = registerOf(kind);
    const numbers = (['keep', 'erase', 'ask'] as const).map((what) =>
      words(`${count(kind, what)}`),
    );
    return [words(capital(many)), ...numbers];
  });
  return [{ heading: `${rule.name}. ${retentionInWords(rule)}`, rows }];
}

/** "Still needed for its purpose: 12 records". */
function reasons({ decisions }: Review) {
  const counts = new Map<string, number>();
  for (const { why, records } of decisions)
    counts.set(REVIEW_REASONS[why], (counts.get(REVIEW_REASONS[why]) ?? 0) + records.length);
  return [...counts].map(([why, count]) => [
    {
      type: 'paragraph' as const,
      content: words(`${why}: ${count} ${count === 1 ? 'record' : 'records'}`),
    },
  ]);
}

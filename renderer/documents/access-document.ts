/** The access matrix on paper: what each post is given of each kind of record (clause ACCESS). */
import type { Matrix } from '../domain/access.ts';
import { type PlainDate, formatDay } from '../domain/dates.ts';
import { POSTS, POST_ORDER, type Post } from '../domain/posts.ts';
import { SHARED_KINDS, leftOut } from '../domain/registers/sharing-rules.ts';
import { registerOf } from '../domain/registers/table.ts';
import type { Group } from '../domain/sharing.ts';
import { type Block, type DocumentTree, type Inline, words } from './tree.ts';

interface AccessSources {
  readonly matrix: Matrix;
  /** null: as shipped. */
  readonly from: PlainDate | null;
  /** The resolution that it rests on; null: none, as shipped or as a draft. */
  readonly decision: string | null;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

/** Post by post: the kinds that it is given, and what of them. */
export function accessDocument({
  matrix,
  from,
  decision,
  group,
  day,
}: AccessSources): DocumentTree {
  return {
    language: 'en-GB',
    title: 'Access matrix',
    subtitle: matrix.version === 0 ? 'As shipped' : `Version ${matrix.version}`,
    issuer: group.name,
    status: matrix.version > 0 && decision === null ? 'DRAFT' : '',
    fileName: `access-matrix-${day}`,
    made: day,
    contacts: null,
    blocks: [
      {
        type: 'fields',
        rows: [
          { term: 'In force from', value: [words(from ? formatDay(from) : 'The start')] },
          {
            term: 'Decided by',
            value: [words(decision ?? 'Not decided by the Steering Committee')],
          },
        ],
      },
      ...POST_ORDER.map((post): Block => partOf(post, matrix)),
    ],
  };
}

function partOf(post: Post, matrix: Matrix): Block {
  const given = SHARED_KINDS.filter((kind) => matrix.cell(post, kind).sees !== 'none');
  const row = (kind: (typeof given)[number]): Inline[] => {
    const cell = matrix.cell(post, kind);
    const without = leftOut(kind, cell);
    const { many } = registerOf(kind);
    return [
      words(`${many.charAt(0).toUpperCase()}${many.slice(1)}`),
      words(
        [
          cell.committeeOnly ? 'Of the committee only' : '',
          without.length === 0 ? 'all fields' : `without ${without.join(', ')}`,
        ]
          .filter((part) => part !== '')
          .join('; '),
      ),
    ];
  };
  return {
    type: 'section',
    number: null,
    title: words(POSTS[post]),
    blocks:
      given.length === 0
        ? [{ type: 'paragraph', content: words('Is given no records.') }]
        : [
            {
              type: 'table',
              caption: `What the ${POSTS[post]} is given`,
              rowHeader: 0,
              columns: [
                { heading: 'Kind of record', width: 'medium' },
                { heading: 'What of it', width: 'rest' },
              ],
              groups: [{ heading: null, rows: given.map(row) }],
            },
          ],
  };
}

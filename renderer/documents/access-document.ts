/** The access matrix on paper: what each post is given of each kind of record (clause ACCESS). */
import type { AccessCell } from '../domain/access-version.ts';
import type { Matrix } from '../domain/access.ts';
import { capital } from '../domain/capital.ts';
import { type PlainDate, formatDay } from '../domain/dates.ts';
import type { Kind } from '../domain/kinds.ts';
import { POSTS, POST_ORDER, type Post } from '../domain/posts.ts';
import { SHARED_KINDS, leftOut } from '../domain/registers/sharing-rules.ts';
import { registerOf } from '../domain/registers/table.ts';
import type { Group } from '../domain/sharing.ts';
import { section } from './sections.ts';
import { type Block, type DocumentTree, type Field, words } from './tree.ts';

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
          {
            term: 'In force from',
            value: [words(from ? formatDay(from) : 'The first day of the records')],
          },
          {
            term: 'Decided by',
            value: [words(decision ?? 'Not yet decided by the Steering Committee')],
          },
        ],
      },
      ...POST_ORDER.map((post): Block => partOf(post, matrix)),
    ],
  };
}

/** What a post is given in full, what of the rest, and what not at all. */
function partOf(post: Post, matrix: Matrix): Block {
  const cells = SHARED_KINDS.map((kind) => ({ kind, cell: matrix.cell(post, kind) }));
  const many = (kind: Kind) => registerOf(kind).many;
  const inFull = cells.filter(
    ({ kind, cell }) => cell.sees !== 'none' && limitsOf(kind, cell) === '',
  );
  const inPart = cells.filter(
    ({ kind, cell }) => cell.sees !== 'none' && limitsOf(kind, cell) !== '',
  );
  const nothing = cells.filter(({ cell }) => cell.sees === 'none');
  const listed = (term: string, some: typeof cells): Field[] =>
    some.length === 0
      ? []
      : [{ term, value: [words(`${capital(some.map(({ kind }) => many(kind)).join(', '))}.`)] }];
  return section(POSTS[post], [
    {
      type: 'fields',
      rows: [
        ...listed('In full', inFull),
        ...(inPart.length === 0
          ? []
          : [
              {
                term: 'In part',
                value: inPart.map(({ kind, cell }) =>
                  words(`${capital(many(kind))}: ${limitsOf(kind, cell)}.`),
                ),
              },
            ]),
        ...listed('Nothing of', nothing),
      ],
    },
  ]);
}

/** "of the committee only; without Postal address"; empty: it is given all of each record. */
function limitsOf(kind: Kind, cell: AccessCell): string {
  const without = leftOut(kind, cell);
  return [
    ...(cell.committeeOnly ? ['of the committee only'] : []),
    ...(without.length > 0 ? [`without ${without.join(', ')}`] : []),
  ].join('; ');
}

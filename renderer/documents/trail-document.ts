/** The trail on paper: who did what when, by post, with the kinds and counts of records, never a name (clause AUDIT). */
import { type PlainDate, formatInstant } from '../domain/dates.ts';
import type { Kind } from '../domain/kinds.ts';
import { POSTS, type Post } from '../domain/posts.ts';
import { registerOf } from '../domain/registers/table.ts';
import type { Group } from '../domain/sharing.ts';
import { linkInEights } from '../domain/trail.ts';
import { type Column, type DocumentTree, type Inline, words } from './tree.ts';

/** An entry as it is printed: of its records the kinds, as far as their ids were noted. */
export interface PrintedEntry {
  readonly at: number;
  readonly actor: Post;
  /** In words. */
  readonly did: string;
  readonly count: number;
  readonly kinds: readonly { readonly kind: Kind; readonly count: number }[];
}

interface TrailSources {
  /** Oldest first. */
  readonly entries: readonly PrintedEntry[];
  /** How many more there are than are printed. */
  readonly more: number;
  /** What was found when the chain was checked for this document; null: something is missing or altered. */
  readonly verified: { readonly entries: number; readonly link: string } | null;
  /** When it was checked, milliseconds UTC. */
  readonly at: number;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

const COLUMNS: readonly Column[] = [
  { heading: 'When', width: 'wide' },
  { heading: 'Who', width: 'medium' },
  { heading: 'What', width: 'wide' },
  { heading: 'Records', width: 'rest' },
];

/** The entries in their order under the state of the chain that they are of. */
export function trailDocument(sources: TrailSources): DocumentTree {
  const { entries, more, group, day } = sources;
  const rows = entries.map(({ at, actor, did, count, kinds }): readonly Inline[] => [
    words(formatInstant(at, group.timeZone)),
    words(POSTS[actor]),
    words(did),
    words(recordsInWords(kinds, count)),
  ]);
  return {
    language: 'en-GB',
    title: 'The trail',
    subtitle: `${figure(entries.length)} ${entries.length === 1 ? 'entry' : 'entries'}`,
    issuer: group.name,
    status: '',
    fileName: `trail-${day}`,
    made: day,
    contacts: null,
    blocks: [
      { type: 'notice', tone: sources.verified ? 'plain' : 'warning', content: chain(sources) },
      ...(more > 0
        ? [
            {
              type: 'paragraph',
              content: words(`${figure(more)} earlier entries are not on this document.`),
            } as const,
          ]
        : []),
      {
        type: 'table',
        caption: 'Entries',
        columns: COLUMNS,
        rowHeader: 0,
        groups: [{ heading: null, rows }],
      },
    ],
  };
}

function chain({ verified, at, group }: TrailSources): Inline {
  const when = formatInstant(at, group.timeZone);
  if (!verified)
    return words(`Checked on ${when}: the chain is not whole. Something is missing or altered.`);
  return words(
    `The whole chain was checked on ${when}: ${figure(verified.entries)} entries, none missing, none altered. Its last link, which no other chain has (SHA-256, hex): ${linkInEights(verified.link)}.`,
  );
}

/** `2 people, 1 consent`; where not every id was noted, how many there were in all. */
function recordsInWords(kinds: PrintedEntry['kinds'], count: number): string {
  const listed = kinds.map(({ kind, count: some }) => {
    const { one, many } = registerOf(kind);
    return `${figure(some)} ${some === 1 ? one : many}`;
  });
  const noted = kinds.reduce((all, { count: some }) => all + some, 0);
  const rest = count - noted;
  return [...listed, ...(rest > 0 ? [`${figure(rest)} more`] : [])].join(', ');
}

const figures = new Intl.NumberFormat('en-GB');
const figure = (value: number) => figures.format(value);

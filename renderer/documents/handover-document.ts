import { capital } from '../domain/capital.ts';
import { type PlainDate, formatDay } from '../domain/dates.ts';
import type { Kind } from '../domain/kinds.ts';
import { POSTS, type Post } from '../domain/posts.ts';
import { registerOf } from '../domain/registers/table.ts';
import type { Group } from '../domain/sharing.ts';
import { list, section } from './sections.ts';
import { type Block, type DocumentTree, type Inline, words } from './tree.ts';

interface Holding {
  readonly name: string;
  readonly from: PlainDate;
}

/** What is owed, without whom it concerns. */
export interface HandedDuty {
  /** In a few words: "Answer the request". */
  readonly what: string;
  readonly kind: Kind;
  readonly due: PlainDate | null;
  /** How many lines Today has of it. */
  readonly lines: number;
}

export interface HandoverSources {
  readonly kinds: readonly { readonly kind: Kind; readonly count: number }[];
  /** Soonest first, those without a date last. */
  readonly duties: readonly HandedDuty[];
  readonly backups: readonly {
    readonly name: string;
    readonly here: boolean;
    /** The day of the last good one; null: none is known. */
    readonly last: PlainDate | null;
  }[];
  /** null: nobody holds any. */
  readonly shares: {
    readonly set: number;
    readonly threshold: number;
    readonly count: number;
    /** By number of the share; empty where nobody was written down. */
    readonly holders: readonly string[];
  } | null;
  readonly posts: readonly { readonly post: Post; readonly holders: readonly Holding[] }[];
  readonly cards: readonly {
    readonly name: string;
    readonly post: Post;
    readonly checkedOn: PlainDate;
  }[];
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

/**
 * What the next Secretary takes over: what is kept by kind and count, what is owed by when, where the backups are, which
 * papers change hands, who holds which post, and whose cards are trusted. Of the records themselves it names nobody.
 */
export function handoverDocument(sources: HandoverSources): DocumentTree {
  const { group, day } = sources;
  return {
    language: 'en-GB',
    title: 'Handover list',
    subtitle: `As of ${formatDay(day)}`,
    issuer: group.name,
    status: '',
    fileName: `handover-${day}`,
    made: day,
    contacts: null,
    blocks: [
      section('To hand over', papers(sources)),
      section('What is owed', duties(sources)),
      section('What is in the vault', kinds(sources)),
      section('Backups', backups(sources)),
      section('Who holds which post', posts(sources)),
      section('Cards of other officers', cards(sources)),
      section('Handed over', [signature()]),
    ],
  };
}

function papers({ shares }: HandoverSources): Block[] {
  const steps = [
    'Open Office → Security → Hand over together: the leaving Secretary types the passphrase once more, the next one chooses their own.',
    'The next Secretary takes the new recovery sheet, types one group of it back, and keeps it away from the computer.',
    'Destroy the old recovery sheet: it opens nothing that is kept from then on.',
    ...(shares === null
      ? []
      : [
          'Collect and destroy the recovery shares below, and give the officers new ones: the old set opens nothing from then on.',
        ]),
    'Hand over what is on paper: signed minutes that may still be kept, consent forms, letters.',
    'Give the next Secretary’s new card to the other officers, who read its words out over the phone.',
  ];
  return [list('numbers', steps), ...(shares === null ? [] : [shareTable(shares)])];
}

function shareTable({
  set,
  threshold,
  count,
  holders,
}: NonNullable<HandoverSources['shares']>): Block {
  return {
    type: 'table',
    caption: `Recovery shares, set ${set}: any ${threshold} of ${count} open the vault`,
    rowHeader: 0,
    columns: [
      { heading: 'Share', width: 'narrow' },
      { heading: 'Given to', width: 'rest' },
      { heading: 'Collected', width: 'medium' },
    ],
    groups: [
      {
        heading: null,
        rows: Array.from({ length: count }, (_, index): Inline[] => [
          words(String(index + 1)),
          holders[index] ? [name(holders[index])] : words('Not written down'),
          [],
        ]),
      },
    ],
  };
}

function duties({ duties: owed, day }: HandoverSources): Block[] {
  if (owed.length === 0) return [said('Nothing is owed.')];
  return [
    said('Today, in the program, has a line for each and opens what it is about.', true),
    {
      type: 'table',
      caption: '',
      rowHeader: 0,
      columns: [
        { heading: 'What', width: 'rest' },
        { heading: 'Kind of record', width: 'wide' },
        { heading: 'How many', width: 'narrow', align: 'end' },
        { heading: 'Due', width: 'medium', align: 'end' },
      ],
      groups: [
        {
          heading: null,
          rows: owed.map(({ what, kind, due, lines }): Inline[] => [
            words(what),
            words(capital(registerOf(kind).one)),
            words(String(lines)),
            due !== null && due < day
              ? [{ text: `${formatDay(due)}\n` }, { text: 'overdue', bold: true }]
              : words(due === null ? 'No date' : formatDay(due)),
          ]),
        },
      ],
    },
  ];
}

function kinds({ kinds: all }: HandoverSources): Block[] {
  return [
    {
      type: 'table',
      caption: '',
      rowHeader: 0,
      columns: [
        { heading: 'Kind of record', width: 'rest' },
        { heading: 'How many', width: 'narrow', align: 'end' },
      ],
      groups: [
        {
          heading: null,
          rows: all.map(({ kind, count }): Inline[] => [
            words(capital(registerOf(kind).many)),
            words(figures.format(count)),
          ]),
        },
      ],
    },
  ];
}

function backups({ backups: places }: HandoverSources): Block[] {
  if (places.length === 0) return [said('There is no backup. Make one before handing over.')];
  return [
    {
      type: 'fields',
      rows: places.map(({ name: place, here, last }) => ({
        term: here ? 'In reach' : 'Not in reach',
        value: [
          [
            name(place),
            { text: last === null ? ': no good backup is known' : `: last on ${formatDay(last)}` },
          ],
        ],
      })),
    },
  ];
}

function posts({ posts: all }: HandoverSources): Block[] {
  return [
    {
      type: 'fields',
      rows: all.map(({ post, holders }) => ({
        term: POSTS[post],
        value:
          holders.length === 0
            ? [words('Vacant')]
            : holders.map((held) => [name(held.name), { text: `, since ${formatDay(held.from)}` }]),
      })),
    },
  ];
}

function cards({ cards: all }: HandoverSources): Block[] {
  if (all.length === 0) return [said('None is trusted yet.')];
  return [
    {
      type: 'table',
      caption: '',
      rowHeader: 0,
      columns: [
        { heading: 'Name', width: 'rest' },
        { heading: 'Post', width: 'wide' },
        { heading: 'Read out on', width: 'medium', align: 'end' },
      ],
      groups: [
        {
          heading: null,
          rows: all.map(({ name: whose, post, checkedOn }): Inline[] => [
            [name(whose)],
            words(POSTS[post]),
            words(formatDay(checkedOn)),
          ]),
        },
      ],
    },
  ];
}

function signature(): Block {
  const line = (label: string) => ({ label, value: null });
  return {
    type: 'signature',
    rows: [
      [line('Signature of the leaving Secretary'), line('Name'), line('Date')],
      [line('Signature of the next Secretary'), line('Name'), line('Date')],
    ],
  };
}

const figures = new Intl.NumberFormat('en-GB');
const name = (text: string) => ({ text, isolate: true });

function said(text: string, quiet = false): Block {
  return { type: 'paragraph', content: words(text), quiet };
}

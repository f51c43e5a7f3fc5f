/** The certificate of an erasure on paper: what went, when, why, decided by which post, and from where. It names nobody. */
import { capital } from '../domain/capital.ts';
import { type PlainDate, formatInstant } from '../domain/dates.ts';
import { ERASURE_REASONS, type Erasure } from '../domain/erasure.ts';
import { POSTS } from '../domain/posts.ts';
import { KINDS, registerOf } from '../domain/registers/table.ts';
import type { Group } from '../domain/sharing.ts';
import { type Block, type DocumentTree, type Inline, words } from './tree.ts';

interface Sources {
  readonly erasure: Erasure;
  /** Keys that could open it are still in use: the next unlock leaves them behind. */
  readonly isUnfinished: boolean;
  readonly group: Group;
  /** The day the document is made; the state is that of this day. */
  readonly day: PlainDate;
}

/** Clause ERASE; UK GDPR Art 17. */
export function erasureCertificate({ erasure, isUnfinished, group, day }: Sources): DocumentTree {
  const { id, at, by, reason, erased, places } = erasure;
  const isOpen = isUnfinished || places.some(({ state }) => state === 'open');
  return {
    language: 'en-GB',
    title: 'Certificate of erasure',
    subtitle: erased.length === 1 ? '1 record' : `${erased.length} records`,
    issuer: group.name,
    status: isOpen ? 'Open' : 'Done',
    fileName: `erasure-certificate-${day}`,
    made: day,
    contacts: null,
    blocks: [
      ...(isOpen ? [stillOpen(isUnfinished)] : []),
      {
        type: 'fields',
        rows: [
          { term: 'Certificate', value: [words(id)] },
          {
            term: 'Erased',
            value: [words(`${formatInstant(at, group.timeZone)} (${group.timeZone})`)],
          },
          { term: 'Why', value: [words(ERASURE_REASONS[reason])] },
          { term: 'Decided by', value: [words(POSTS[by])] },
        ],
      },
      whatWent(erased),
      fromWhere(erasure, isUnfinished),
      {
        type: 'paragraph',
        quiet: true,
        content: words(
          'What left before, on paper, as a file or in a sealed bundle, is outside this certificate: those who had it are told. So are copies that the system itself makes of a disk.',
        ),
      },
      { type: 'paragraph', content: words('Certified from the records of the group:') },
      {
        type: 'signature',
        rows: [
          [
            { label: 'Signature', value: null },
            { label: 'Post', value: null },
            { label: 'Date', value: null },
          ],
        ],
      },
    ],
  };
}

function stillOpen(isUnfinished: boolean): Block {
  return {
    type: 'notice',
    tone: 'warning',
    content: words(
      isUnfinished
        ? 'Not finished: the keys that could open it are still in use. The next unlock leaves them behind.'
        : 'Not finished: a backup place was absent. What it holds is sealed anew without the records as soon as it is there again.',
    ),
  };
}

function whatWent(erased: Erasure['erased']): Block {
  const rows = KINDS.flatMap((kind): Inline[][] => {
    const count = erased.filter((one) => one.kind === kind).length;
    if (count === 0) return [];
    const { one, many } = registerOf(kind);
    const name = count === 1 ? one : many;
    return [[words(capital(name)), words(String(count))]];
  });
  const known = new Set<string>(KINDS);
  const others = erased.filter(({ kind }) => !known.has(kind)).length;
  if (others > 0) rows.push([words('Of kinds no longer kept'), words(String(others))]);
  return {
    type: 'table',
    caption: 'What was erased',
    rowHeader: 0,
    columns: [
      { heading: 'Kind of record', width: 'rest' },
      { heading: 'Number', width: 'narrow', align: 'end' },
    ],
    groups: [{ heading: null, rows }],
  };
}

function fromWhere({ epochs, places }: Erasure, isUnfinished: boolean): Block {
  const keys = epochs.length === 1 ? '1 key' : `${epochs.length} keys`;
  const store = isUnfinished ? 'Taken out; the keys are still to be left behind' : 'Erased';
  const row = (place: Inline, state: string): Inline[] => [place, words(state)];
  return {
    type: 'table',
    caption: 'From where',
    rowHeader: 0,
    columns: [
      { heading: 'Place', width: 'rest' },
      { heading: 'State', width: 'wide' },
    ],
    groups: [
      {
        heading: null,
        rows: [
          row(words(`The store and its log, under ${keys}`), store),
          row(words('The search'), 'Erased'),
          ...places.map(({ name, state }) =>
            row(
              [{ text: 'Backups: ' }, { text: name, isolate: true }],
              state === 'done' ? 'Sealed anew without it' : 'Open: absent until now',
            ),
          ),
        ],
      },
    ],
  };
}

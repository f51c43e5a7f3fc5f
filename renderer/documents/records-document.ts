/** Records of one kind in one plain document, as they travel in a bundle: each under its title, field by field. */
import { capital } from '../domain/capital.ts';
import { type PlainDate, formatDay } from '../domain/dates.ts';
import type { AnyRecord, Kind } from '../domain/kinds.ts';
import type { Names } from '../domain/registers/register.ts';
import { registerOf } from '../domain/registers/table.ts';
import type { Group } from '../domain/sharing.ts';
import { fieldLines } from './record-document.ts';
import { type Block, type DocumentTree, words } from './tree.ts';

interface RecordsSources {
  readonly kind: Kind;
  readonly records: readonly AnyRecord[];
  /** Labels of the fields that did not travel: they are not shown as if they were empty. */
  readonly leftOut: readonly string[];
  readonly names: Names;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

/** All of them, after what was left out. */
export function recordsDocument(sources: RecordsSources): DocumentTree {
  const { kind, records, leftOut, names, group, day } = sources;
  const { many } = registerOf(kind);
  const without: Block[] =
    leftOut.length === 0
      ? []
      : [
          {
            type: 'notice',
            tone: 'plain',
            content: words(
              `Left out, as the recipient’s post does not need it: ${leftOut.join(', ')}.`,
            ),
          },
        ];
  return {
    language: 'en-GB',
    title: capital(many),
    subtitle: `${records.length} as shared, ${formatDay(day)}`,
    issuer: group.name,
    status: '',
    fileName: `${kind}-${day}`,
    made: day,
    contacts: null,
    blocks: [
      ...without,
      ...records.map((record): Block => ({
        type: 'section',
        number: null,
        title: [{ text: registerOf(record.kind).title(record, names), isolate: true }],
        blocks: [
          {
            type: 'fields',
            rows: fieldLines(record, names, group.timeZone).filter(
              ({ term }) => !leftOut.includes(term),
            ),
          },
        ],
      })),
    ],
  };
}

/** The processing register (UK GDPR Art 30(1), clause BASIS): every purpose, and what each field is needed for. */
import { capital } from '../domain/capital.ts';
import { type PlainDate, formatDay } from '../domain/dates.ts';
import type { Field as RecordField } from '../domain/fields.ts';
import { CONTROLLER } from '../domain/notice.ts';
import { BASIS_WORDS, type Purpose, retentionInWords } from '../domain/purposes.ts';
import { KINDS, registerOf } from '../domain/registers/table.ts';
import type { Group } from '../domain/sharing.ts';
import { section } from './sections.ts';
import { type Block, type DocumentTree, type Field, type RowGroup, words } from './tree.ts';

export interface RegisteredPurpose {
  readonly purpose: Purpose;
  /** Changes of its basis, oldest first, each with the decision that it rests on. */
  readonly bases: readonly {
    readonly basis: Purpose['basis'];
    readonly on: PlainDate;
    readonly resolution: string;
  }[];
  /** How many consents there are for it, and how many of them are in force; how many incidents there have been. */
  readonly consents: number;
  readonly inForce: number;
}

interface Sources {
  readonly purposes: readonly RegisteredPurpose[];
  /** Incidents that are on record, of whatever purpose. */
  readonly incidents: number;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

export function processingRegisterDocument({
  purposes,
  incidents,
  group,
  day,
}: Sources): DocumentTree {
  const { own, common } = ofEveryPurpose(purposes.map(({ purpose }) => purpose));
  return {
    language: 'en-GB',
    title: 'Processing register',
    subtitle: `UK GDPR Article 30(1), as kept on ${formatDay(day)}`,
    issuer: group.name,
    status: '',
    fileName: `processing-register-${day}`,
    made: day,
    contacts: null,
    blocks: [
      {
        type: 'fields',
        rows: [
          line('Controller', CONTROLLER.name),
          line('Contact', CONTROLLER.contact),
          line('Responsible', CONTROLLER.responsible),
          line('Oversight', CONTROLLER.oversight),
          line('Incidents on record', String(incidents)),
          ...common,
        ],
      },
      ...purposes.map((purpose, at) => sectionOf(purpose, at + 1, own)),
      section('What each field is needed for', [
        {
          type: 'table',
          caption: '',
          rowHeader: 0,
          columns: [
            { heading: 'Fields', width: 'rest' },
            { heading: 'Needed for', width: 'rest' },
          ],
          groups: KINDS.map(fieldsOf),
        },
      ]),
    ],
  };
}

/** What may be alike for every purpose. */
const SHARED = { transfers: 'Transfers', security: 'Security' } as const;
type Shared = keyof typeof SHARED;
// Object.keys widens to string; the keys are exactly these.
const SHARED_KEYS = Object.keys(SHARED) as Shared[];

/** `common`: lines that are the same for every purpose, said once; `own`: what each says for itself. */
function ofEveryPurpose(purposes: readonly Purpose[]): { common: Field[]; own: Shared[] } {
  const said = (key: Shared) => [...new Set(purposes.map((purpose) => purpose[key]))];
  const common = SHARED_KEYS.flatMap((key) => {
    const [text, ...others] = said(key);
    return text === undefined || others.length > 0 ? [] : [line(SHARED[key], text)];
  });
  return { common, own: SHARED_KEYS.filter((key) => said(key).length > 1) };
}

function sectionOf(registered: RegisteredPurpose, number: number, own: readonly Shared[]): Block {
  const { purpose, bases, consents, inForce } = registered;
  const changes = bases.map(
    ({ basis, on, resolution }) => `${formatDay(on)}: ${BASIS_WORDS[basis]}. ${resolution}`,
  );
  return {
    type: 'section',
    number,
    title: words(purpose.name),
    blocks: [
      {
        type: 'fields',
        rows: [
          line('Purpose', purpose.why),
          line('Whose data', purpose.people),
          line('Which data', purpose.data),
          line('Recipients', purpose.recipients),
          line('How long', retentionInWords(purpose)),
          ...own.map((key) => line(SHARED[key], purpose[key])),
          line('Lawful basis', BASIS_WORDS[purpose.basis]),
          ...(changes.length > 0 ? [line('Decided', ...changes)] : []),
          line('Balance of interests', purpose.balance),
          ...(consents > 0 ? [line('Consents', `${consents}, of which ${inForce} in force`)] : []),
        ],
      },
    ],
  };
}

/** A row for each reason, with every field of the kind that has it. */
function fieldsOf(kind: (typeof KINDS)[number]): RowGroup {
  const { many, fields } = registerOf(kind);
  const labels = new Map<string, string[]>();
  for (const { label, why } of Object.values<RecordField>(fields))
    labels.set(why, [...(labels.get(why) ?? []), label]);
  return {
    heading: capital(many),
    rows: [...labels].map(([why, same]) => [words(same.join('; ')), words(why)]),
  };
}

function line(term: string, ...value: string[]): Field {
  return { term, value: value.map((text) => words(text)) };
}

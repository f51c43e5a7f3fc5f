/** The letter that a new person is given, with the privacy notice (clause TRANSPARENCY). */
import { type PlainDate, formatDay } from '../domain/dates.ts';
import { NOTICE } from '../domain/notice.ts';
import { type Person, ROUTES } from '../domain/person.ts';
import { BASIS_WORDS, type Purpose, retentionInWords } from '../domain/purposes.ts';
import type { Group } from '../domain/sharing.ts';
import { nameOf } from './people-words.ts';
import { type Block, type DocumentTree, words } from './tree.ts';

interface Sources {
  readonly person: Person;
  /** What the person's data is kept for, and every purpose there is, as they are in this vault. */
  readonly purpose: Purpose;
  readonly purposes: readonly Purpose[];
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

export function welcomeDocument({ person, purpose, purposes, group, day }: Sources): DocumentTree {
  return {
    language: 'en-GB',
    title: 'Welcome letter',
    subtitle: formatDay(day),
    issuer: group.name,
    status: '',
    fileName: `welcome-letter-${day}`,
    made: day,
    contacts: null,
    blocks: [
      { type: 'paragraph', content: [{ text: 'To ' }, nameOf(person)] },
      {
        type: 'paragraph',
        content: words(
          'Thank you for being in touch with us. This is what we keep of you, why, and what you may ask of us.',
        ),
      },
      {
        type: 'fields',
        rows: [
          { term: 'How your data came', value: [words(ROUTES[person.route])] },
          { term: 'Kept for', value: [words(`${purpose.name}. ${purpose.why}`)] },
          { term: 'Which data', value: [words(purpose.data)] },
          { term: 'Who receives it', value: [words(purpose.recipients)] },
          { term: 'Lawful basis', value: [words(BASIS_WORDS[purpose.basis])] },
          { term: 'Kept', value: [words(retentionInWords(purpose))] },
        ],
      },
      {
        type: 'section',
        number: null,
        title: words(`Privacy notice, version ${NOTICE.version}`),
        blocks: NOTICE.parts.flatMap(partBlocks),
      },
      {
        type: 'section',
        number: null,
        title: words('Why we keep data, on which basis, and how long'),
        blocks: [
          {
            type: 'table',
            caption: 'Purposes of processing',
            rowHeader: 0,
            columns: [
              { heading: 'Purpose', width: 'wide' },
              { heading: 'Basis', width: 'medium' },
              { heading: 'Kept', width: 'rest' },
            ],
            groups: [
              {
                heading: null,
                rows: purposes.map((one) => [
                  words(one.name),
                  words(BASIS_WORDS[one.basis]),
                  words(retentionInWords(one)),
                ]),
              },
            ],
          },
        ],
      },
    ],
  };
}

function partBlocks({ title, paragraphs }: (typeof NOTICE.parts)[number]): Block[] {
  return [
    { type: 'heading', level: 3, content: words(title) },
    ...paragraphs.map((text): Block => ({ type: 'paragraph', content: words(text) })),
  ];
}

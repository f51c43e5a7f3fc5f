/** The letter that a new person is given, with the privacy notice (clause TRANSPARENCY). */
import type { PlainDate } from '../domain/dates.ts';
import { NOTICE } from '../domain/notice.ts';
import { type Person, ROUTES } from '../domain/person.ts';
import { BASIS_WORDS, type Purpose, retentionInWords } from '../domain/purposes.ts';
import type { Group } from '../domain/sharing.ts';
import { letterDocument, paragraph } from './letter.ts';
import { section } from './sections.ts';
import { type Block, type DocumentTree, type Field, words } from './tree.ts';

interface Sources {
  readonly person: Person;
  /** What the person's data is kept for, and every purpose there is, as they are in this vault. */
  readonly purpose: Purpose;
  readonly purposes: readonly Purpose[];
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

/** A letter: what is kept of this person, and the whole notice with it. */
export function welcomeDocument({ person, purpose, purposes, group, day }: Sources): DocumentTree {
  const letter = letterDocument({
    title: 'Welcome, and what we keep of you',
    fileName: 'welcome-letter',
    reference: person.id,
    to: person,
    group,
    day,
    blocks: [
      paragraph(
        'Thank you for being in touch with us. This is what we keep of you, why, and what you may ask of us. The privacy notice that follows says the rest.',
      ),
      {
        type: 'fields',
        small: true,
        rows: [
          { term: 'How your data came', value: [words(ROUTES[person.route])] },
          { term: 'Kept for', value: [words(`${purpose.name}. ${purpose.why}`)] },
          { term: 'Which data', value: [words(purpose.data)] },
          { term: 'Who receives it', value: [words(purpose.recipients)] },
          { term: 'Lawful basis', value: [words(BASIS_WORDS[purpose.basis])] },
          { term: 'How long', value: [words(retentionInWords(purpose))] },
        ],
      },
    ],
  });
  return {
    ...letter,
    blocks: [
      ...letter.blocks,
      section(`Privacy notice, version ${NOTICE.version}`, NOTICE.parts.flatMap(partBlocks)),
      section('Why we keep data, on which basis, and how long', [
        { type: 'fields', small: true, rows: purposes.map(purposeLine) },
      ]),
    ],
  };
}

function purposeLine(purpose: Purpose): Field {
  const kept = retentionInWords(purpose);
  return { term: purpose.name, value: [words(`${BASIS_WORDS[purpose.basis]}. ${kept}`)] };
}

function partBlocks({ title, paragraphs }: (typeof NOTICE.parts)[number]): Block[] {
  return [
    { type: 'heading', level: 3, content: words(title) },
    ...paragraphs.map((text): Block => ({ type: 'paragraph', content: words(text) })),
  ];
}

/** The answer to a request for access: a letter, and after it everything that is held (UK GDPR Art 15; RIGHT-ACCESS). */
import type { Gathered, GatheredRecord, Passage } from '../domain/gathering.ts';
import { CONTROLLER } from '../domain/notice.ts';
import { MARK, textOf } from '../domain/redaction.ts';
import { letterDocument, paragraph } from './letter.ts';
import { type RequestSources, answerBlocks, furtherOn } from './request-letters.ts';
import { section } from './sections.ts';
import type { Block, DocumentTree, Field } from './tree.ts';

/** The response pack, stamped as one document. */
export function accessPack(sources: RequestSources, gathered: Gathered): DocumentTree {
  const { records, source, recipients, uses, counts } = gathered;
  const letter = letterDocument({
    ...sources,
    title: 'What we hold on you',
    fileName: 'request-answer',
    reference: sources.request.id,
    blocks: [
      ...answerBlocks(sources),
      paragraph(CONTROLLER.rights),
      ...redactions(counts),
      furtherOn(),
    ],
  });
  return {
    ...letter,
    blocks: [
      ...letter.blocks,
      section('Where it came from, and who was given it', [
        {
          type: 'fields',
          rows: [line('Source', [source]), line('Recipients', orNone(recipients))],
        },
        paragraph('We take no decisions by machine, and make no profiles. Nothing is sold.'),
      ]),
      ...records.map(recordSection),
      section('What was done with your record', [
        { type: 'fields', rows: [line('In our log', orNone(uses))] },
      ]),
    ],
  };
}

function redactions({ hidden, rows, passages }: Gathered['counts']): Block[] {
  const said = [
    ...(hidden > 0 ? [`another person is named as “${MARK}”, ${times(hidden, 'time')}`] : []),
    ...(rows > 0
      ? [`${times(rows, 'entry', 'entries')} about others ${rows === 1 ? 'is' : 'are'} left out`]
      : []),
    ...(passages > 0
      ? [`${times(passages, 'passage')} ${passages === 1 ? 'is' : 'are'} withheld`]
      : []),
  ];
  if (said.length === 0) return [];
  return [
    paragraph(`To protect the rights of others (UK GDPR Article 15(4)): ${said.join('; ')}.`),
  ];
}

function recordSection({ what, purpose, basis, retention, passages }: GatheredRecord): Block {
  return section(what, [
    { type: 'fields', rows: passages.flatMap(passageLine) },
    {
      type: 'fields',
      small: true,
      rows: [
        line('Kept for', [purpose]),
        line('Lawful basis', [basis]),
        line('How long', [retention]),
      ],
    },
  ]);
}

function passageLine({ label, pieces, isLeftOut, rowsLeftOut }: Passage): Field[] {
  const without =
    rowsLeftOut === 0 ? [] : [`(${times(rowsLeftOut, 'entry', 'entries')} about others left out)`];
  if (isLeftOut) return [line(label, ['(withheld)'])];
  const text = pieces.map(textOf).join('');
  return [line(label, [...(text === '' ? [] : text.split('\n')), ...without])];
}

function line(term: string, lines: readonly string[]): Field {
  return { term, value: lines.map((text) => [{ text, isolate: true }]) };
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['None on record.'] : lines;
}

function times(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

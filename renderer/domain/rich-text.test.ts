import { describe, expect, test } from 'vitest';
import { type RichBlock, type RichParagraph, plainTextOf, richText, tableOf } from './rich-text.ts';

const said = (text: string): RichParagraph => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const isRefused = (...content: unknown[]) => !richText.safeParse(doc(...content)).success;
const quotes = tableOf([[[said('Host')], [said('Price')]], [[said('Harbour')]]]);

describe('rich text', () => {
  test('holds headings of two levels and tables whose first row is the head', () => {
    const heading = {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: 'Quotes' }],
    };
    const parsed = richText.parse(doc(heading, quotes));
    expect(parsed).toEqual(doc(heading, quotes));
    expect(plainTextOf(parsed)).toBe('Quotes\nHost\tPrice\nHarbour\t');
  });

  test.each<[string, unknown]>([
    ['a heading of a third level', { type: 'heading', attrs: { level: 3 } }],
    ['a heading without a level', { type: 'heading' }],
    ['a heading in a list', list({ type: 'heading', attrs: { level: 1 } })],
    ['a table in a list', list(quotes)],
    ['a list in a cell', { type: 'table', content: [row('tableHeader', list(said('x')))] }],
    ['a table without a head', { type: 'table', content: [row('tableCell', said('x'))] }],
    ['a table with two heads', table(row('tableHeader', said('x')), row('tableHeader', said('y')))],
    [
      'rows of different lengths',
      table(row('tableHeader', said('x')), {
        type: 'tableRow',
        content: [...row('tableCell', said('y')).content, ...row('tableCell', said('z')).content],
      }),
    ],
    ['a table of 201 rows', tableOf(Array.from({ length: 201 }, () => [[said('x')]]))],
    ['a table of 13 columns', tableOf([Array.from({ length: 13 }, () => [said('x')])])],
    ['an image', { type: 'image', attrs: { src: 'https://example.org/x.png' } }],
    [
      'a link',
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'x',
            marks: [{ type: 'link', attrs: { href: 'https://example.org' } }],
          },
        ],
      },
    ],
  ])('refuses %s', (_what, block) => {
    expect(isRefused(block)).toBe(true);
  });

  test('keeps neither merged cells nor widths nor styles', () => {
    const cell = (type: string) => ({
      type,
      attrs: { colspan: 2, colwidth: [9] },
      content: [said('x')],
    });
    const merged = {
      type: 'table',
      content: [{ type: 'tableRow', content: [cell('tableHeader')] }],
    };
    expect(richText.parse(doc(merged))).toEqual(doc(tableOf([[[said('x')]]])));
  });
});

function list(block: unknown) {
  return { type: 'bulletList', content: [{ type: 'listItem', content: [block] }] };
}

function row(type: string, block: unknown) {
  return { type: 'tableRow', content: [{ type, content: [block] }] };
}

function table(...content: unknown[]): Pick<RichBlock, 'type'> & { content: unknown[] } {
  return { type: 'table', content };
}

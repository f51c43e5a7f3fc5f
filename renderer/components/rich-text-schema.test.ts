import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { MINUTES_EXTENSIONS, toRichText } from './rich-text-schema.ts';

const schema = getSchema(MINUTES_EXTENSIONS);
const words = (text: string, ...marks: string[]) =>
  schema.text(
    text,
    marks.map((name) => schema.mark(name)),
  );

describe('the minutes editor', () => {
  test('knows exactly the blocks and marks that a record may hold', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual(
      [
        'bulletList',
        'doc',
        'hardBreak',
        'heading',
        'listItem',
        'orderedList',
        'paragraph',
        'table',
        'tableCell',
        'tableHeader',
        'tableRow',
        'text',
      ].sort(),
    );
    expect(Object.keys(schema.marks).sort()).toEqual(['bold', 'italic']);
  });

  test('gives text that a record may hold, whatever it is asked to write', () => {
    const list = schema.node('orderedList', { start: 3 }, [
      schema.node('listItem', null, [
        schema.node('paragraph', null, [words('First', 'bold', 'italic')]),
        schema.node('bulletList', null, [
          schema.node('listItem', null, [schema.node('paragraph', null, [words('inner')])]),
        ]),
      ]),
    ]);
    const broken = schema.node('paragraph', null, [
      words('one'),
      schema.node('hardBreak'),
      words('two', 'italic'),
    ]);
    expect(toRichText(schema.node('doc', null, [list, broken]).toJSON())).toEqual({
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'First', marks: [{ type: 'bold' }, { type: 'italic' }] },
                  ],
                },
                {
                  type: 'bulletList',
                  content: [
                    {
                      type: 'listItem',
                      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'inner' }] }],
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'one' },
            { type: 'hardBreak' },
            { type: 'text', text: 'two', marks: [{ type: 'italic' }] },
          ],
        },
      ],
    });
  });

  test('what it gives, it opens again unchanged', () => {
    const text = {
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: '議事録' }] }],
            },
          ],
        },
      ],
    };
    const opened = Node.fromJSON(schema, text);
    opened.check();
    expect(toRichText(opened.toJSON())).toEqual(text);
  });

  test('an untouched editor is an empty text, not an empty paragraph', () => {
    const blank = schema.node('doc', null, [schema.node('paragraph')]);
    expect(toRichText(blank.toJSON())).toEqual({ type: 'doc', content: [] });
  });

  test('a link or a quotation is refused, not quietly kept', () => {
    expect(toRichText({ type: 'doc', content: [{ type: 'blockquote', content: [] }] })).toBeNull();
    const link = { type: 'text', text: 'x', marks: [{ type: 'link' }] };
    expect(
      toRichText({ type: 'doc', content: [{ type: 'paragraph', content: [link] }] }),
    ).toBeNull();
  });
});

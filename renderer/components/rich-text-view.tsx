import type { ReactNode } from 'react';
import type { RichBlock, RichInline, RichList, RichTable, RichText } from '../domain/rich-text.ts';

/** Rich text to read. */
export function RichTextView({ text }: { text: RichText }) {
  return (
    <div className="rich-text" dir="auto">
      {text.content.map(block)}
    </div>
  );
}

function block(value: RichBlock, index: number): ReactNode {
  switch (value.type) {
    case 'paragraph':
      return <p key={index}>{value.content?.map(inline)}</p>;
    case 'heading':
      return value.attrs.level === 1 ? (
        <h4 key={index}>{value.content?.map(inline)}</h4>
      ) : (
        <h5 key={index}>{value.content?.map(inline)}</h5>
      );
    case 'bulletList':
      return <ul key={index}>{value.content.map(listItem)}</ul>;
    case 'orderedList':
      return <ol key={index}>{value.content.map(listItem)}</ol>;
    case 'table':
      return <Table key={index} table={value} />;
  }
}

function listItem(value: RichList['content'][number], index: number): ReactNode {
  return <li key={index}>{value.content.map(block)}</li>;
}

function Table({ table }: { table: RichTable }) {
  const [head, ...rows] = table.content;
  return (
    <table>
      <thead>
        <tr>
          {head?.content.map((cell, at) => (
            <th key={at} scope="col">
              {cell.content.map(block)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.content.map((cell, column) => (
              <td key={column}>{cell.content.map(block)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inline(value: RichInline, index: number): ReactNode {
  if (value.type === 'hardBreak') return <br key={index} />;
  const has = (type: string) => value.marks?.some((mark) => mark.type === type);
  const words = has('italic') ? <em>{value.text}</em> : value.text;
  return has('bold') ? <strong key={index}>{words}</strong> : <span key={index}>{words}</span>;
}

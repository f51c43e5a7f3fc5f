import type { ReactNode } from 'react';
import type { RichBlock, RichInline, RichText } from '../domain/rich-text.ts';

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
    case 'bulletList':
      return <ul key={index}>{value.content.map(listItem)}</ul>;
    case 'orderedList':
      return <ol key={index}>{value.content.map(listItem)}</ol>;
  }
}

function listItem(value: { content: RichBlock[] }, index: number): ReactNode {
  return <li key={index}>{value.content.map(block)}</li>;
}

function inline(value: RichInline, index: number): ReactNode {
  if (value.type === 'hardBreak') return <br key={index} />;
  const has = (type: string) => value.marks?.some((mark) => mark.type === type);
  const words = has('italic') ? <em>{value.text}</em> : value.text;
  return has('bold') ? <strong key={index}>{words}</strong> : <span key={index}>{words}</span>;
}

/** The editor of the minutes: text with bold, italic and lists, and nothing else. */
import type { JSONContent } from '@tiptap/core';
import { EditorContent, type Editor, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { ToggleButton, Toolbar } from 'react-aria-components';
import type { RichText } from '../domain/rich-text.ts';
import { MINUTES_EXTENSIONS, toRichText, withoutStyles } from './rich-text-schema.ts';
import './rich-text-editor.css';

interface Props {
  /** Names the text for those who cannot see where it stands. */
  label: string;
  value: RichText;
  /** Called at every keystroke with a text that a record may hold. */
  onChange(text: RichText): void;
  onBlur?(): void;
}

/** Rich text of the minutes. A value that comes from outside replaces what is shown, unless it is the same. */
export function RichTextEditor({ label, value, onChange, onBlur }: Props) {
  const shown = useRef(value);
  // The editor lives longer than one rendering, so its callbacks look the newest ones up.
  const latest = useRef({ onChange, onBlur });
  useEffect(() => {
    latest.current = { onChange, onBlur };
  });

  const editor = useEditor({
    extensions: MINUTES_EXTENSIONS,
    content: contentOf(value),
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        dir: 'auto',
        class: 'rich-text',
      },
      transformPastedHTML: withoutStyles,
    },
    onUpdate: ({ editor: changed }) => {
      const text = toRichText(changed.getJSON());
      if (!text) return;
      shown.current = text;
      latest.current.onChange(text);
    },
    onBlur: () => latest.current.onBlur?.(),
  });

  useEffect(() => {
    if (JSON.stringify(value) === JSON.stringify(shown.current)) return;
    shown.current = value;
    editor.commands.setContent(contentOf(value), { emitUpdate: false });
  }, [editor, value]);

  return (
    <div className="rich-text-field">
      <FormatBar editor={editor} label={label} />
      <EditorContent editor={editor} />
    </div>
  );
}

function contentOf(text: RichText): JSONContent {
  // The same tree; the editor's type of it only knows no optional part that is undefined.
  return text as JSONContent;
}

function FormatBar({ editor, label }: { editor: Editor; label: string }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
    }),
  });
  const run = () => editor.chain().focus();
  return (
    <Toolbar className="rich-text-bar" aria-label={`Format: ${label}`}>
      <Format name="Bold" on={on.bold} onPress={() => run().toggleBold().run()}>
        <b>B</b>
      </Format>
      <Format name="Italic" on={on.italic} onPress={() => run().toggleItalic().run()}>
        <i>I</i>
      </Format>
      <Format
        name="Bulleted list"
        on={on.bulletList}
        onPress={() => run().toggleBulletList().run()}
      >
        <ListMark numbered={false} />
      </Format>
      <Format
        name="Numbered list"
        on={on.orderedList}
        onPress={() => run().toggleOrderedList().run()}
      >
        <ListMark numbered />
      </Format>
    </Toolbar>
  );
}

function Format(props: { name: string; on: boolean; onPress(): void; children: React.ReactNode }) {
  return (
    <ToggleButton
      className="rich-text-format"
      aria-label={props.name}
      isSelected={props.on}
      onChange={props.onPress}
    >
      {props.children}
    </ToggleButton>
  );
}

function ListMark({ numbered }: { numbered: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M6 4h8M6 8h8M6 12h8" stroke="currentColor" strokeWidth="1.4" fill="none" />
      {numbered ? (
        <path
          d="M2 2.6h1v3M1.7 7h1.6l-1.6 2.2h1.8M1.7 10.8h1.6v1.2h-1v0h1v1.3H1.7"
          stroke="currentColor"
          strokeWidth="0.9"
          fill="none"
        />
      ) : (
        <path
          d="M2.5 4h.01M2.5 8h.01M2.5 12h.01"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      )}
    </svg>
  );
}

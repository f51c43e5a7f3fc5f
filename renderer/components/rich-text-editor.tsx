/** The editor of the minutes: text with headings, lists, tables, bold and italic, and nothing else. */
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../domain/failure-words.ts';
import type { RichText } from '../domain/rich-text.ts';
import { LONGEST_PASTE, PastedParser, withoutStyles } from './pasted-html.ts';
import { FormatBar } from './rich-text-bar.tsx';
import { beginWith } from './rich-text-past.ts';
import { MINUTES_EXTENSIONS, contentOf, toRichText, withinLimits } from './rich-text-schema.ts';
import './rich-text-editor.css';

interface Props {
  /** Names the text for those who cannot see where it stands. */
  label: string;
  value: RichText;
  /** Called at every keystroke with a text that a record may hold. */
  onChange(text: RichText): void;
  onBlur?(): void;
  /** What was typed before the editor was there, oldest first and `value` last: Ctrl+Z takes it back. */
  past?: readonly RichText[] | undefined;
}

const TOO_MUCH = sentenceOf({ code: 'text/too-much' });

/** Rich text of the minutes. A value that comes from outside replaces what is shown, unless it is the same. */
export function RichTextEditor({ label, value, onChange, onBlur, past }: Props) {
  const shown = useRef(value);
  const [isTooMuch, setTooMuch] = useState(false);
  const [extensions] = useState(() => [
    ...MINUTES_EXTENSIONS,
    withinLimits(() => setTooMuch(true)),
  ]);
  // The editor lives longer than one rendering, so its callbacks look the newest ones up.
  const latest = useRef({ onChange, onBlur });
  useEffect(() => {
    latest.current = { onChange, onBlur };
  });

  const editor = useEditor({
    extensions,
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
      handleDOMEvents: {
        paste(_view, event) {
          const length = event.clipboardData?.getData('text/html').length ?? 0;
          if (length <= LONGEST_PASTE) return false;
          event.preventDefault();
          setTooMuch(true);
          return true;
        },
      },
    },
    onCreate: ({ editor: made }) =>
      made.view.setProps({ clipboardParser: new PastedParser(made.schema) }),
    onUpdate: ({ editor: changed }) => {
      const text = toRichText(changed.getJSON());
      if (!text) return;
      setTooMuch(false);
      shown.current = text;
      latest.current.onChange(text);
    },
    onBlur: () => latest.current.onBlur?.(),
  });

  useEffect(() => {
    if (JSON.stringify(value) === JSON.stringify(shown.current)) return;
    shown.current = value;
    beginWith(editor, [value]);
  }, [editor, value]);
  useEffect(() => {
    const isOfThis = JSON.stringify(past?.at(-1)) === JSON.stringify(shown.current);
    if (past && past.length > 1 && isOfThis) beginWith(editor, past);
  }, [editor, past]);

  return (
    <div className="rich-text-field">
      <FormatBar editor={editor} label={label} />
      <EditorContent editor={editor} />
      {isTooMuch && (
        <p className="field-error" role="alert">
          {TOO_MUCH}
        </p>
      )}
    </div>
  );
}

/** An editor that begins with a past: what was typed before it was there is taken back by Ctrl+Z. */
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import type { RichText } from '../domain/rich-text.ts';
import { contentOf } from './rich-text-schema.ts';

/** Shows the last of these texts, oldest first, as if each had been typed over the one before it. */
export function beginWith(editor: Editor, texts: readonly RichText[]): void {
  const { schema, plugins } = editor.state;
  const [first, ...later] = texts.map((text) => Node.fromJSON(schema, contentOf(text)));
  if (!first) return;
  editor.view.updateState(EditorState.create({ schema, plugins, doc: first }));
  for (const next of later) {
    const { tr } = editor.state;
    const from = tr.doc.content.findDiffStart(next.content);
    const end = tr.doc.content.findDiffEnd(next.content);
    if (from === null || end === null) continue;
    // Where the same letters stand on both sides of the difference, the two ends may overlap its start.
    const overlap = Math.max(0, from - Math.min(end.a, end.b));
    const slice = next.slice(from, end.b + overlap);
    editor.view.dispatch(
      closeHistory(tr.replace(from, end.a + overlap, slice)).setMeta('preventUpdate', true),
    );
  }
  // The toolbar looks again.
  editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false));
}

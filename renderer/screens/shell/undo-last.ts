import { sayChange, sayFailure } from '../../stores/toasts.ts';
import { redo, undo } from '../../stores/undo.ts';

/** Says what was changed, with Undo beside it for as long as it is the last change. */
export function sayUndoable(text: string): void {
  sayChange(text, { label: 'Undo', run: () => void undoLast() });
}

/** Undoes the last change and says what it was. */
export async function undoLast(): Promise<void> {
  const reply = await undo();
  if (!reply.ok) return sayFailure(reply.error);
  const run = () => void redoLast();
  sayChange(`Undone: ${reply.value}.`, { label: 'Redo', run });
}

/** Does again what was undone last and says what it was. */
export async function redoLast(): Promise<void> {
  const reply = await redo();
  if (reply.ok) sayUndoable(`Done again: ${reply.value}.`);
  else sayFailure(reply.error);
}

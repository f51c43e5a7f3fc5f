/** A stamped document as a Word file (.docx), the sentence at the head of each of its pages. */
import { type Result, ok } from '../domain/errors.ts';
import { PLAIN_SHEET, type Sheet } from './sheet.ts';
import { type StampedDocument, requireStamp } from './stamp.ts';

/**
 * The file's bytes. Paper, logo and the pale mark are the sheet's; copies are for paper only.
 * Errors: document/unstamped.
 */
export async function toDocx(
  document: StampedDocument,
  sheet: Sheet = PLAIN_SHEET,
): Promise<Result<Uint8Array>> {
  const checked = requireStamp(document);
  if (!checked.ok) return checked;
  const { tree, banner } = checked.value;
  const { writtenTree } = await import('./word/stamped.ts');
  return ok(await writtenTree(tree, banner, sheet));
}

/** An anonymous document as a Word file (.docx), without the banner. */
import { type Result, ok } from '../domain/errors.ts';
import type { Paper } from '../domain/paper.ts';
import { type AnonymousDocument, requireAnonymous } from './anonymous.ts';

/** The file's bytes. Errors: document/unstamped, for anything that did not come from `anonymous`. */
export async function toAnonymousDocx(
  document: AnonymousDocument,
  paper: Paper,
): Promise<Result<Uint8Array>> {
  const checked = requireAnonymous(document);
  if (!checked.ok) return checked;
  const { writtenCounts } = await import('./word/anonymous.ts');
  return ok(await writtenCounts(checked.value, paper));
}

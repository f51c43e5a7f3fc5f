import { type Result, fail, ok } from '../domain/errors.ts';
import { type StampedDocument, requireStamp } from './stamp.ts';

/**
 * The contacts of a stamped document as JSON that other programs read (UK GDPR Art 20): the sentence first.
 * Errors: document/unstamped; document/failed when the document is not one for data files.
 */
export function toJson(document: StampedDocument): Result<string> {
  const checked = requireStamp(document);
  if (!checked.ok) return checked;
  const { tree, banner } = checked.value;
  if (tree.contacts === null) return fail('document/failed');
  const whole = { confidential: banner, made: tree.made, people: tree.contacts };
  return ok(`${JSON.stringify(whole, null, 2)}\n`);
}

/** Documents that leave for a word processor or the clipboard. */
import type { AnonymousDocument } from '../../documents/anonymous.ts';
import { toAnonymousDocx } from '../../documents/anonymous-docx.ts';
import { toDocx } from '../../documents/docx.ts';
import { toAnonymousText, toText } from '../../documents/plain-text.ts';
import { PLAIN_SHEET } from '../../documents/sheet.ts';
import type { StampedDocument } from '../../documents/stamp.ts';
import { type Result, ok } from '../../domain/errors.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { houseOf } from '../desk/house.ts';
import { exported, leaveAsFile, leaveAsText } from '../desk/leaving-elsewhere.ts';
import { isAnonymousName, makeAnonymous, makeStamped } from '../desk/making.ts';
import { sent } from '../desk/request-documents.ts';
import type { DocumentName } from '../protocol.ts';

export const documentWrite: Command<'document.write'> = async ({ name, to }, context) => {
  const house = await houseOf(context);
  const made = await madeAs(name, 'docx', context, {
    stamped: (document) => toDocx(document, { ...PLAIN_SHEET, ...house }),
    anonymous: (document) => toAnonymousDocx(document, house.paper),
  });
  return made.ok ? leaveAsFile(ok(made.value.output), to, made.value.told, context) : made;
};

export const documentText: Command<'document.text'> = async ({ name }, context) => {
  const writers = { stamped: toText, anonymous: toAnonymousText };
  const made = await madeAs(name, 'text', context, writers);
  return made.ok ? leaveAsText(ok(made.value.output), made.value.told, context) : made;
};

/** The two doors of one way of writing. */
interface Writers<T> {
  stamped(document: StampedDocument): Result<T> | Promise<Result<T>>;
  anonymous(document: AnonymousDocument): Result<T> | Promise<Result<T>>;
}

/** The document written, and what the trail is to say of it. Counts of nobody go by a door of their own (ANONYMISE). */
async function madeAs<T>(
  name: DocumentName,
  form: 'docx' | 'text',
  context: OpenContext,
  writers: Writers<T>,
) {
  const left = { what: name.what, form };
  if (isAnonymousName(name)) {
    const made = await makeAnonymous(name, context);
    if (!made.ok) return made;
    const output = await writers.anonymous(made.value);
    const told = { action: 'summarised', about: [], changes: [], left } as const;
    return output.ok ? ok({ output: output.value, told }) : output;
  }
  const made = await makeStamped(name, context);
  if (!made.ok) return made;
  const output = await writers.stamped(made.value.stamped);
  const changes = name.what === 'request-letter' ? sent(name.id, name.letter, context) : [];
  const told = { ...exported(made.value.ids, left), changes };
  return output.ok ? ok({ output: output.value, told }) : output;
}

/** The head of the group's documents: its logo, made of a picture and kept with the group's record, and what else it says. */
import { withAttachments } from '../../domain/attachment.ts';
import { makeId } from '../../domain/ids.ts';
import { applyChanges } from '../desk/change.ts';
import { type Command, groupOf } from '../desk/context.ts';
import { logoFrom } from '../pictures/logo.ts';
import { sourceOf, sourceOver } from '../sources.ts';

export const logoSet: Command<'logo.set'> = async ({ from }, context) => {
  const { session, host, now } = context;
  const png = await logoFrom(sourceOf(from, host), context);
  if (!png.ok) return png;
  const blob = await session.blobs.write(sourceOver(png.value), context);
  if (!blob.ok) return blob;
  const id = makeId('attachment', crypto.getRandomValues(new Uint8Array(16)));
  // As the group is by now: while the picture was drawn, others may have saved it.
  const before = groupOf(session);
  const after = withAttachments(before, [
    { id, name: 'logo.png', added: now, details: 'removed', blob: blob.value, thumbnail: null },
  ]);
  const done = await applyChanges([{ id: before.id, before, after }], 'attached', context);
  // Where only the answer of the disk was lost, the group may name it after all: then it is left to the sweep.
  if (!done.ok && done.error.code !== 'vault/read-only') await session.blobs.drop([blob.value]);
  return done;
};

export const logoRemove: Command<'logo.remove'> = (_asked, context) => {
  const before = groupOf(context.session);
  const after = withAttachments(before, []);
  return applyChanges([{ id: before.id, before, after }], 'attachment-removed', context);
};

export const letterheadChange: Command<'letterhead.change'> = ({ changes }, context) => {
  const before = groupOf(context.session);
  return applyChanges(
    [{ id: before.id, before, after: { ...before, ...changes } }],
    'edited',
    context,
  );
};

/** Recovery without an open vault: the sheet at set-up, and officers who bring their shares to the locked door. */
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { Command, Context } from '../desk/context.ts';
import { usedAs } from '../desk/document-use.ts';
import { handOver, stampedSheet } from '../desk/recovery-documents.ts';
import { readWhole } from '../files.ts';
import type { VaultAsk } from '../protocol.ts';
import { newestSlots } from '../session.ts';
import { sourceOf } from '../sources.ts';
import { type Share, readShare, readShareFile, sharesTogether, slotOfShares } from '../shares.ts';

const LARGEST_SHARE = 16 * 1024;

/** At set-up there is no trail yet; afterwards the sheet is in it before it goes. */
export const recoverySheet: Command<'recovery.sheet', Context> = async (asked, context) => {
  const { session, sheet } = context.desk;
  if (!sheet) return fail('recovery/not-begun');
  const told = { ...usedAs('recovery-sheet', asked.for), about: [], changes: [] };
  return handOver(stampedSheet(sheet), told, { ...context, session });
};

export const sharesBring: Command<'shares.bring', Context> = async (asked, context) => {
  const { desk, host } = context;
  const read = await shareFrom(asked.from, context);
  if (!read.ok) return read;
  const brought = [...desk.brought, read.value];
  const together = sharesTogether(brought);
  if (!together.ok) return together;
  const header = await newestSlots(host);
  // Without a key file that can be read, a backup is what they are to open; it has slots of its own.
  const slot = header.ok ? slotOfShares(header.value, brought) : ok(read.value);
  if (!slot.ok) return slot;
  desk.brought = brought;
  const { threshold, count, set } = slot.value;
  return ok({ brought: brought.map(({ index }) => index), threshold, count, set });
};

export const sharesTakeBack: Command<'shares.takeBack', Context> = (_asked, { desk }) => {
  desk.brought = [];
  return ok(null);
};

async function shareFrom(
  from: VaultAsk<'shares.bring'>['from'],
  context: Context,
): Promise<Result<Share>> {
  if (from.by === 'typing') return readShare(from.typed);
  const bytes = await readWhole(sourceOf(from, context.host), LARGEST_SHARE, context);
  if (bytes.ok) return readShareFile(bytes.value);
  return bytes.error.code === 'file/too-large' ? fail('recovery/share-damaged') : bytes;
}

/** What was typed and is not a record yet: sealed rows of their own, outside the chain. */
import type { Command } from '../desk/context.ts';

export const draftPut: Command<'draft.put'> = ({ key, value }, { session }) =>
  session.drafts.put(key, value);

export const draftGet: Command<'draft.get'> = ({ key }, { session }) => session.drafts.get(key);

export const draftDrop: Command<'draft.drop'> = ({ key }, { session }) => session.drafts.drop(key);

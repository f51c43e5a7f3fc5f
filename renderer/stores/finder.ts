/** Finding people, meetings, minutes and consents by a few letters. */
import { vault } from '../vault/client.ts';
import type { Hit, VaultAsk } from '../vault/protocol.ts';

export type { Hit } from '../vault/protocol.ts';

/** The best hits for a text, at most `limit`; none when the vault refuses. */
export async function find(
  text: string,
  kinds: VaultAsk<'find'>['kinds'],
  limit = 12,
): Promise<Hit[]> {
  const reply = await vault().ask('find', { text, kinds, limit });
  return reply.ok ? reply.value : [];
}

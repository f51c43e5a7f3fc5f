/** Finding records by a few letters. */
import { formatDay } from '../domain/dates.ts';
import type { Kind } from '../domain/kinds.ts';
import { vault } from '../vault/client.ts';
import type { Hit, RegisterRow, VaultAsk } from '../vault/protocol.ts';

const NEWEST = 12;

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

interface RecordOption {
  id: string;
  label: string;
  detail: string;
}

/** Records of some kinds to choose from: those that a text finds, or with none the newest of each. */
export async function findRecords(
  text: string,
  kinds: readonly Kind[],
): Promise<readonly RecordOption[]> {
  if (text.trim() !== '') {
    const hits = await find(text, [...kinds]);
    return hits.map(({ id, title, detail }) => ({ id, label: title, detail }));
  }
  const lists = await Promise.all(
    kinds.map((kind) =>
      vault().ask('query', {
        list: `register:${kind}`,
        text: '',
        filter: 'all',
        sort: { by: 'day', descending: true },
        offset: 0,
        limit: NEWEST,
      }),
    ),
  );
  return lists.flatMap((reply) => {
    if (!reply.ok) return [];
    // The vault answers a register's list with its own rows.
    const rows = reply.value.rows as RegisterRow[];
    return rows.map(({ id, title, day }) => ({
      id,
      label: title,
      detail: day ? formatDay(day) : '',
    }));
  });
}

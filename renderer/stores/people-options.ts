/** People to choose from in a field, by a few letters; with none, those on the committee. */
import { vault } from '../vault/client.ts';
import type { PersonRow } from '../vault/protocol.ts';

const MOST = 12;

interface PersonOption {
  id: string;
  label: string;
  detail: string;
}

/** The best dozen for a text; none when the vault refuses. */
export async function findPeople(text: string): Promise<PersonOption[]> {
  const typed = text.trim();
  if (typed !== '') {
    const hits = await vault().ask('find', { text: typed, kinds: ['person'], limit: MOST });
    return hits.ok ? hits.value.map(({ id, title, detail }) => ({ id, label: title, detail })) : [];
  }
  const committee = await some('committee');
  return committee.length > 0 ? committee : some('all');
}

async function some(filter: 'committee' | 'all'): Promise<PersonOption[]> {
  const reply = await vault().ask('query', {
    list: 'people',
    text: '',
    filter,
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: MOST,
  });
  if (!reply.ok) return [];
  // The vault answers the list of people with rows of people.
  const rows = reply.value.rows as PersonRow[];
  return rows.map(({ id, name, email }) => ({ id, label: name, detail: email }));
}

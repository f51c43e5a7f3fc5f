/** Who was given data of a person, and has to be told when it is corrected, erased or restricted (UK GDPR Art 19). */
import type { AnyRecord } from './kinds.ts';
import type { PlainDate } from './dates.ts';
import { dayOf } from './dates.ts';
import { POSTS } from './posts.ts';
import type { Around } from './registers/register.ts';

export interface Recipient {
  /** The record of the giving: a transfer, a disclosure. */
  readonly record: string;
  /** Without a person's name: "The Treasurer, by a sealed bundle", "Harbour Press, by a disclosure". */
  readonly words: string;
  readonly on: PlainDate;
}

/**
 * Everybody who was given the person's data in a bundle, or by a disclosure. The trail names the first hundred records of a bundle: one that
 * held more is taken to have held this person too.
 */
export function recipientsOf(person: string, around: Around): Recipient[] {
  const found: Recipient[] = [];
  for (const { action, records, count, at } of around.trail()) {
    if (action !== 'bundle-sealed') continue;
    if (!records.includes(person) && count <= records.length) continue;
    const transfer = records.map(around.find).find(isTransfer);
    if (!transfer || found.some(({ record }) => record === transfer.id)) continue;
    found.push({
      record: transfer.id,
      words: `${POSTS[transfer.recipientPost]}, by a sealed bundle`,
      on: dayOf(at, around.timeZone),
    });
  }
  for (const { id, people, to, on } of around.all('disclosure'))
    if (people.some((one) => one === person))
      found.push({ record: id, words: `${to}, by a disclosure`, on });
  return found;
}

function isTransfer(record: AnyRecord | undefined) {
  return record?.kind === 'transfer';
}

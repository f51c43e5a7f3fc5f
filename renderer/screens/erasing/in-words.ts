/** What goes and what stays, in words. */
import type { Kind } from '../../domain/kinds.ts';

const WORDS: Record<Kind, readonly [one: string, many: string]> = {
  person: ['person', 'people'],
  meeting: ['meeting', 'meetings'],
  minutes: ['set of minutes', 'sets of minutes'],
  consent: ['consent', 'consents'],
  card: ['officer’s card', 'officers’ cards'],
  transfer: ['sealed bundle', 'sealed bundles'],
  import: ['import', 'imports'],
  group: ['group', 'groups'],
  shares: ['note of recovery shares', 'notes of recovery shares'],
  erasure: ['certificate', 'certificates'],
};
const number = new Intl.NumberFormat('en-GB');
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "1 person and 2 consents". */
export function kindsInWords(counts: readonly { kind: Kind; count: number }[]): string {
  return list.format(
    counts.map(({ kind, count }) => `${number.format(count)} ${WORDS[kind][count === 1 ? 0 : 1]}`),
  );
}

/** "once", "twice", "3 times". */
export function timesInWords(times: number): string {
  return ['never', 'once', 'twice'][times] ?? `${number.format(times)} times`;
}

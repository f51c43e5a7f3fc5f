/** What goes and what stays, in words. */
import type { Kind } from '../../domain/kinds.ts';
import { registerOf } from '../../domain/registers/table.ts';

const number = new Intl.NumberFormat('en-GB');
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "1 person and 2 consents". */
export function kindsInWords(counts: readonly { kind: Kind; count: number }[]): string {
  return list.format(
    counts.map(({ kind, count }) => {
      const { one, many } = registerOf(kind);
      return `${number.format(count)} ${count === 1 ? one : many}`;
    }),
  );
}

/** "once", "twice", "3 times". */
export function timesInWords(times: number): string {
  return ['never', 'once', 'twice'][times] ?? `${number.format(times)} times`;
}

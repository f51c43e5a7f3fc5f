import { type Result, fail, ok } from '../../domain/errors.ts';

/** Which group of a sheet is asked for: nobody knows beforehand. */
export function groupToAsk(groups: readonly string[]): number {
  const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
  return random % groups.length;
}

/** Whether a group was typed as it is printed. Errors: vault/recovery-misread. */
export function typedBack(groups: readonly string[], group: number, typed: string): Result<null> {
  const same = (text: string) => text.replaceAll(/[\s-]/g, '').toUpperCase();
  const printed = groups[group];
  return printed !== undefined && same(printed) === same(typed)
    ? ok(null)
    : fail('vault/recovery-misread', { group: group + 1 });
}

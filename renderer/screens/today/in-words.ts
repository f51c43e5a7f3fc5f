const number = new Intl.NumberFormat('en-GB');

/** "One set of minutes", "12 sets of minutes". */
export function setsOfMinutes(count: number): string {
  return count === 1 ? 'One set of minutes' : `${number.format(count)} sets of minutes`;
}

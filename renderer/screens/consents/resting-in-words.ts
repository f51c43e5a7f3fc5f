/** What a withdrawal will make necessary, before it is done. */
export function restingInWords(count: number): string {
  if (count === 0) return '';
  const what = count === 1 ? 'One record rests' : `${count} records rest`;
  return `${what} on it: a task is made for each, to take it down or erase it.`;
}

/** What is in the search field after each key, when somebody looks for people who are there. */
import { peopleFrom } from './contacts.ts';

const LOOKED_FOR = 8;
/** Nobody types on after as many letters: the one looked for is on the screen by then. */
const LONGEST = 12;

/**
 * Eight people of the first `size`, each by family name, by given and family name, by e-mail, and by a family name with
 * two letters swapped, letter by letter, twelve at most. The same texts in every run.
 */
export function keystrokes(size: number): string[] {
  const texts: string[] = [];
  for (let at = 0; at < LOOKED_FOR; at += 1) {
    const [one] = peopleFrom(Math.floor(((at + 0.5) * size) / LOOKED_FOR), 1);
    if (!one) continue;
    const { full, family } = one.name;
    const slipped = family.replace(/^(..)(.)(.)/, '$1$3$2');
    for (const typed of [family, full, one.emails[0]?.address ?? '', slipped]) {
      const most = Math.min(typed.length, LONGEST);
      for (let length = 1; length <= most; length += 1) texts.push(typed.slice(0, length));
    }
  }
  return texts;
}

/** Posts with those who hold and held them (clause GOVERN): terms live on the person. */
import type { PlainDate } from './dates.ts';
import type { Person, Term } from './person.ts';
import type { Post } from './posts.ts';

/** One person's term in a post. */
export interface PostTerm extends Term {
  readonly id: Person['id'];
  readonly name: string;
}

/** The terms in a post: those that run today, the longest first, and the others, the latest first. */
export interface PostStanding {
  readonly holders: readonly PostTerm[];
  readonly others: readonly PostTerm[];
}

/** Who holds a post on a day and who else was noted for it. */
export function standingOf(
  post: Post,
  people: Iterable<Pick<Person, 'id' | 'name' | 'terms'>>,
  today: PlainDate,
): PostStanding {
  const terms: PostTerm[] = [];
  for (const { id, name, terms: held } of people)
    for (const term of held) if (term.post === post) terms.push({ ...term, id, name: name.full });
  const runs = ({ from, until }: Term) => from <= today && (until === null || today <= until);
  return {
    holders: terms.filter(runs).sort((a, b) => (a.from < b.from ? -1 : 1)),
    others: terms.filter((term) => !runs(term)).sort((a, b) => (a.from < b.from ? 1 : -1)),
  };
}

/** Posts that one person holds at a time: two at once is a mistake, or a handover that was not noted. */
const HELD_BY_ONE: readonly Post[] = ['chair', 'secretary', 'treasurer'];

/** Whether a post has more holders than it may. */
export function isDoubled(post: Post, holders: readonly unknown[]): boolean {
  return HELD_BY_ONE.includes(post) && holders.length > 1;
}

/** Posts as the office shows them, and what Today says of them. */
import type { Person } from '../../domain/person.ts';
import { isDoubled, standingOf } from '../../domain/post-terms.ts';
import { POSTS, POST_ORDER } from '../../domain/posts.ts';
import { roles } from '../../domain/registers/roles.ts';
import type { PostView, TodayLine } from '../protocol.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';

/** Every post with its holders, its former ones, and the role description that is in force or else the latest draft. */
export function postViews(context: OpenContext): PostView[] {
  const around = aroundOf(context);
  const people = everInPost(context);
  const descriptions = [...around.all('role')].map((role) => ({
    id: role.id,
    post: role.post,
    version: role.version,
    state: roles.state?.(role, around) ?? 'draft',
  }));
  return POST_ORDER.map((post) => {
    const { holders, others } = standingOf(post, people, context.today);
    const own = descriptions
      .filter((one) => one.post === post)
      .sort((a, b) => b.version - a.version);
    const role = own.find(({ state }) => state === 'in-force') ?? own[0];
    return {
      post,
      holders: [...holders],
      others: [...others],
      role: role ? { id: role.id, version: role.version, state: role.state } : null,
    };
  });
}

/** One line for posts that are held without a role description in force, and one for each that two hold at once. */
export function postLines(context: OpenContext): TodayLine[] {
  const held = postViews(context).filter(({ holders }) => holders.length > 0);
  const undescribed = held.filter(({ role }) => role?.state !== 'in-force');
  const line = (what: string, title: string, working: string): TodayLine => ({
    what,
    id: 'posts',
    kind: 'role',
    title,
    due: null,
    at: null,
    days: null,
    working,
  });
  return [
    ...(undescribed.length === 0
      ? []
      : [
          line(
            'Role descriptions missing',
            undescribed.map(({ post }) => POSTS[post]).join(', '),
            'Posts that are held, without a description that the Steering Committee has approved.',
          ),
        ]),
    ...held
      .filter(({ post, holders }) => isDoubled(post, holders))
      .map(({ post, holders }) =>
        line(
          'Two terms run at once',
          POSTS[post],
          `${holders.length} people hold this post today: end the term that is over.`,
        ),
      ),
  ];
}

/** People who hold or held any post: the facts of a person tell it without the record. */
export function everInPost({ session: { state } }: OpenContext): Person[] {
  const people: Person[] = [];
  for (const { id, facts } of state.sorted('person')) {
    if (!facts.includes(':')) continue;
    const record = state.get(id)?.record;
    if (record?.kind === 'person') people.push(record);
  }
  return people;
}

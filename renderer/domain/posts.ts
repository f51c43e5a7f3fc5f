import { z } from 'zod';

/** The posts of the group's officers and committee, with the words they are known by (clause GOVERN). */
export const POSTS = {
  chair: 'Chair',
  'vice-chair': 'Vice Chair',
  secretary: 'Group Secretary',
  treasurer: 'Treasurer',
  'events-officer': 'Events Officer',
  'publications-officer': 'Publications Officer',
  'membership-officer': 'Membership Officer',
  'committee-member': 'Committee Member',
} as const;
export type Post = keyof typeof POSTS;
// Object.keys widens to string[]; the keys are exactly the posts.
const postNames = Object.keys(POSTS) as [Post, ...Post[]];
export const post = z.enum(postNames);
/** The posts in their order. */
export const POST_ORDER: readonly Post[] = postNames;

/** Every post of POSTS sits on the steering committee, so its holder may be given minutes (RETAIN-MINUTES). */
export function postFromWords(words: string): Post | null {
  const wanted = words.trim().toLowerCase();
  if (wanted === 'secretary') return 'secretary';
  return postNames.find((name) => POSTS[name].toLowerCase() === wanted) ?? null;
}

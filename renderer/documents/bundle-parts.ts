/** What the cover of a bundle and its acknowledgement say alike. They travel unsealed, so they name nobody. */
import { type PlainDate, formatDay } from '../domain/dates.ts';
import { POSTS, type Post } from '../domain/posts.ts';
import type { Field } from './tree.ts';
import { words } from './tree.ts';

const regions = new Intl.DisplayNames('en-GB', { type: 'region' });

/** A country by its code. */
export function countryIn(code: string): string {
  return regions.of(code) ?? code;
}

/** What tells one bundle from another. */
export interface BundleFacts {
  readonly bundle: string;
  readonly sealedOn: PlainDate;
  readonly expires: PlainDate;
  /** In the sender's words; null where it was not kept. */
  readonly purpose: string | null;
}

/** For which post, where. */
export function addressed(post: Post, countries: readonly string[]): string {
  return [POSTS[post], ...countries.map(countryIn)].join(', ');
}

export function bundleFields({ bundle, sealedOn, expires, purpose }: BundleFacts): Field[] {
  return [
    { term: 'Bundle', value: [words(bundle)] },
    { term: 'Sealed', value: [words(formatDay(sealedOn))] },
    ...(purpose === null ? [] : [{ term: 'Purpose', value: [[{ text: purpose, isolate: true }]] }]),
    { term: 'Expires', value: [words(`End of ${formatDay(expires)}; erase it by then`)] },
  ];
}

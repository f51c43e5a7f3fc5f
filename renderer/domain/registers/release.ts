/** The days of publishing, which publications and photographs have alike. */
import type { PlainDate } from '../dates.ts';
import { type Result, fail, ok } from '../errors.ts';
import type { Fields } from '../fields.ts';
import type { Photograph, Publication } from '../publishing.ts';

type Steps = Pick<Publication, 'publishable' | 'published' | 'removed'>;

/** @param last what the last of them is called, and what happened then. */
export function stepFields(last: string, then: string): Fields<Steps> {
  return {
    publishable: {
      label: 'Publishable since',
      why: 'Since when everybody in it had consented.',
      as: 'day',
    },
    published: { label: 'Published on', why: 'Since when it is open to everybody.', as: 'day' },
    removed: { label: last, why: `When ${then}.`, as: 'day' },
  };
}

/** Errors: record/in-future, record/ends-before-start. */
export function checkSteps<R extends Publication | Photograph>(
  record: R,
  today: PlainDate,
): Result<R> {
  for (const field of ['publishable', 'published', 'removed'] as const)
    if ((record[field] ?? today) > today) return fail('record/in-future', { field });
  const { publishable, published, removed } = record;
  if (publishable !== null && published !== null && published < publishable)
    return fail('record/ends-before-start', { field: 'published' });
  const start = published ?? publishable;
  if (start !== null && removed !== null && removed < start)
    return fail('record/ends-before-start', { field: 'removed' });
  return ok(record);
}

import type { Result } from '../../domain/errors.ts';
import { sayFailure } from '../../stores/toasts.ts';

/** What has no field of its own to say it beside says its failure in the corner. */
export function orSay(work: Promise<Result<unknown>>): void {
  void work.then((reply) => {
    if (!reply.ok) sayFailure(reply.error);
  });
}

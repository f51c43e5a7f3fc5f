import type { Result } from '../domain/errors.ts';
import type { Gathered } from '../domain/gathering.ts';
import type { RequestId } from '../domain/ids.ts';
import { vault } from '../vault/client.ts';

/** All that is held on the person of a request, with others redacted. */
export function gatherFor(id: RequestId): Promise<Result<Gathered>> {
  return vault().ask('request.gather', { id });
}

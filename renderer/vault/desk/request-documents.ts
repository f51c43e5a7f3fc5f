/** The letters and answers of requests about rights. Every tree that leaves here is stamped. */
import { type Result, fail, ok } from '../../domain/errors.ts';
import { gather } from '../../domain/gathering.ts';
import type { RequestId } from '../../domain/ids.ts';
import type { Around } from '../../domain/registers/register.ts';
import { type Letter, awaited } from '../../domain/request.ts';
import { accessPack } from '../../documents/access-pack.ts';
import { contactOf } from '../../documents/contact-list-document.ts';
import { type RequestSources, requestLetter } from '../../documents/request-letters.ts';
import { type StampedDocument, stamp } from '../../documents/stamp.ts';
import type { Change } from '../log.ts';
import type { OpenContext } from './context.ts';
import type { Shelf } from './document-sources.ts';

/**
 * A letter of a request, or its answer. Errors: record/gone; request/not-proven (an answer before it is known who asks);
 * request/undecided (an answer before the decision).
 */
export function stampedRequestLetter(
  id: RequestId,
  letter: Letter,
  shelf: Shelf,
  around: Around,
): Result<StampedDocument> {
  const found = sourcesOf(id, shelf, around);
  if (!found.ok) return found;
  const { request, person } = found.value;
  if (letter === 'pack' || letter === 'data' || letter === 'answer') {
    if (awaited(request) !== null) return fail('request/not-proven');
    if (request.decision === 'open') return fail('request/undecided');
  }
  if (letter === 'pack') return ok(stamp(accessPack(found.value, gather(person, request, around))));
  if (letter !== 'data') return ok(stamp(requestLetter(letter, found.value)));
  const cover = requestLetter('answer', found.value);
  return ok(stamp({ ...cover, contacts: [contactOf(person, shelf.today)] }));
}

function sourcesOf(
  id: RequestId,
  { group, today, people, purpose: purposeAs }: Shelf,
  around: Around,
) {
  const request = around.find(id);
  if (request?.kind !== 'request') return fail('record/gone');
  const person = people.get(request.person);
  if (!person) return fail('record/gone');
  const acting = request.authorityBy !== null && request.authorityProven !== null;
  const to = (acting && request.authorityBy && people.get(request.authorityBy)) || person;
  const { holidays } = around;
  const purpose = purposeAs(person.purpose);
  return ok<RequestSources>({ request, person, purpose, to, group, day: today, holidays });
}

/** The change that notes in the request what was sent today: proof without content. None where it is noted already. */
export function sent(id: RequestId, what: Letter, { session, today }: OpenContext): Change[] {
  const before = session.state.get(id)?.record;
  if (before?.kind !== 'request') return [];
  if (before.letters.some((one) => one.what === what && one.on === today)) return [];
  const after = { ...before, letters: [...before.letters, { what, on: today }] };
  return [{ id, before, after }];
}

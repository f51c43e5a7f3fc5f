/** The letters and reports of complaints and incidents. Every tree that leaves here is stamped. */
import { type Result, fail, ok } from '../../domain/errors.ts';
import { riskIn } from '../../domain/registers/incidents.ts';
import type { Around } from '../../domain/registers/register.ts';
import { breachLetter } from '../../documents/breach-letter.ts';
import { breachReport } from '../../documents/breach-report.ts';
import { acknowledgementLetter, responseLetter } from '../../documents/complaint-letters.ts';
import { type StampedDocument, stamp } from '../../documents/stamp.ts';
import type { DocumentName } from '../protocol.ts';
import type { Shelf } from './document-sources.ts';

type Named<W extends DocumentName['what']> = Extract<DocumentName, { what: W }>;

/** Errors: record/gone, complaint/no-outcome (an answer that says nothing yet). */
export function stampedComplaintLetter(
  { id, letter }: Named<'complaint-letter'>,
  { find, people, group, today: day }: Shelf,
  { holidays }: Around,
): Result<StampedDocument> {
  const complaint = find(id);
  if (complaint?.kind !== 'complaint') return fail('record/gone');
  const to = complaint.person === null ? { name: complaint.name } : people.get(complaint.person);
  if (!to) return fail('record/gone');
  const sources = { complaint, to, group, day, holidays };
  if (letter === 'acknowledgement') return ok(stamp(acknowledgementLetter(sources)));
  return complaint.outcome.trim() === ''
    ? fail('complaint/no-outcome')
    : ok(stamp(responseLetter(sources)));
}

/** Errors: record/gone. */
export function stampedBreachReport(
  { id, form }: Named<'breach-report'>,
  { find, group, today: day }: Shelf,
): Result<StampedDocument> {
  const incident = find(id);
  if (incident?.kind !== 'incident') return fail('record/gone');
  return ok(stamp(breachReport({ incident, form, group, day })));
}

/** Errors: record/gone, incident/no-letter (neither a high risk nor a decision to tell the people). */
export function stampedBreachLetter(
  { id, person }: Named<'breach-letter'>,
  { find, people, group, today: day }: Shelf,
): Result<StampedDocument> {
  const incident = find(id);
  const to = people.get(person);
  if (incident?.kind !== 'incident' || !to) return fail('record/gone');
  if (riskIn(incident) !== 'high' && incident.tell !== 'tell') return fail('incident/no-letter');
  return ok(stamp(breachLetter({ incident, to, group, day })));
}

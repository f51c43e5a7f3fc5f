/** Ctrl+K: any person, meeting, minutes or consent, tolerant of a slip of the finger. */
import { CONSENT_STATES, consentState } from '../../domain/consent.ts';
import { formatDay } from '../../domain/dates.ts';
import { ok } from '../../domain/errors.ts';
import type { AnyRecord } from '../../domain/kinds.ts';
import { firstEmail } from '../../domain/person.ts';
import type { Hit } from '../protocol.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { nameOf, pastLastDay, postsInWords } from '../desk/lookups.ts';

export const find: Command<'find'> = ({ text, kinds, limit }, context) => {
  const { search, state } = context.session;
  const hits: Hit[] = [];
  // Expired minutes are passed over, so a few more than the limit are asked for.
  for (const id of search.find(text, kinds, limit + 20)) {
    const record = state.get(id)?.record;
    const hit = record && hitOf(record, context);
    if (hit) hits.push(hit);
    if (hits.length === limit) break;
  }
  return ok(hits);
};

function hitOf(record: AnyRecord, { session, today }: OpenContext): Hit | null {
  const { id, kind } = record;
  switch (record.kind) {
    case 'person': {
      const detail = [postsInWords(record, today), firstEmail(record)].filter(Boolean).join(' · ');
      return { id, kind, title: record.name.full, detail };
    }
    case 'meeting':
      return { id, kind, title: record.title, detail: formatDay(record.date) };
    case 'minutes':
      if (pastLastDay(record, today)) return null;
      return { id, kind, title: 'Minutes', detail: formatDay(record.meetingDate) };
    case 'consent': {
      const title = `${nameOf(record.person, session.state)}: ${record.wording.title}`;
      return { id, kind, title, detail: CONSENT_STATES[consentState(record, today)] };
    }
    default:
      return null;
  }
}

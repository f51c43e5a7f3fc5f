/** What belongs to a record: shown beside it, so that no page has to be searched for it. */
import { CONSENT_STATES, consentState } from '../../domain/consent.ts';
import { formatDay } from '../../domain/dates.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { AnyRecord, RecordOf } from '../../domain/kinds.ts';
import { MARKS } from '../../domain/meeting.ts';
import type { OpenRecord } from '../protocol.ts';
import type { VaultState } from '../state.ts';
import type { OpenContext } from './context.ts';
import { minutesOf, nameOf, pastLastDay } from './lookups.ts';

type Related = OpenRecord['related'];

/** Names of the people a record mentions, by id. */
export function namesIn(record: AnyRecord, state: VaultState): Record<string, string> {
  const names: Record<string, string> = {};
  for (const id of peopleIn(record)) if (id !== null) names[id] = nameOf(id, state);
  return names;
}

/** Consents and meetings of a person; the minutes of a meeting; the meeting of minutes. */
export function relatedTo(record: AnyRecord, context: OpenContext): Related {
  switch (record.kind) {
    case 'person':
      return [...consentsOf(record, context), ...meetingsOf(record, context)];
    case 'meeting': {
      const minutes = minutesOf(record.id, context.session.state);
      if (!minutes || pastLastDay(minutes, context.today)) return [];
      return [
        {
          id: minutes.id,
          kind: 'minutes',
          title: 'Minutes',
          detail: minutes.approved ? 'Approved' : 'Draft',
        },
      ];
    }
    case 'minutes': {
      const meeting = context.session.state.get(record.meeting)?.record;
      if (meeting?.kind !== 'meeting') return [];
      return [
        { id: meeting.id, kind: 'meeting', title: meeting.title, detail: formatDay(meeting.date) },
      ];
    }
    default:
      return [];
  }
}

/** Ids of the people a record mentions; null where a place is empty. */
export function peopleIn(record: AnyRecord): (PersonId | null)[] {
  switch (record.kind) {
    case 'meeting':
      return [record.chair, ...record.attendance.map((a) => a.person)];
    case 'minutes':
      return [
        record.approved?.by ?? null,
        ...record.items.flatMap((item) => [
          item.proposer,
          item.seconder,
          ...item.actions.map((action) => action.owner),
        ]),
      ];
    case 'consent':
      return [record.person];
    default:
      return [];
  }
}

/** Records that are not among these and refer to one of them. */
export function mentioning(ids: ReadonlySet<string>, state: VaultState): AnyRecord[] {
  const found: AnyRecord[] = [];
  for (const kind of ['meeting', 'minutes', 'consent'] as const) {
    for (const record of state.all(kind)) {
      if (ids.has(record.id)) continue;
      const ofMeeting = record.kind === 'minutes' && ids.has(record.meeting);
      if (ofMeeting || peopleIn(record).some((id) => id !== null && ids.has(id)))
        found.push(record);
    }
  }
  return found;
}

function consentsOf(person: RecordOf<'person'>, { session, today }: OpenContext): Related {
  const found: Related = [];
  for (const consent of session.state.all('consent')) {
    if (consent.person !== person.id) continue;
    found.push({
      id: consent.id,
      kind: 'consent',
      title: consent.wording.title,
      detail: CONSENT_STATES[consentState(consent, today)],
    });
  }
  return found;
}

function meetingsOf(person: RecordOf<'person'>, { session }: OpenContext): Related {
  const found: Related = [];
  for (const meeting of session.state.all('meeting')) {
    const mark = meeting.attendance.find((a) => a.person === person.id)?.mark;
    if (!mark) continue;
    found.push({
      id: meeting.id,
      kind: 'meeting',
      title: meeting.title,
      detail: `${formatDay(meeting.date)}, ${MARKS[mark].toLowerCase()}`,
    });
  }
  return found.reverse();
}

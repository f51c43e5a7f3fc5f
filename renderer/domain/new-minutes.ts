import type { CarriedOn } from './carrying.ts';
import type { MinutesId } from './ids.ts';
import type { AgendaItem, Meeting, Minutes } from './meeting.ts';
import { EMPTY_TEXT } from './rich-text.ts';

/** What most meetings have besides the minutes before and the matters arising from them. */
const USUAL_ITEMS = ['Apologies for absence', 'Reports', 'Any other business'];

/** An item with its title and nothing said yet. */
export function blankItem(title: string): AgendaItem {
  return {
    title,
    discussion: EMPTY_TEXT,
    decision: '',
    proposer: null,
    seconder: null,
    actions: [],
  };
}

/** The minutes of a meeting as they begin: the usual items, and what was carried on. */
export function newMinutes(id: MinutesId, meeting: Meeting, carried: CarriedOn): Minutes {
  return {
    kind: 'minutes',
    id,
    purpose: 'steering',
    meeting: meeting.id,
    meetingDate: meeting.date,
    previous: { of: carried.of, outcome: null, amendments: '' },
    arising: carried.arising,
    items: USUAL_ITEMS.map(blankItem),
    nextMeeting: null,
    approved: null,
  };
}

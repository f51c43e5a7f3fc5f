/** What is written to somebody who complains, with where they may go next (clause COMPLAINT). */
import type { Complaint } from '../domain/complaint.ts';
import { type PlainDate, formatDay } from '../domain/dates.ts';
import { complaintDeadlines } from '../domain/deadlines.ts';
import type { Group } from '../domain/sharing.ts';
import type { Holidays } from '../domain/working-days.ts';
import { type Addressee, TO_THE_ICO, letterDocument, paragraph, quoted } from './letter.ts';
import type { Block, DocumentTree } from './tree.ts';

interface Sources {
  readonly complaint: Complaint;
  readonly to: Addressee;
  readonly group: Group;
  /** The day the letter is written. */
  readonly day: PlainDate;
  readonly holidays: Holidays;
}

/** That it has come, who looks into it, and by when it is answered. */
export function acknowledgementLetter(sources: Sources): DocumentTree {
  const { complaint, holidays } = sources;
  const { respond } = complaintDeadlines(complaint.received, holidays);
  return letterDocument({
    ...sources,
    title: 'Your complaint has reached us',
    fileName: 'complaint-acknowledgement',
    reference: complaint.id,
    blocks: [
      paragraph(
        `Thank you for your complaint of ${formatDay(complaint.received)} about how we handle personal data. We take it to be about this:`,
      ),
      ...quoted(complaint.about),
      paragraph(
        `We look into it now, and answer you by ${formatDay(respond.day)}. If we have understood it wrongly, or you wish to add to it, please write to us.`,
      ),
      furtherOn(),
    ],
  });
}

/** What was found, and what is done about it. */
export function responseLetter(sources: Sources): DocumentTree {
  const { complaint } = sources;
  return letterDocument({
    ...sources,
    title: 'Our answer to your complaint',
    fileName: 'complaint-response',
    reference: complaint.id,
    blocks: [
      paragraph(
        `You complained on ${formatDay(complaint.received)} about how we handle personal data. We have looked into it, and this is the outcome:`,
      ),
      ...quoted(complaint.outcome),
      furtherOn(),
    ],
  });
}

function furtherOn(): Block {
  return paragraph(
    `If you are not satisfied with how we deal with it, you may complain to the supervisory authority: ${TO_THE_ICO}.`,
  );
}

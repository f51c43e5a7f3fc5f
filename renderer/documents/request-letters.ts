/** What is written to somebody who asks about their data, from the acknowledgement to the answer (clauses RIGHT-*). */
import { type PlainDate, formatDay } from '../domain/dates.ts';
import { AUTHORITY, extensionNotice, requestDeadline } from '../domain/deadlines.ts';
import type { Person } from '../domain/person.ts';
import { BASIS_WORDS, type Purpose } from '../domain/purposes.ts';
import { type Letter, type Request, clockOf } from '../domain/request.ts';
import type { Group } from '../domain/sharing.ts';
import type { Holidays } from '../domain/working-days.ts';
import { TO_THE_ICO, letterDocument, paragraph, quoted } from './letter.ts';
import type { Block, DocumentTree } from './tree.ts';

export interface RequestSources {
  readonly request: Request;
  /** Whose data it is. */
  readonly person: Person;
  /** What the person's data is kept for, as it is in this vault. */
  readonly purpose: Purpose;
  /** The person, or whoever acts for them. */
  readonly to: Person;
  readonly group: Group;
  /** The day the letter is written. */
  readonly day: PlainDate;
  readonly holidays: Holidays;
}

type Plain = Exclude<Letter, 'pack' | 'data'>;

const TITLES: Readonly<Record<Plain, string>> = {
  acknowledgement: 'Your request has reached us',
  identity: 'Your request: proof of who you are',
  clarification: 'Your request: a question',
  extension: 'Your request: more time is needed',
  answer: 'Our answer to your request',
  lifting: 'The use of your data is no longer restricted',
};

/** A letter about a request. */
export function requestLetter(letter: Plain, sources: RequestSources): DocumentTree {
  const blocks = [opening(sources.request), ...BODIES[letter](sources), furtherOn()];
  return letterDocument({
    ...sources,
    title: TITLES[letter],
    fileName: `request-${letter}`,
    reference: sources.request.id,
    blocks,
  });
}

/** What stands in the answer before anything that is sent with it: the decision, its reasons, the lawful basis. */
export function answerBlocks({ request, purpose }: RequestSources): Block[] {
  const { decision, reasons, type } = request;
  return [
    paragraph(decision === 'refused' ? REFUSED[type] : UPHELD[type]),
    ...(decision === 'partly'
      ? [paragraph('We could do so in part only, for these reasons:')]
      : []),
    ...(decision === 'refused' ? [paragraph('Our reasons:')] : []),
    ...quoted(reasons),
    paragraph(
      `We keep your data for this purpose: ${purpose.name}. Our lawful basis is ${BASIS_WORDS[purpose.basis].toLowerCase()}. ${purpose.balance}`,
    ),
  ];
}

/** The right to complain to the group and to the ICO, with the address (clause COMPLAINT). */
export function furtherOn(): Block {
  return paragraph(
    `If you are not satisfied, please write to us: a complaint is answered within one month. You may also complain to ${TO_THE_ICO}, and go to court.`,
  );
}

function opening({ type, received }: Request): Block {
  return paragraph(`On ${formatDay(received)} we received your request ${ASKED[type]}.`);
}

const ASKED: Readonly<Record<Request['type'], string>> = {
  access: 'for access to the personal data that we hold on you',
  rectification: 'to correct your personal data',
  erasure: 'to erase your personal data',
  restriction: 'to restrict the use of your personal data',
  objection: 'to stop using your personal data',
  portability: 'to transfer your personal data',
  removal: 'to remove a publication from our website',
};

const BODIES: Readonly<Record<Plain, (sources: RequestSources) => Block[]>> = {
  acknowledgement: ({ request, day, holidays }) => {
    const deadline = requestDeadline(clockOf(request), day, holidays);
    const stops = request.type === 'restriction' || request.type === 'objection';
    return [
      paragraph(`We answer you by ${formatDay(deadline.day)}, free of charge.`),
      paragraph(`${deadline.working} ${AUTHORITY}`, true),
      ...(stops ? [paragraph('Until then your data is kept, and not used.')] : []),
    ];
  },
  identity: () => [
    paragraph(
      'So that nobody else is given your data, please show us that it is you who asks: write from the e-mail address that we have of you, or let us call you on the number that we have. We ask for no copy of a passport or identity card.',
    ),
    paragraph('The month in which we answer begins when your proof has reached us.'),
  ],
  clarification: () => [
    paragraph(
      'We hold a good deal of information, and ask you to tell us which of it your request is about: which time, which matter, or which event. You need not narrow it: if you wish to have everything, please say so.',
    ),
    paragraph('Until your reply has reached us, the time in which we answer stands still.'),
  ],
  extension: ({ request, day, holidays }) => {
    const clock = { ...clockOf(request), isExtended: true };
    const { day: until, working } = requestDeadline(clock, day, holidays);
    const told = extensionNotice(clock, day, holidays);
    return [
      paragraph(
        `We need more time than the first month, which ends on ${formatDay(told.day)}. We answer you by ${formatDay(until)} at the latest, for these reasons:`,
      ),
      ...quoted(request.extensionReasons),
      paragraph(`${working} ${AUTHORITY}`, true),
    ];
  },
  answer: answerBlocks,
  lifting: () => [
    paragraph(
      'We tell you before we use your data again, as we must: the reason for which its use was restricted has ended. From the day after this letter we treat it as before.',
    ),
  ],
};

const UPHELD: Readonly<Record<Request['type'], string>> = {
  access: 'With this letter you receive what we hold on you.',
  rectification:
    'We have corrected your data as you asked, and tell those to whom we had given it, unless that proves impossible.',
  erasure:
    'Your data is erased: from our records, from their search, and from every backup that we manage. What remains is a certificate that names nobody, and the note that a request was answered. We tell those to whom we had given it.',
  restriction:
    'The use of your data is restricted: we keep it, and do not print, send or share it, nor use it in any other way without your consent. We tell you before this ends.',
  objection: 'We have stopped using your data for what you object to.',
  portability:
    'With this letter you receive the data that you gave us, as files that other programs read: CSV, vCard and JSON.',
  removal: 'What you asked us to remove is taken down from our website.',
};

const REFUSED: Readonly<Record<Request['type'], string>> = {
  access: 'We do not provide what you asked for.',
  rectification: 'We have not changed your data.',
  erasure: 'We have not erased your data.',
  restriction: 'We do not restrict the use of your data.',
  objection:
    'We continue to use your data: our grounds are compelling, and override your interests.',
  portability: 'We do not provide your data for transfer.',
  removal: 'We have not removed the publication.',
};

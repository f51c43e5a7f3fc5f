import { type PlainDate, formatDay } from '../dates.ts';
import { extensionNotice, requestDeadline, requestTarget } from '../deadlines.ts';
import { type Result, fail, ok } from '../errors.ts';
import { recipientsOf } from '../recipients.ts';
import {
  CHANNELS,
  DECISIONS,
  LETTERS,
  REQUEST_TYPES,
  type Request,
  awaited,
  clockOf,
  isPaused,
  stands,
} from '../request.ts';
import type { RecordOf } from '../kinds.ts';
import type { Around, Due, Follow, Register } from './register.ts';

const ANSWER = 'To answer in time, and to prove it.';
const CLOCK = 'The time to answer depends on it.';

/** The register of what people ask of their data (clauses RIGHT-*). */
export const requests: Register<'request'> = {
  one: 'request',
  many: 'requests',
  byHand: true,
  columns: ['type', 'received', 'answered'],
  fields: {
    type: {
      label: 'Asks for',
      why: ANSWER,
      as: 'choice',
      of: REQUEST_TYPES,
      atStart: true,
      isFixed: true,
    },
    person: {
      label: 'Whose data',
      why: ANSWER,
      as: 'person',
      isNeeded: true,
      atStart: true,
      isFixed: true,
    },
    received: { label: 'Received', why: CLOCK, as: 'day', isNeeded: true, atStart: true },
    channel: { label: 'Came by', why: ANSWER, as: 'choice', of: CHANNELS, atStart: true },
    details: {
      label: 'What they ask, in a sentence',
      why: ANSWER,
      help: 'Without a name: the request is kept as proof, even after an erasure.',
      as: 'long-text',
      most: 2_000,
      atStart: true,
    },
    about: {
      label: 'About',
      why: 'What is to be removed.',
      as: 'record',
      of: ['publication', 'photograph'],
    },
    identityAsked: {
      label: 'Proof of identity asked for',
      why: CLOCK,
      help: 'Only where there is doubt who asks. Empty: not needed.',
      as: 'day',
    },
    identityProven: { label: 'Identity proven', why: CLOCK, as: 'day' },
    authorityBy: {
      label: 'Acting for the person',
      why: 'To deal with whoever has the authority to ask.',
      as: 'person',
    },
    authorityAsked: { label: 'Authority asked for', why: CLOCK, as: 'day' },
    authorityProven: { label: 'Authority received', why: CLOCK, as: 'day' },
    pauses: {
      label: 'Clarifications',
      why: CLOCK,
      help: 'The days from asking to the answer do not count.',
      as: 'rows',
      one: 'clarification',
      of: {
        asked: { label: 'Asked', why: CLOCK, as: 'day', isNeeded: true },
        answered: { label: 'Answered', why: CLOCK, as: 'day' },
      },
    },
    extensionReasons: {
      label: 'Why more time is needed',
      why: 'The person must be told the reasons.',
      as: 'long-text',
      most: 2_000,
    },
    extendedOn: {
      label: 'Told of an extension',
      why: CLOCK,
      help: 'Complex, or one of several: three months in all. Within the first month, with the reasons.',
      as: 'day',
    },
    decision: { label: 'Decision', why: ANSWER, as: 'choice', of: DECISIONS },
    reasons: {
      label: 'Reasons',
      why: 'A refusal, whole or in part, must say why.',
      help: 'They stand in the answer, word for word.',
      as: 'long-text',
      most: 4_000,
    },
    answered: { label: 'Answered', why: ANSWER, as: 'day' },
    lifted: {
      label: 'Restriction or objection ended',
      why: 'From then on the data may be used again.',
      help: 'The person is told before (Art 18(3)).',
      as: 'day',
    },
    letters: {
      label: 'Sent',
      why: 'To prove what was sent when.',
      as: 'kept',
      words: (letters) =>
        letters.map(({ what, on }) => `${LETTERS[what]}, ${formatDay(on)}`).join('\n'),
    },
    leftOut: { label: 'Left out of the answer', why: ANSWER, as: 'kept' },
    shown: { label: 'Shown in the answer, with reasons', why: ANSWER, as: 'kept' },
  },
  title: (request, names) => names(request.person),
  day: (request) => request.received,
  states: {
    waiting: { words: 'Waiting for proof', tone: 'warning' },
    paused: { words: 'Waiting for an answer', tone: 'warning' },
    open: { words: 'To answer', tone: 'accent' },
    overdue: { words: 'Overdue', tone: 'alarm' },
    'in-force': { words: 'In force', tone: 'warning' },
    answered: { words: 'Answered', tone: 'plain' },
  },
  state(request, { today, holidays }) {
    if (request.answered !== null) return stands(request) ? 'in-force' : 'answered';
    if (awaited(request) !== null) return 'waiting';
    if (isPaused(request)) return 'paused';
    return requestDeadline(clockOf(request), today, holidays).day < today ? 'overdue' : 'open';
  },
  check,
  endedOn: (request) => (stands(request) ? null : (request.lifted ?? request.answered)),
  holds,
  checkRemoval: ({ letters, answered }) =>
    letters.length === 0 && answered === null ? ok(null) : fail('register/kept'),
  follows,
  dues,
  inTime(request, { today, holidays }) {
    const last = requestDeadline(clockOf(request), today, holidays).day;
    if (request.answered !== null) return request.answered <= last;
    if (awaited(request) !== null || isPaused(request)) return null;
    return today <= last ? null : false;
  },
  blank: (today) => ({
    purpose: 'accountability',
    type: 'access',
    received: today,
    channel: 'email',
    details: '',
    about: null,
    identityAsked: null,
    identityProven: null,
    authorityBy: null,
    authorityAsked: null,
    authorityProven: null,
    pauses: [],
    extendedOn: null,
    extensionReasons: '',
    decision: 'open',
    reasons: '',
    answered: null,
    lifted: null,
    letters: [],
    leftOut: [],
    shown: [],
  }),
};

/**
 * Errors: record/in-future, request/out-of-order (field), request/not-asked (field), request/extension-late,
 * request/extension-reasons, request/undecided, request/no-reasons, request/not-lifted; wall/refused where the person or
 * the type changes.
 */
function check(request: Request, before: Request | null, around: Around): Result<Request> {
  if (before && (before.person !== request.person || before.type !== request.type))
    return fail('wall/refused');
  const order = inOrder(request, around.today);
  if (!order.ok) return order;
  const extended = checkExtension(request, around);
  if (!extended.ok) return extended;
  const { decision, answered, reasons, lifted, type } = request;
  if (answered !== null && decision === 'open') return fail('request/undecided');
  const needsReasons = decision === 'refused' || decision === 'partly';
  if (needsReasons && reasons.trim() === '')
    return fail('request/no-reasons', { field: 'reasons' });
  if (lifted !== null && type !== 'restriction' && type !== 'objection')
    return fail('request/not-lifted', { field: 'lifted' });
  // What was sent is written down when it is sent, and by nothing else.
  return ok({ ...request, letters: before?.letters ?? [] });
}

/** No day to come, none before the receipt, no answer before its question. */
function inOrder(request: Request, today: PlainDate): Result<null> {
  const { received, identityAsked, identityProven, authorityAsked, authorityProven } = request;
  if (identityProven !== null && identityAsked === null)
    return fail('request/not-asked', { field: 'identityProven' });
  if (authorityProven !== null && authorityAsked === null)
    return fail('request/not-asked', { field: 'authorityProven' });
  const pairs: [field: string, day: PlainDate | null, after: PlainDate | null][] = [
    ['received', received, null],
    ['identityAsked', identityAsked, received],
    ['identityProven', identityProven, identityAsked],
    ['authorityAsked', authorityAsked, received],
    ['authorityProven', authorityProven, authorityAsked],
    ...request.pauses.flatMap(({ asked, answered }, at): typeof pairs => [
      [`pauses.${at}.asked`, asked, received],
      [`pauses.${at}.answered`, answered, asked],
    ]),
    ['extendedOn', request.extendedOn, received],
    ['answered', request.answered, received],
    ['lifted', request.lifted, received],
  ];
  for (const [field, day, after] of pairs) {
    if (day === null) continue;
    if (day > today) return fail('record/in-future', { field });
    if (after !== null && day < after) return fail('request/out-of-order', { field });
  }
  return ok(null);
}

/** UK GDPR Art 12(3): told with reasons, and inside the first month. */
function checkExtension(request: Request, { today, holidays }: Around): Result<null> {
  const { extendedOn, extensionReasons } = request;
  if (extendedOn === null) return ok(null);
  if (extensionReasons.trim() === '')
    return fail('request/extension-reasons', { field: 'extensionReasons' });
  const last = extensionNotice(clockOf(request), today, holidays).day;
  return extendedOn > last ? fail('request/extension-late', { field: 'extendedOn' }) : ok(null);
}

/**
 * While it is open: the authority that another asks by, and the person whose data is asked about, but for an erasure.
 * What is restricted is kept (Art 18(1)(b) and (c)) until it is lifted.
 */
function holds(request: Request): string[] {
  const { answered, authorityBy, person, type } = request;
  const isOpen = answered === null;
  return [
    ...(isOpen && authorityBy !== null ? [authorityBy] : []),
    ...((isOpen && type !== 'erasure') || stands(request) ? [person] : []),
  ];
}

/** Art 19: whoever was given the data is told; a publication is taken down (clause RIGHT-UNPUBLISH). */
function follows(request: Request, before: Request | null, around: Around): Follow[] {
  if (!isUpheld(request) || (before && isUpheld(before))) return [];
  const base = {
    kind: 'task',
    purpose: 'accountability',
    because: request.id,
    due: null,
    done: null,
    notes: '',
  } as const;
  const tasks: RecordOf<'task'>[] = [];
  if (request.type === 'removal')
    tasks.push({
      ...base,
      id: around.newId('task'),
      what: 'take-down',
      words: 'Take down what a request asks to have removed.',
      about: request.about,
    });
  const done = TOLD[request.type];
  for (const { words, on } of done === undefined ? [] : recipientsOf(request.person, around))
    tasks.push({
      ...base,
      id: around.newId('task'),
      what: 'tell-recipient',
      words: `Tell ${words} of ${formatDay(on)}, that data was ${done}.`,
      about: request.person,
    });
  return tasks.map((after) => ({ before: null, after }));
}

const TOLD: Readonly<Partial<Record<Request['type'], string>>> = {
  rectification: 'corrected',
  restriction: 'restricted',
};

function isUpheld({ decision }: Request): boolean {
  return decision === 'upheld' || decision === 'partly';
}

function dues(request: Request, { today, holidays }: Around): Due[] {
  if (request.answered !== null) return [];
  const what = `Request to answer: ${REQUEST_TYPES[request.type].toLowerCase()}`;
  const waits = awaited(request);
  if (waits !== null) {
    const asked = waits === 'identity' ? request.identityAsked : request.authorityAsked;
    const since = asked === null ? '' : ` It was asked for on ${formatDay(asked)}.`;
    const proof = waits === 'identity' ? 'Proof of identity' : 'The authority to ask';
    const working = `${proof} has not come; the time to answer begins when it does.${since}`;
    return [{ what, due: null, working }];
  }
  const clock = clockOf(request);
  const { day: due, working } = requestDeadline(clock, today, holidays);
  if (clock.isExtended) return [{ what, due, working }];
  const target = requestTarget(clock, today, holidays).day;
  const notice = extensionNotice(clock, today, holidays).day;
  const also = `Own target: ${formatDay(target)}. Last day to tell of an extension: ${formatDay(notice)}.`;
  return [{ what, due, working: `${working} ${also}` }];
}

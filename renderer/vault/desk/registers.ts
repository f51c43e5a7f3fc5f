/** The registers as rows: what each list shows, how it is filtered, searched and sorted. */
import { fingerprintWords } from '../../bundles/card.ts';
import { consentState } from '../../domain/consent.ts';
import { transferView } from '../../domain/countries.ts';
import { dayOf } from '../../domain/dates.ts';
import { ERASURE_REASONS } from '../../domain/erasure.ts';
import { minutesLastDay } from '../../domain/dates.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Minutes } from '../../domain/meeting.ts';
import { POSTS } from '../../domain/posts.ts';
import { KINDS } from '../../domain/registers/table.ts';
import { passesTrailFilter } from '../../domain/trail.ts';
import { keysLeft } from '../erasing.ts';
import { normalText } from '../normal-text.ts';
import { kindOfId } from '../summary.ts';
import type {
  CardRow,
  ConsentRow,
  ErasureRow,
  ImportRow,
  ListName,
  MeetingRow,
  RegisterList,
  RowOf,
  TrailRow,
  TransferRow,
} from '../protocol.ts';
import { countKinds } from './count-kinds.ts';
import { type Listing, shortList } from './listing.ts';
import { pastLastDay } from '../../domain/registers/minutes.ts';
import { nameOf } from './lookups.ts';
import { people } from './people-listing.ts';
import { registerListing } from './register-listing.ts';

const meetings = shortList<MeetingRow>({
  rows({ session, today }) {
    const written = new Map<MeetingId, Minutes>();
    for (const minutes of session.state.all('minutes')) {
      if (!pastLastDay(minutes, today)) written.set(minutes.meeting, minutes);
    }
    return [...session.state.all('meeting')].map((meeting) => {
      const minutes = written.get(meeting.id);
      return {
        id: meeting.id,
        date: meeting.date,
        title: meeting.title,
        place: meeting.place,
        present: meeting.attendance.filter((a) => a.mark === 'present').length,
        apologies: meeting.attendance.filter((a) => a.mark === 'apologies').length,
        minutes: minutes
          ? {
              id: minutes.id,
              state: minutes.approved ? 'approved' : 'draft',
              lastDay: minutesLastDay(minutes.meetingDate),
            }
          : null,
      };
    });
  },
  keeps: (row, filter) =>
    filter === 'without-minutes' ? row.minutes === null : row.minutes?.state === filter,
  words: (row) => `${row.title} ${row.place} ${row.date}`,
  sorts: {
    date: (row) => row.date,
    title: (row) => normalText(row.title),
    place: (row) => normalText(row.place),
    present: (row) => row.present,
    apologies: (row) => row.apologies,
    minutes: (row) => row.minutes?.state ?? '',
    lastDay: (row) => row.minutes?.lastDay ?? '',
  },
});

const consents = shortList<ConsentRow>({
  rows: ({ session, today }) =>
    [...session.state.all('consent')].map((consent) => ({
      id: consent.id,
      person: consent.person,
      name: nameOf(consent.person, session.state),
      title: consent.wording.title,
      version: consent.wording.version,
      state: consentState(consent, today),
      given: consent.given?.on ?? null,
      withdrawn: consent.withdrawn?.on ?? null,
      expires: consent.expires,
    })),
  keeps: (row, filter) => row.state === filter,
  words: (row) => `${row.name} ${row.title}`,
  sorts: {
    name: (row) => normalText(row.name),
    title: (row) => normalText(row.title),
    version: (row) => row.version,
    state: (row) => row.state,
    given: (row) => row.given ?? '',
    withdrawn: (row) => row.withdrawn ?? '',
    expires: (row) => row.expires ?? '',
  },
});

const cards = shortList<CardRow>({
  rows: ({ session, today }) =>
    [...session.state.all('card')].map(({ id, content, checkedOn }) => ({
      id,
      name: content.name,
      post: content.post,
      country: content.country,
      words: fingerprintWords(content),
      checkedOn,
      ...transferView(content.country, today, session.state.all('adequacy')),
    })),
  words: (row) => `${row.name} ${POSTS[row.post]} ${row.country}`,
  sorts: {
    name: (row) => normalText(row.name),
    post: (row) => normalText(POSTS[row.post]),
    country: (row) => row.country,
    checkedOn: (row) => row.checkedOn,
  },
});

const BY_TIME = { at: (row: { at: number }) => row.at };

// Every kind has its list; fromEntries widens the names to string.
const BY_FIELDS = Object.fromEntries(
  KINDS.map((kind) => [`register:${kind}`, registerListing(kind)]),
) as { [L in RegisterList]: Listing<RowOf[L]> };

export const LISTINGS: { readonly [L in ListName]: Listing<RowOf[L]> } = {
  ...BY_FIELDS,
  people,
  meetings,
  consents,
  cards,
  transfers: shortList<TransferRow>({
    rows: ({ session, group }) =>
      [...session.state.all('transfer')].map((transfer) => ({
        id: transfer.id,
        sealedAt: transfer.sealedAt,
        recipients: transfer.recipients
          .map((id) => {
            const record = session.state.get(id)?.record;
            return record?.kind === 'card' ? record.content.name : '(removed)';
          })
          .join(', '),
        post: transfer.recipientPost,
        countries: transfer.countries,
        // As it was when it left.
        views: transfer.countries.map((code) =>
          transferView(
            code,
            dayOf(transfer.sealedAt, group.timeZone),
            session.state.all('adequacy'),
          ),
        ),
        method: transfer.method,
        acknowledged: transfer.acknowledged ?? null,
        expires: transfer.expires,
        count: transfer.contents.reduce((sum, { count }) => sum + count, 0),
      })),
    words: (row) => `${row.recipients} ${POSTS[row.post]} ${row.countries.join(' ')}`,
    sorts: { sealedAt: (row) => row.sealedAt, expires: (row) => row.expires },
  }),
  imports: shortList<ImportRow>({
    rows: ({ session }) =>
      [...session.state.all('import')].map(({ id, at, format, created, changed, undone }) => ({
        id,
        at,
        format,
        created: created.length,
        changed: changed.length,
        undone,
      })),
    words: (row) => row.format,
    sorts: BY_TIME,
  }),
  erasures: shortList<ErasureRow>({
    rows: ({ session }) =>
      [...session.state.all('erasure')].map((certificate) => ({
        id: certificate.id,
        at: certificate.at,
        by: certificate.by,
        reason: certificate.reason,
        erased: countKinds(certificate.erased.map((one) => kindOfId(one.id))),
        unfinished: keysLeft([certificate], (name) => session.epochOf(name)).length > 0,
        open: certificate.places.filter(({ state }) => state === 'open').map(({ name }) => name),
      })),
    words: (row) => ERASURE_REASONS[row.reason],
    sorts: BY_TIME,
  }),
  trail: shortList<TrailRow>({
    rows: ({ session }) =>
      session.state.trail().map(({ id, at, actor, action, count, sheets, left }) => ({
        id,
        at,
        actor,
        action,
        count,
        sheets,
        left,
      })),
    keeps: passesTrailFilter,
    words: (row) => row.action,
    sorts: BY_TIME,
  }),
};

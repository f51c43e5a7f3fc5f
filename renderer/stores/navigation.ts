/** Where the person is: `room/rest`, in the characters that the host keeps across a lock. */
import { create } from 'zustand';
import { ID_PREFIXES } from '../domain/ids.ts';
import type { Kind } from '../domain/kinds.ts';
import { KINDS } from '../domain/registers/table.ts';

export const ROOMS = {
  today: 'Today',
  people: 'People',
  meetings: 'Meetings',
  consents: 'Consents',
  publications: 'Publications',
  enquiries: 'Enquiries',
  requests: 'Requests',
  incidents: 'Incidents',
  sharing: 'Sharing',
  office: 'Office',
} as const;
export type Room = keyof typeof ROOMS;
// Object.keys widens to string[]; the keys are exactly the rooms.
export const ROOM_ORDER = Object.keys(ROOMS) as Room[];

export interface Place {
  room: Room;
  /** What is after the room: an id, `new`, or the name of a tab; empty when nothing is open. */
  rest: string;
}

export const useNavigation = create<Place>(() => ({ room: 'today', rest: '' }));

/** Goes to a room and, where given, to a record or tab in it. */
export function go(room: Room, rest = ''): void {
  useNavigation.setState({ room, rest });
}

/** Goes to where a record is shown, by its id's prefix. */
export function goToRecord(id: string): void {
  go(roomOf(id), id);
}

/** The room of a record, by its id's prefix. */
export function roomOf(id: string): Room {
  return ROOM_OF_PREFIX.get(id.slice(0, id.indexOf('_'))) ?? 'office';
}

/** The place as the host keeps it. */
export function routeNow(): string {
  const { room, rest } = useNavigation.getState();
  return rest ? `${room}/${rest}` : room;
}

/** Returns to a place that the host kept; an unknown one is Today. */
export function restoreRoute(route: string): void {
  const [room = '', ...rest] = route.split('/');
  const known = ROOM_ORDER.find((name) => name === room);
  if (known) go(known, rest.join('/'));
}

const ROOM_OF_KIND: Readonly<Record<Kind, Room>> = {
  person: 'people',
  meeting: 'meetings',
  minutes: 'meetings',
  consent: 'consents',
  card: 'sharing',
  transfer: 'sharing',
  import: 'office',
  group: 'office',
  erasure: 'office',
  shares: 'office',
  enquiry: 'enquiries',
  task: 'office',
  decision: 'office',
  hold: 'office',
  calendar: 'office',
  processing: 'office',
  complaint: 'requests',
  incident: 'incidents',
  request: 'requests',
  role: 'office',
  access: 'office',
  adequacy: 'sharing',
  review: 'office',
  publication: 'publications',
  event: 'publications',
  photograph: 'publications',
  mailing: 'publications',
  wording: 'consents',
  supplier: 'office',
  invoice: 'office',
  disclosure: 'sharing',
};
const ROOM_OF_PREFIX = new Map(
  KINDS.map((kind): [string, Room] => [ID_PREFIXES[kind], ROOM_OF_KIND[kind]]),
);

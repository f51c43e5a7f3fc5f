import { z } from 'zod';
import { instant } from './dates.ts';
import { trailId } from './ids.ts';
import { outgoing, outgoingInWords } from './outgoing.ts';
import { type Post, post } from './posts.ts';

/** What happened, in the words of the trail (clause AUDIT). No names, values or content ever. */
export const TRAIL_ACTIONS = {
  created: 'Vault created',
  unlocked: 'Unlocked',
  restored: 'Restored from a backup',
  'backups-resealed': 'Backups sealed anew',
  added: 'Added',
  edited: 'Edited',
  removed: 'Removed',
  undone: 'Undone',
  viewed: 'Viewed in full',
  imported: 'Imported',
  'import-undone': 'Import undone',
  approved: 'Minutes approved',
  'consent-given': 'Consent given',
  'consent-withdrawn': 'Consent withdrawn',
  previewed: 'Document previewed',
  printed: 'Printed',
  exported: 'Exported',
  summarised: 'Summarised without personal data',
  unfinished: 'Failed or cancelled',
  'bundle-sealed': 'Bundle sealed',
  'bundle-opened': 'Bundle opened',
  attached: 'File attached',
  'attachment-removed': 'Attachment removed',
  'basis-changed': 'Lawful basis changed',
  'card-added': 'Officer’s card added',
  erased: 'Erased for good',
  reviewed: 'Review finished',
  'clock-confirmed': 'Clock confirmed',
  'passphrase-changed': 'Passphrase changed',
  'shares-made': 'Recovery shares made',
  'keys-renewed': 'Keys renewed',
  'handed-over': 'Handed over',
} as const;
export type TrailAction = keyof typeof TRAIL_ACTIONS;

/** Which entries of the trail are looked at: null and empty leave it open. */
export interface TrailFilter {
  readonly action: TrailAction | null;
  readonly actor: Post | null;
  /** Milliseconds UTC: from the one on, before the other. */
  readonly from: number | null;
  readonly before: number | null;
}

/** A link of the chain (64 hex digits) as it is read out and compared: in eights. */
export function linkInEights(link: string): string {
  return link.match(/.{8}/g)?.join(' ') ?? '';
}

/** A filter as lists and documents are asked by it; `all`: everything. */
export function trailFilterText({ action, actor, from, before }: TrailFilter): string {
  const parts = [action, actor, from, before].map((part) => part ?? '');
  return parts.every((part) => part === '') ? 'all' : parts.join(':');
}

/** Whether a filter, as text, lets an entry pass. */
export function passesTrailFilter(
  { action, actor, at }: Pick<TrailEntry, 'action' | 'actor' | 'at'>,
  filter: string,
): boolean {
  const [wanted = '', by = '', from = '', before = ''] = filter === 'all' ? [] : filter.split(':');
  return (
    (wanted === '' || wanted === action) &&
    (by === '' || by === actor) &&
    (from === '' || at >= Number(from)) &&
    (before === '' || at < Number(before))
  );
}

export const trailEntry = z.object({
  id: trailId,
  at: instant,
  /** The profile's post; who held it is in the terms. */
  actor: post,
  // Object.keys widens to string[]; the keys are exactly the actions.
  action: z.enum(Object.keys(TRAIL_ACTIONS) as [TrailAction, ...TrailAction[]]),
  /** Ids of the records concerned; the first hundred. */
  records: z.array(z.string().max(40)).max(100),
  /** How many there were in all. */
  count: z.number().int().min(0),
  /** Of a document that left: its pages, and which copy it was. Absent: another entry, or one from before it was noted. */
  sheets: z
    .object({
      pages: z.number().int().min(1),
      /** From 1. */
      copy: z.number().int().min(1),
      copies: z.number().int().min(1),
    })
    .optional(),
  /** What was looked at or left. Absent: another entry, or one from before it was noted. */
  left: outgoing.optional(),
});
export type TrailEntry = z.infer<typeof trailEntry>;

/** What an entry did, with the document, its form, pages and copy: `Exported: minutes, PDF, 12 pages, copy 2 of 3`. */
export function actionInWords({
  action,
  sheets,
  left,
}: Pick<TrailEntry, 'action' | 'sheets' | 'left'>): string {
  const what = left ? `: ${outgoingInWords(left)}` : '';
  if (!sheets) return `${TRAIL_ACTIONS[action]}${what}`;
  const { pages, copy, copies } = sheets;
  const which = copies > 1 ? `, copy ${copy} of ${copies}` : '';
  return `${TRAIL_ACTIONS[action]}${what}, ${pages} ${pages === 1 ? 'page' : 'pages'}${which}`;
}

/** Wordings of consents: those that are shipped, and those that a group adds (clause CONSENT). */
import { z } from 'zod';
import { CONSENT_WORDINGS, type Consent, type ConsentWording } from './consent.ts';
import { wordingId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** The purposes that rest on consent. */
export const CONSENT_PURPOSES = {
  photographs: 'Photographs of events',
  publications: 'Publishing articles',
  prospects: 'Informing prospective members',
} as const;

/** A wording of the group's own: a new one, or a new version of another. Once used, its words stay. */
export const wording = z.object({
  kind: z.literal('wording'),
  id: wordingId,
  purpose: purposeId,
  /** What all versions of a wording have alike: `photographs`, or the id of the first. */
  series: z.string().min(1).max(60),
  version: z.string().regex(/^\d{1,3}\.\d{1,3}$/),
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(5_000),
  /** One to a line. */
  data: z.string().trim().min(1).max(1_000),
  withdrawal: z.string().trim().min(1).max(1_000),
});
export type Wording = z.infer<typeof wording>;

/** A wording in its newest version. */
export interface WordingView {
  readonly wording: ConsentWording;
  /** The id of the record that holds it; null where it is shipped. */
  readonly own: string | null;
  /** Somebody was asked with it: its words stay. */
  readonly isUsed: boolean;
}

/** One of the group's own as consents and forms take it. */
function asShown(own: Wording): ConsentWording {
  const { series: id, version, title, purpose, text, data, withdrawal } = own;
  const dataTypes = data
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 20)
    .map((line) => line.slice(0, 200));
  return { id, version, title, purpose, text, dataTypes, withdrawal };
}

/** Every version of every wording, shipped ones first. */
export function everyWording(own: Iterable<Wording>): ConsentWording[] {
  return [...CONSENT_WORDINGS, ...[...own].map(asShown)];
}

/** The newest version of each wording: what forms and new consents offer. */
export function newestWordings(own: Iterable<Wording>): ConsentWording[] {
  const newest = new Map<string, ConsentWording>();
  for (const one of everyWording(own)) {
    const known = newest.get(one.id);
    if (!known || isNewer(one.version, known.version)) newest.set(one.id, one);
  }
  return [...newest.values()];
}

/** `1.0` → `2.0`. */
export function versionAfter(version: string): string {
  return `${Number(version.split('.')[0] ?? 0) + 1}.0`;
}

/** Whether anybody was asked with it. */
export function isUsed(
  { series, version }: Pick<Wording, 'series' | 'version'>,
  consents: Iterable<Consent>,
): boolean {
  for (const { wording: asked } of consents)
    if (asked.id === series && asked.version === version) return true;
  return false;
}

function isNewer(one: string, other: string): boolean {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major > otherMajor || (major === otherMajor && minor > otherMinor);
}

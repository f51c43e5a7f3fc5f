/** The way of every document out of the program on pages: counted, then the trail, then the host (see noting.ts). */
import type { Copy } from '../../documents/sheet.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Outgoing } from '../../domain/outgoing.ts';
import { onCommittee } from '../../domain/person.ts';
import { restrictedPeople } from '../../domain/restrictions.ts';
import type { TrailAction } from '../../domain/trail.ts';
import { putJob } from '../files.ts';
import type { HostPort } from '../host-port.ts';
import type { Change } from '../log.ts';
import type { DocumentJob } from '../protocol.ts';
import type { Noted } from '../session.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';
import { type Leaver, note } from './noting.ts';

export interface Leaving {
  readonly html: string;
  readonly title: string;
  readonly fileName: string;
  readonly action: TrailAction;
  readonly left: Outgoing;
  /** The records in it, for the trail. */
  readonly ids: readonly string[];
  /** What is noted in the same step: that a letter went. */
  readonly changes: readonly Change[];
  /** See DocumentJob. */
  readonly namesLeftOut: number | null;
  /** Whose copies these are; empty: one, nobody's in particular. */
  readonly holders: readonly PersonId[];
}

/** To be looked at only. */
export async function leaveToBeSeen(
  { html, title, fileName, action, left, ids, namesLeftOut }: Leaving,
  leaver: Leaver,
): Promise<Result<DocumentJob>> {
  const job = await putJob(leaver.host, html);
  if (!job.ok) return job;
  const kept = await note([{ action, left, about: ids, changes: [] }], leaver);
  if (kept.ok)
    return ok({ job: job.value, title, suggestedName: fileName, pages: null, namesLeftOut });
  await leaver.host.jobDrop(job.value);
  return kept;
}

/**
 * To be printed or saved. Its pages are counted on its PDF before it goes, so that the trail can tell them, one entry a
 * copy. What is cancelled meanwhile leaves neither job nor entry.
 */
export async function leaveOnPaper(leaving: Leaving, leaver: Leaver): Promise<Result<DocumentJob>> {
  const { host } = leaver;
  const job = await putJob(host, leaving.html);
  if (!job.ok) return job;
  const pages = await countAndNote(job.value, leaving, leaver);
  if (!pages.ok) {
    await host.jobDrop(job.value);
    return pages;
  }
  const { title, fileName: suggestedName, namesLeftOut } = leaving;
  return ok({ job: job.value, title, suggestedName, pages: pages.value, namesLeftOut });
}

/** Answers the pages of the job, once they are in the trail. */
async function countAndNote(
  job: string,
  leaving: Leaving,
  leaver: Leaver,
): Promise<Result<number>> {
  const counted = await countPages(leaver.host, job, leaver.cancelled);
  if (!counted.ok) return counted;
  const noted = notedOf(leaving, counted.value);
  const kept = await note(noted, leaver);
  if (!kept.ok) return kept;
  leaver.desk.handedOver.set(job, noted);
  return counted;
}

const ASK_EVERY_MS = 50;

async function countPages(
  host: HostPort,
  job: string,
  cancelled: () => boolean,
): Promise<Result<number>> {
  const watch = setInterval(() => {
    if (cancelled()) void host.jobDrop(job);
  }, ASK_EVERY_MS);
  try {
    const pdf = await host.jobPdf(job);
    if (cancelled()) return fail('wall/cancelled');
    return pdf.ok ? ok(pdf.value.pages) : pdf;
  } finally {
    clearInterval(watch);
  }
}

/** An entry a copy; what else is noted, with the first. */
function notedOf({ holders, ...leaving }: Leaving, allPages: number): Noted[] {
  const copies = Math.max(1, holders.length);
  const pages = Math.ceil(allPages / copies);
  return Array.from({ length: copies }, (_each, at): Noted => {
    const { action, left, ids } = leaving;
    const sheets = { pages, copy: at + 1, copies };
    const changes = at === 0 ? leaving.changes : [];
    return { action, left, changes, about: [...ids, ...holders.slice(at, at + 1)], sheets };
  });
}

/**
 * The copies for some people, in their order. @param committeeOnly whether nobody else may have one (RETAIN-MINUTES)
 * Errors: record/gone, rights/restricted, minutes/not-committee.
 */
export function copiesFor(
  holders: readonly PersonId[],
  committeeOnly: boolean,
  context: OpenContext,
): Result<Copy[]> {
  const { session, today } = context;
  const restricted = restrictedPeople(aroundOf(context));
  const copies: Copy[] = [];
  for (const [index, id] of holders.entries()) {
    const person = session.state.get(id)?.record;
    if (person?.kind !== 'person') return fail('record/gone');
    if (restricted.has(id)) return fail('rights/restricted');
    if (committeeOnly && !onCommittee(person, today)) return fail('minutes/not-committee');
    const { full } = person.name;
    copies.push({ name: full, on: today, number: index + 1, of: holders.length });
  }
  return ok(copies);
}

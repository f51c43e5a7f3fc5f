/** The way of every document out of the program: into the trail, then to the host. */
import type { Copy } from '../../documents/sheet.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { onCommittee } from '../../domain/person.ts';
import { restrictedPeople } from '../../domain/restrictions.ts';
import type { TrailAction } from '../../domain/trail.ts';
import { putJob } from '../files.ts';
import type { HostPort } from '../host-port.ts';
import type { Change } from '../log.ts';
import type { DocumentJob } from '../protocol.ts';
import type { Session } from '../session.ts';
import { aroundOf } from './around.ts';
import type { Context, OpenContext } from './context.ts';

export interface Leaving {
  readonly html: string;
  readonly title: string;
  readonly fileName: string;
  readonly action: TrailAction;
  /** The records in it, for the trail. */
  readonly ids: readonly string[];
  /** What is noted in the same step: that a letter went. */
  readonly changes: readonly Change[];
  /** Whose copies these are; empty: one, nobody's in particular. */
  readonly holders: readonly PersonId[];
}

/** To be looked at only. */
export async function leaveToBeSeen(
  { html, title, fileName, action, ids }: Leaving,
  { session, host, now }: Leaver,
): Promise<Result<DocumentJob>> {
  const kept = session ? await session.commit([], action, now, ids) : ok(null);
  if (!kept.ok) return kept;
  const job = await putJob(host, html);
  return job.ok ? ok({ job: job.value, title, suggestedName: fileName, pages: null }) : job;
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
  const { title, fileName } = leaving;
  return ok({ job: job.value, title, suggestedName: fileName, pages: pages.value });
}

/** Answers the pages of the job, once they are in the trail. */
async function countAndNote(
  job: string,
  leaving: Leaving,
  leaver: Leaver,
): Promise<Result<number>> {
  const counted = await countPages(leaver.host, job, leaver.cancelled);
  if (!counted.ok) return counted;
  const kept = await keepInTrail(leaving, counted.value, leaver);
  return kept.ok ? counted : kept;
}

/** A reader without a vault keeps no trail. */
interface Leaver extends Pick<Context, 'host' | 'now' | 'cancelled'> {
  readonly session: Session | null;
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

async function keepInTrail(
  { action, ids, changes, holders }: Leaving,
  allPages: number,
  { session, now }: Leaver,
): Promise<Result<unknown>> {
  if (!session) return ok(null);
  const copies = Math.max(1, holders.length);
  const pages = Math.ceil(allPages / copies);
  for (let copy = 1; copy <= copies; copy += 1) {
    const holder = holders.slice(copy - 1, copy);
    const noted = copy === 1 ? changes : [];
    const sheets = { pages, copy, copies };
    const kept = await session.commit(noted, action, now, [...ids, ...holder], sheets);
    if (!kept.ok) return kept;
  }
  return ok(null);
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

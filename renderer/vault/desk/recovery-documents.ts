/** The recovery papers, stamped and put as jobs with the host. They hold secrets, so nothing keeps them but the job. */
import { recoveryShareDocument } from '../../documents/recovery-share-document.ts';
import { recoverySheetDocument } from '../../documents/recovery-sheet-document.ts';
import { toHtml } from '../../documents/html.ts';
import { type StampedDocument, stamp } from '../../documents/stamp.ts';
import type { PlainDate } from '../../domain/dates.ts';
import { type Result, ok } from '../../domain/errors.ts';
import { putJob } from '../files.ts';
import type { Noted } from '../session.ts';
import { type Share, printedShare } from '../shares.ts';
import type { ShownSheet } from './desk.ts';
import { type Leaver, note } from './noting.ts';

export function stampedSheet({ vaultName, groups, day }: ShownSheet): StampedDocument {
  return stamp(recoverySheetDocument({ vaultName, groups, day }));
}

/** @param holder who is to have the share; empty where nobody was named. */
export async function stampedShare(
  share: Share,
  { holder, vaultName, day }: { holder: string; vaultName: string; day: PlainDate },
): Promise<StampedDocument> {
  const { vaultId, set, index, count, threshold } = share;
  const groups = await printedShare(share);
  return stamp(
    recoveryShareDocument({
      vaultName,
      vaultId,
      set,
      index,
      count,
      threshold,
      groups,
      holder,
      day,
    }),
  );
}

/** To the host, once it is in the trail (see noting.ts). Errors: those of toHtml, putJob and Session.commit. */
export async function handOver(
  stamped: StampedDocument,
  told: Noted,
  leaver: Leaver,
): Promise<Result<{ job: string; title: string; suggestedName: string }>> {
  const html = toHtml(stamped);
  const job = html.ok ? await putJob(leaver.host, html.value) : html;
  if (!job.ok) return job;
  const kept = await note([told], leaver);
  if (!kept.ok) {
    await leaver.host.jobDrop(job.value);
    return kept;
  }
  leaver.desk.handedOver.set(job.value, [told]);
  const { title, fileName } = stamped.tree;
  return ok({ job: job.value, title, suggestedName: fileName });
}

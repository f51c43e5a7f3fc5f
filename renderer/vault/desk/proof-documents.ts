/** Papers that prove what was done: certificates of erasures, and what goes with a sealed bundle. All are stamped. */
import type { BundleManifest } from '../../bundles/manifest.ts';
import { dayOf } from '../../domain/dates.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { ErasureId } from '../../domain/ids.ts';
import { bundleAcknowledgement } from '../../documents/bundle-acknowledgement.ts';
import { bundleCover } from '../../documents/bundle-cover.ts';
import { erasureCertificate } from '../../documents/erasure-certificate.ts';
import { type StampedDocument, stamp } from '../../documents/stamp.ts';
import { keysLeft } from '../erasing.ts';
import type { DocumentName } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Shelf } from './document-sources.ts';
import type { ReadableDocument } from './reading.ts';

/** Errors: record/gone. */
export function stampedErasure(
  id: ErasureId,
  { find, group, today: day }: Shelf,
  session: Session,
): Result<StampedDocument> {
  const erasure = find(id);
  if (erasure?.kind !== 'erasure') return fail('record/gone');
  const isUnfinished = keysLeft([erasure], (name) => session.epochOf(name)).length > 0;
  return ok(stamp(erasureCertificate({ erasure, isUnfinished, group, day })));
}

/** Errors: record/gone. */
export function stampedBundleSheet(
  { id, sheet }: Extract<DocumentName, { what: 'bundle' }>,
  { find, group, today: day }: Shelf,
): Result<StampedDocument> {
  const transfer = find(id);
  if (transfer?.kind !== 'transfer') return fail('record/gone');
  if (sheet === 'cover') return ok(stamp(bundleCover({ transfer, group, day })));
  const { bundle, sealedAt, expires, use, recipientPost: post, countries } = transfer;
  const sealedOn = dayOf(sealedAt, group.timeZone);
  const purpose = use ?? null;
  const recipient = { post, countries };
  const facts = { bundle, sealedOn, expires, purpose, recipient, group, day };
  return ok(stamp(bundleAcknowledgement(facts)));
}

/** The form that the recipient of an open bundle sends back. */
export function acknowledgementOf(
  { bundle, created, expires, purpose }: BundleManifest,
  { group, today: day }: Shelf,
): ReadableDocument {
  const sealedOn = dayOf(created, group.timeZone);
  const facts = { bundle, sealedOn, expires, purpose, recipient: null, group, day };
  return {
    name: 'acknowledgement',
    title: 'Acknowledgement, to sign and send back',
    fileName: 'acknowledgement',
    make: () => ok(stamp(bundleAcknowledgement(facts))),
  };
}

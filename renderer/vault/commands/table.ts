/** Which command answers which request. Those of `anywhere` work without an open vault. */
import type { VaultRequest } from '../protocol.ts';
import type { Command, Context } from '../desk/context.ts';
import {
  attachmentAdd,
  attachmentRemove,
  attachmentRenew,
  attachmentSave,
  attachmentShow,
} from './attachments.ts';
import { backupCheck, backupGenerations, backupRun, backupStatus } from './backups.ts';
import { bundleClose, bundleDocument, bundleOpen, bundleText, bundleWrite } from './bundle-open.ts';
import { bundleContents, bundlePassphrase, bundleSeal, transferViews } from './bundle-seal.ts';
import { calendarWrite } from './calendar.ts';
import { cardAdd, cardOwn, cardRead, cardWrite } from './cards.ts';
import { document, documentUnfinished, writeContacts } from './documents.ts';
import { documentText, documentWrite } from './documents-elsewhere.ts';
import { draftDrop, draftGet, draftPut } from './drafts.ts';
import { erase, eraseLook } from './erase.ts';
import { find } from './find.ts';
import { accessAll, posts } from './governance.ts';
import { policy, writeSummary } from './policy.ts';
import { importApply, importDrop, importRead, importRows, importUndo } from './imports.ts';
import { letterheadChange, logoRemove, logoSet } from './letterhead.ts';
import { query } from './lists.ts';
import {
  minutesBefore,
  minutesBegin,
  minutesBring,
  minutesCarried,
  minutesRead,
} from './minutes.ts';
import { changePassphrase, testRecovery, ways } from './recovery.ts';
import { changePurpose, purposes } from './purposes.ts';
import { recoverySheet, sharesBring, sharesTakeBack } from './recovery-door.ts';
import { requestData, requestGather } from './requests.ts';
import { open, redo, remove, save, undo } from './records.ts';
import { renewalBegin, renewalDrop, renewalFinish } from './renewal.ts';
import { restoreDrop, restoreFinish, restoreLook, restoreOpen } from './restore.ts';
import { reviewBegin, reviewDecide, reviewFinish, reviewLook, reviewMembers } from './review.ts';
import { create, finish, lock, status, strength, unlock } from './setup.ts';
import { shareDocument, shareWrite, sharesMake, sharesPutAway } from './shares.ts';
import { clockConfirm, erasedSeen, today } from './today.ts';
import { verify } from './verify.ts';
import { wordings } from './wordings.ts';

export const anywhere = {
  status,
  create,
  'create.finish': finish,
  unlock,
  lock,
  strength,
  'recovery.sheet': recoverySheet,
  'shares.bring': sharesBring,
  'shares.takeBack': sharesTakeBack,
  'restore.look': restoreLook,
  'restore.open': restoreOpen,
  'restore.finish': restoreFinish,
  'restore.drop': restoreDrop,
  'document.unfinished': documentUnfinished,
  'bundle.open': bundleOpen,
  'bundle.document': bundleDocument,
  'bundle.write': bundleWrite,
  'bundle.text': bundleText,
  'bundle.close': bundleClose,
} satisfies { [K in VaultRequest['kind']]?: Command<K, Context> };

export const whenOpen = {
  'request.gather': requestGather,
  'request.data': requestData,
  ways,
  'passphrase.change': changePassphrase,
  'recovery.test': testRecovery,
  'renewal.begin': renewalBegin,
  'renewal.finish': renewalFinish,
  'renewal.drop': renewalDrop,
  'shares.make': sharesMake,
  'share.document': shareDocument,
  'share.write': shareWrite,
  'shares.putAway': sharesPutAway,
  query,
  find,
  open,
  wordings,
  today,
  'erased.seen': erasedSeen,
  'minutes.begin': minutesBegin,
  'minutes.before': minutesBefore,
  'minutes.carried': minutesCarried,
  'minutes.read': minutesRead,
  'minutes.bring': minutesBring,
  'review.look': reviewLook,
  'review.begin': reviewBegin,
  'review.members': reviewMembers,
  'review.decide': reviewDecide,
  'review.finish': reviewFinish,
  'clock.confirm': clockConfirm,
  save,
  remove,
  'erase.look': eraseLook,
  erase,
  undo,
  redo,
  'draft.put': draftPut,
  'draft.get': draftGet,
  'draft.drop': draftDrop,
  verify,
  'logo.set': logoSet,
  'logo.remove': logoRemove,
  'letterhead.change': letterheadChange,
  'attachment.add': attachmentAdd,
  'attachment.remove': attachmentRemove,
  'attachment.renew': attachmentRenew,
  'attachment.save': attachmentSave,
  'attachment.show': attachmentShow,
  'backup.status': backupStatus,
  'backup.generations': backupGenerations,
  'backup.run': backupRun,
  'backup.check': backupCheck,
  'import.read': importRead,
  'import.rows': importRows,
  'import.apply': importApply,
  'import.drop': importDrop,
  'import.undo': importUndo,
  purposes,
  'purpose.change': changePurpose,
  document,
  'document.write': documentWrite,
  'document.text': documentText,
  'contacts.write': writeContacts,
  'calendar.write': calendarWrite,
  policy,
  'summary.write': writeSummary,
  'card.own': cardOwn,
  'card.write': cardWrite,
  'card.read': cardRead,
  'card.add': cardAdd,
  'bundle.passphrase': bundlePassphrase,
  'bundle.contents': bundleContents,
  'bundle.seal': bundleSeal,
  'transfer.views': transferViews,
  posts,
  'access.versions': accessAll,
} satisfies { [K in Exclude<VaultRequest['kind'], keyof typeof anywhere>]: Command<K> };

/**
 * Those that take long and wait on the disk or another worker: they go beside the others, which are carried out one after another. Each
 * touches rows of its own, and changes a record only as it is by then.
 */
export const aside: ReadonlySet<string> = new Set<VaultRequest['kind']>([
  'attachment.add',
  'attachment.renew',
  'attachment.save',
  'attachment.show',
  'backup.status',
  'backup.run',
  'backup.check',
  'minutes.read',
]);

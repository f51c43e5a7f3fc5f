import { RULE_ERRORS } from './errors-of-rules.ts';

/**
 * Every failure that a person may meet, each with one plain sentence that says what is safe.
 * Across the two walls (screen ↔ vault, screen ↔ host) a failure is a value with one of these codes;
 * anything else is a bug and throws. The sentences hold no record content.
 */
export const ERRORS = {
  ...RULE_ERRORS,

  // the wall
  'wall/refused': 'The program refused a request that it did not expect. Nothing was changed.',
  'wall/cancelled': 'Cancelled. Nothing was changed.',
  'wall/fault':
    'The program met a fault of its own and did not finish this. Nothing is half saved; look whether it was done before you try again.',

  // the vault
  'vault/passphrase-wrong': 'That passphrase does not open this vault. Nothing was changed.',
  'vault/recovery-wrong':
    'That recovery key does not open this vault. Check each group against the printed sheet.',
  'vault/recovery-misread':
    'A group of the recovery key was misread: its check letters do not fit. Look at the printed sheet again.',
  'vault/wait': 'After several wrong attempts the program waits a little before the next one.',
  'vault/locked': 'The vault is locked. Unlock it and try again; nothing was lost.',
  'vault/exists': 'There is a vault here already. It is kept; a new one was not made.',
  'vault/none': 'There is no vault on this computer yet.',
  'vault/header-damaged':
    'The vault’s key file is damaged in both of its copies. Your records are untouched; restore the key file from a backup.',
  'vault/header-forged':
    'The vault’s key file was not written by you. Nothing was opened; restore the key file from a backup.',
  'vault/header-newer':
    'This vault was written by a newer version of the program. Nothing was changed; update the program to open it.',
  'vault/store-newer':
    'The store was written by a newer version of the program. Nothing was changed; update the program to open it.',
  'vault/store-missing':
    'The key file of this vault is here, but its store is gone. Nothing was made over it; restore the store from a backup.',
  'vault/store-closed':
    'The store cannot be opened now: the disk is full, or refuses to be written to. Nothing was changed; make room and start again.',
  'vault/folder-read-only':
    'The folder of this program’s data may not be written to, so nothing was opened and nothing was changed. Ask for leave to write there, and start again.',
  'vault/store-damaged':
    'A page of the store is damaged. Nothing was changed; the vault stays closed so that nothing is written over it.',
  'vault/store-rolled-back':
    'The store is older than the key file says it should be. Nothing was changed; restore the newest backup.',
  'vault/passphrase-weak':
    'That passphrase would be too easy to guess. Nothing was made yet; choose a longer one.',
  'vault/read-only':
    'The vault is read-only for now, because the disk is full or refuses to write. What was saved before is safe.',
  'draft/not-kept':
    'What you are typing cannot be kept: the disk is full, or refuses to be written to. If the program locks or stops now, it is lost; copy it elsewhere first.',

  // recovery
  'recovery/share-misread':
    'A group of the recovery share was misread: its check letters do not fit. Look at the printed share again.',
  'recovery/share-damaged':
    'This is not a recovery share, or it is damaged. It was not added; nothing was changed.',
  'recovery/share-newer':
    'This recovery share was made by a newer version of the program. It was not added; update to read it.',
  'recovery/share-other-vault':
    'This recovery share is of another vault. It was not added; nothing was changed.',
  'recovery/share-old-set':
    'This recovery share is of an earlier set, which was replaced and opens nothing any more. It was not added; ask for the share of the present set.',
  'recovery/shares-mixed':
    'This recovery share is of another set than the ones before it, so they do not open anything together. It was not added.',
  'recovery/share-twice':
    'This recovery share was added already. Another officer’s is needed; nothing was changed.',
  'recovery/shares-too-few':
    'There are not enough recovery shares yet. Nothing was opened; add another officer’s.',
  'recovery/shares-wrong':
    'These recovery shares do not open this vault: one of them was altered. Nothing was opened.',
  'recovery/shares-none': 'This vault has no recovery shares. Nothing was changed.',
  'recovery/shares-here':
    'This vault has recovery shares already. Nothing was changed; replace them instead.',
  'recovery/passphrase-same':
    'That passphrase opens the vault already. Nothing was changed; choose another.',
  'recovery/not-begun':
    'There are no new keys to finish: the program was locked since, or they were put away. Nothing was changed; begin again.',

  'recovery/unfinished':
    'The new keys are made, but the disk refused the last step, and the old ways in may still open. Make room, lock, and unlock with the new passphrase or sheet: that finishes it.',
  'import/in-use':
    'Other records refer to what this import brought, so it was not undone. Nothing was changed.',

  // files
  'file/empty': 'The file is empty. Nothing was imported.',
  'file/too-large':
    'The file is larger than this program reads. Nothing was imported; split it and try again.',
  'file/not-text': 'The file is not a list of contacts that can be read. Nothing was imported.',
  'file/too-wide': 'The file has more columns than any list of people. Nothing was imported.',
  'file/damaged': 'The file is damaged and cannot be read. Nothing was imported.',
  'file/bomb':
    'The file unpacks to far more than it should. It was not opened; nothing was imported.',
  'file/encrypted':
    'The file is protected by a password. Save it without one; nothing was imported.',
  'file/no-columns': 'No column with names or e-mail addresses was found. Nothing was imported.',
  'file/not-word':
    'The file is not a Word document (.docx). Nothing was imported; open it in a word processor and save it as one.',
  'file/old-word':
    'The file is of an old version of Word (.doc). Nothing was imported; open it in a word processor and save it as .docx.',
  'file/gone': 'The file is no longer there, or may not be read. Nothing was changed.',
  'file/disk-full':
    'The disk is full. The file was not written; what was there before is untouched.',
  'file/read-only': 'The folder may not be written to. Nothing was written; choose another.',
  'file/failed': 'The file could not be written. What was there before is untouched.',

  // attachments
  'attachment/too-large':
    'The file is larger than 200 MB, which is the most that is attached here. Nothing was attached.',
  'attachment/empty': 'The file is empty. Nothing was attached.',
  'attachment/too-many': 'A record holds a hundred files at most. Nothing was attached.',
  'attachment/no-room':
    'There is not enough room on the disk for this file. Nothing was attached; what was saved before is safe.',
  'attachment/details-stay':
    'The details in this kind of picture (place, camera) cannot be taken out here. Nothing was attached: attach a JPEG, PNG or WebP, or choose to keep the details.',
  'attachment/picture-too-large':
    'This picture is too large for its details (place, camera) to be taken out. Nothing was attached: make it smaller, or choose to keep the details.',
  'attachment/picture-damaged':
    'This picture is damaged, so its details (place, camera) cannot be taken out. Nothing was attached.',
  'attachment/damaged':
    'The attachment is damaged in the store, so nothing of it was written. The record itself is untouched.',

  // the logo
  'logo/kind':
    'A logo is a PNG, JPEG or WebP picture. Drawings (SVG) and other kinds are not taken: save it as a PNG. Nothing was changed.',
  'logo/too-large':
    'This picture is too large to be made into a logo: it may have 50 million points and 64 MB. Nothing was changed; save it smaller.',
  'logo/too-small':
    'This picture is too small to be printed: its longer side needs at least 64 points. Nothing was changed.',
  'logo/too-narrow':
    'This picture is more than twelve times as long as it is high, or as high as it is long: little of it would be seen. Nothing was changed; cut it closer.',
  'logo/unseen':
    'This picture is white or transparent all over, so paper would show nothing of it. Nothing was changed.',
  'logo/damaged': 'This picture is damaged or cannot be drawn. Nothing was changed.',

  // backups
  'backup/not-one': 'That file is not a backup made by this program. Nothing was changed.',
  'backup/newer':
    'This backup was made by a newer version of the program. Nothing was changed; update to open it.',
  'backup/damaged':
    'This backup is damaged or was cut short. Nothing was taken from it; use another one.',
  'backup/forged':
    'This backup opens, but was not written by the owner of its vault. Nothing was taken from it.',
  'backup/other-vault':
    'This backup is of another vault than the one on this computer. Nothing was changed; to have both, use another account on this computer.',
  'backup/confirm':
    'The word that confirms it was not typed, so nothing was replaced. What is here is untouched.',
  'backup/place-absent':
    'The place of the backups is not there now. Connect the disk and try again; your records are safe here, and the backups there are as they were.',
  'backup/gone': 'That backup is no longer there. Your records here are untouched.',
  'backup/disk-full':
    'There is no room for another backup in that place. The earlier ones are untouched, and your records are safe here.',
  'backup/read-only':
    'That folder may not be written to, so no backup was made there. Your records are safe here; choose another folder.',
  'backup/failed':
    'The backup could not be written. The earlier ones are untouched, and your records are safe here.',
  'backup/files-damaged':
    'The records in this backup are whole, but attached files beside it are missing or damaged. Choose another folder and make a new backup there.',
  'backup/files-left-out':
    'All records are in the backup, but some attached files are damaged on this computer and could not be copied. An older backup may hold them.',
  'backup/inside':
    'That folder is inside the program’s own, so a copy there would be lost with it. Nothing was changed; choose another disk.',
  'backup/ahead':
    'A backup in that place knows changes that this vault does not have, so none was written beside it. Restore it, or choose another folder; nothing was changed.',

  // documents
  'document/unstamped':
    'A document without the confidentiality sentence cannot leave the program. Nothing was written.',
  'document/failed': 'The document could not be made. Nothing was written.',
  'document/too-long-to-copy':
    'This is longer than the clipboard may hold (100,000 characters). Nothing was copied. Save it as a file instead.',
  'document/password-empty': 'There is no password yet. Nothing was written; type one.',
  'document/password-long':
    'The password is longer than a PDF can hold: 127 letters, fewer where they carry accents or are of another script. The rest would be cut off and not asked for. Nothing was written; choose a shorter one.',
  'document/password-letters':
    'The password holds a character that PDF viewers do not take. Nothing was written; choose letters, digits and signs.',
  'document/password-direction':
    'A password with letters that are written from the right begins and ends with one, and holds no others. Nothing was written; choose another.',
  'document/no-printer': 'No printer took the document. Nothing was printed.',

  // bundles
  'bundle/no-recipients': 'A bundle needs at least one recipient. Nothing was sealed.',
  'bundle/too-many-recipients':
    'A bundle can be sealed for a hundred cards at most. Nothing was sealed; make two bundles.',
  'bundle/no-safeguard':
    'A bundle for a country without adequate protection needs its safeguard written down (policy: TRANSFER). Nothing was sealed.',
  'bundle/bad-recipient':
    'A bundle cannot be sealed for one of these cards: its key is damaged. Nothing was sealed; ask its owner for a new card.',
  'bundle/too-much':
    'What was chosen is more than one bundle can hold. Nothing was sealed; make two bundles.',
  'bundle/not-for-me':
    'This bundle is not sealed for you, so it cannot be opened here. Ask the sender to seal it for your card.',
  'bundle/needs-passphrase':
    'This bundle is locked with a passphrase. Ask the sender for it; nothing was opened yet.',
  'bundle/work-factor':
    'This bundle was made so that opening it would stop this computer for long. It was not opened.',
  'bundle/passphrase-wrong': 'That passphrase does not open this bundle.',
  'bundle/damaged': 'This bundle is damaged or was changed on its way. Nothing of it was shown.',
  'bundle/unknown-sender':
    'This bundle is signed by somebody whose card you do not have. Nothing of it was shown.',
  'bundle/bad-signature':
    'The signature of this bundle does not fit its contents. Nothing of it was shown.',
  'bundle/not-addressed':
    'This bundle was addressed to somebody else and passed on. Nothing of it was shown.',
  'bundle/expired': 'This bundle has expired. Ask the sender for a new one.',
  'bundle/too-large':
    'This bundle is larger than a bundle may be, or unpacks to more than it says. Nothing of it was shown.',
  'bundle/contents-differ':
    'This bundle does not hold exactly the files that its sender listed. Nothing of it was shown.',
  'bundle/unsafe-file':
    'This bundle holds a file whose name or kind could harm this computer. Nothing of it was shown.',
  'bundle/newer': 'This bundle was made by a newer version of the program. Update to open it.',
  'bundle/mixed-posts':
    'A bundle goes to one post at a time, because the post decides what is in it. Nothing was sealed.',
  'bundle/nothing-inside':
    'The recipient’s post may see none of what was chosen, so there is nothing to seal.',
  'bundle/replayed': 'This bundle has been opened here before. What it held is already known.',
  'card/damaged': 'This is not an officer’s card, or it is damaged. Nothing was added.',
  'card/newer':
    'This card was made by a newer version of the program. Nothing was added; update to read it.',
  'card/own': 'That is your own card. Nothing was added.',
  'card/known': 'You have this officer’s card already. Nothing was added.',
} as const satisfies Record<string, string>;

export type ErrorCode = keyof typeof ERRORS;

/** What went wrong: a code, and where it helps the numbers or field names that complete the sentence. */
export interface Failure {
  readonly code: ErrorCode;
  /** Field path, row number, seconds to wait: never a value that a record holds. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** Wraps a value as a success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Makes the failure value for a code; `detail` must hold no personal data. */
export function fail(code: ErrorCode, detail?: Failure['detail']): Result<never> {
  return { ok: false, error: detail ? { code, detail } : { code } };
}

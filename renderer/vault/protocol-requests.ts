/**
 * What the screen may ask of the vault. The worker parses every request. Anything over 1 MiB goes over the
 * host's port instead.
 */
import { z } from 'zod';
import { chairsLeave } from '../domain/chair.ts';
import { country } from '../domain/countries.ts';
import { plainDate } from '../domain/dates.ts';
import { ERASE_WORD, erasureReason } from '../domain/erasure.ts';
import { attachmentId, cardId, decisionId, importId, personId, requestId } from '../domain/ids.ts';
import { type Kind, anyRecord } from '../domain/kinds.ts';
import { ROUTES } from '../domain/person.ts';
import { post } from '../domain/posts.ts';
import { purposeId, purposeWords } from '../domain/purposes.ts';
import { SHARED_KINDS } from '../domain/registers/sharing-rules.ts';
import { KINDS } from '../domain/registers/table.ts';
import { cardContent, footing, letterhead } from '../domain/sharing.ts';
import { givenFile, handle } from './given-file.ts';
import { MINUTES_REQUESTS } from './protocol-minutes.ts';
import { REVIEW_REQUESTS } from './protocol-review.ts';
import { contactsAsked, documentName, summaryAsked } from './protocol-documents.ts';

const passphrase = z.string().min(1).max(1_000);
/** Proves that whoever asks may change the ways into the vault. */
const present = z.discriminatedUnion('slot', [
  z.object({ slot: z.literal('passphrase'), passphrase }),
  z.object({ slot: z.literal('recovery'), recoveryKey: z.string().max(400) }),
]);
const owner = z.object({ name: z.string().trim().min(1).max(200), post, country });
/** `holders`: the officers' names, one for each share; they may be empty. */
const shareSet = z
  .object({
    threshold: z.number().int().min(2).max(9),
    holders: z.array(z.string().trim().max(200)).min(2).max(9),
  })
  .refine(({ threshold, holders }) => threshold <= holders.length);
const documentUse = z.enum(['preview', 'print', 'pdf', 'protected']);
/** What is asked of the sheets: CONFIDENTIAL across each page, and a copy for each of these people. */
const onPaper = {
  mark: z.boolean().optional(),
  copies: z.array(personId).max(50).optional(),
};
const sharedKinds = z.array(z.enum(SHARED_KINDS)).max(SHARED_KINDS.length);
const recordId = z.string().max(40);

const LISTS = [
  'people',
  'meetings',
  'consents',
  'cards',
  'transfers',
  'imports',
  'erasures',
  'trail',
] as const;
/** Lists of rows by the fields of a kind: `register:enquiry`. */
// Every kind makes the name of a list; map widens to string[].
const REGISTER_LISTS = KINDS.map((kind) => `register:${kind}`) as [RegisterList, ...RegisterList[]];
export type RegisterList = `register:${Kind}`;
export type ListName = (typeof LISTS)[number] | RegisterList;

const query = z.object({
  kind: z.literal('query'),
  list: z.enum([...LISTS, ...REGISTER_LISTS]),
  text: z.string().max(200),
  filter: z.string().max(80),
  sort: z.object({ by: z.string().max(40), descending: z.boolean() }),
  offset: z.number().int().min(0),
  limit: z.number().int().min(0).max(500),
});

export type { GivenFile } from './given-file.ts';

/** What opens the vault, or a backup of it; `shares`: those that were brought. */
const wayIn = z.discriminatedUnion('slot', [
  ...present.options,
  z.object({ slot: z.literal('shares') }),
]);

export const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status') }),
  z.object({
    kind: z.literal('create'),
    groupName: z.string().trim().min(1).max(200),
    owner,
    passphrase,
  }),
  /** The last step of set-up: one group of the recovery key, typed back from paper. */
  z.object({
    kind: z.literal('create.finish'),
    group: z.number().int().min(0),
    typed: z.string().max(40),
  }),
  z.object({
    kind: z.literal('unlock'),
    with: wayIn,
    /** To look at a store that is damaged or older than it should be, and write nothing. */
    readOnly: z.boolean().optional(),
  }),
  /** Adds an officer's share, typed or as a file, to those that unlock the vault together. */
  z.object({
    kind: z.literal('shares.bring'),
    from: z.discriminatedUnion('by', [
      z.object({ by: z.literal('typing'), typed: z.string().max(1_000) }),
      z.object({ by: z.literal('file'), handle, size: z.number() }),
    ]),
  }),
  /** Puts away what was brought. */
  z.object({ kind: z.literal('shares.takeBack') }),
  /** The recovery sheet that is shown, as a job to print or save. */
  z.object({ kind: z.literal('recovery.sheet'), for: documentUse }),

  z.object({ kind: z.literal('ways') }),
  /** Rewraps only: what was written before still opens with the passphrase before. */
  z.object({ kind: z.literal('passphrase.change'), present, passphrase }),
  /** Whether a recovery sheet opens this vault; changes nothing. */
  z.object({ kind: z.literal('recovery.test'), typed: z.string().max(400) }),
  /** Makes new keys, which are in force when `renewal.finish` has a group of the new sheet. */
  z.object({
    kind: z.literal('renewal.begin'),
    present,
    /** null: the present one, which is then what `present` has to be. */
    passphrase: passphrase.nullable(),
    shares: shareSet.nullable(),
    /** Who holds the office from now on; null: who held it before. */
    handOverTo: owner.nullable(),
  }),
  z.object({
    kind: z.literal('renewal.finish'),
    group: z.number().int().min(0),
    typed: z.string().max(40),
  }),
  z.object({ kind: z.literal('renewal.drop') }),
  z.object({ kind: z.literal('shares.make'), present, shares: shareSet }),
  /** A share that was just made, as a job to print or save. */
  z.object({
    kind: z.literal('share.document'),
    index: z.number().int().min(1).max(9),
    for: documentUse,
  }),
  z.object({ kind: z.literal('share.write'), index: z.number().int().min(1).max(9), to: handle }),
  z.object({ kind: z.literal('shares.putAway') }),
  /** Seals what is left, writes the floor; the worker answers and may then be ended. */
  z.object({ kind: z.literal('lock') }),
  /** Strength of a passphrase, 0 to 4, without storing it. */
  z.object({
    kind: z.literal('strength'),
    passphrase: z.string().max(1_000),
    hints: z.array(z.string().max(200)).max(10),
  }),

  query,
  z.object({
    kind: z.literal('find'),
    text: z.string().max(200),
    /** null: everything that people write by hand. */
    kinds: z.array(z.enum(KINDS)).nullable(),
    limit: z.number().int().min(1).max(50),
  }),
  z.object({ kind: z.literal('open'), id: recordId }),
  z.object({ kind: z.literal('wordings') }),
  z.object({ kind: z.literal('today') }),
  ...REVIEW_REQUESTS,
  ...MINUTES_REQUESTS,
  /** A person has read what an unlock has erased. */
  z.object({ kind: z.literal('erased.seen') }),
  /** A person says that the clock is right, though it has stepped far. */
  z.object({ kind: z.literal('clock.confirm') }),
  /** `base`: the revision that was edited; null for a new record, whose id the page made. */
  z.object({ kind: z.literal('save'), record: anyRecord, base: z.number().int().nullable() }),
  z.object({ kind: z.literal('remove'), id: recordId, base: z.number().int() }),
  /** What erasing a record would take, and what it cannot reach. null: all that was removed and not erased. */
  z.object({ kind: z.literal('erase.look'), id: recordId.nullable() }),
  /** Erases for good. The word is what the person has typed. The worker is to be ended right after. */
  z.object({
    kind: z.literal('erase'),
    id: recordId.nullable(),
    reason: erasureReason,
    word: z.literal(ERASE_WORD),
  }),
  z.object({ kind: z.literal('undo') }),
  z.object({ kind: z.literal('redo') }),
  z.object({
    kind: z.literal('draft.put'),
    key: z.string().max(80),
    value: z.string().max(200_000),
  }),
  z.object({ kind: z.literal('draft.get'), key: z.string().max(80) }),
  z.object({ kind: z.literal('draft.drop'), key: z.string().max(80) }),
  z.object({ kind: z.literal('verify') }),

  /** The group's logo: a PNG is made of the picture, and takes the place of the one before. */
  z.object({ kind: z.literal('logo.set'), from: givenFile }),
  z.object({ kind: z.literal('logo.remove') }),
  /** What else the head of documents says, and their paper; what is left out stays. */
  z.object({ kind: z.literal('letterhead.change'), changes: letterhead }),
  /** Seals a file and names it in a record. `keepDetails`: place and camera stay in a picture. */
  z.object({
    kind: z.literal('attachment.add'),
    record: recordId,
    name: z.string().max(1_000),
    from: givenFile,
    keepDetails: z.boolean(),
  }),
  z.object({ kind: z.literal('attachment.remove'), record: recordId, id: attachmentId }),
  /** Seals anew what was sealed under an earlier profile; asked at each unlock and after a renewal of keys. */
  z.object({ kind: z.literal('attachment.renew') }),
  /** Writes a copy to a handle of the save dialog. */
  z.object({
    kind: z.literal('attachment.save'),
    record: recordId,
    id: attachmentId,
    to: handle,
  }),
  /** A WebP of a picture: its thumbnail, or as large as it is looked at. */
  z.object({
    kind: z.literal('attachment.show'),
    record: recordId,
    id: attachmentId,
    as: z.enum(['thumbnail', 'picture']),
  }),

  /** The places of backups, and how old the last good one is in each. */
  z.object({ kind: z.literal('backup.status') }),
  z.object({ kind: z.literal('backup.generations'), place: handle }),
  /** Backs up to every place that lacks this state of the vault; other requests do not wait for it. */
  z.object({ kind: z.literal('backup.run') }),
  /** Reads a backup back and checks every byte of it; other requests do not wait for it. */
  z.object({ kind: z.literal('backup.check'), place: handle, name: z.string().max(80) }),
  /** What a chosen backup says of itself. This and the next three work while no vault is open. */
  z.object({ kind: z.literal('restore.look'), handle }),
  /** Opens a chosen backup in memory and compares it with what is here; changes nothing. */
  z.object({ kind: z.literal('restore.open'), handle, with: wayIn }),
  /** Puts the opened backup in place; `word` confirms it where something is replaced. */
  z.object({ kind: z.literal('restore.finish'), word: z.string().max(40) }),
  z.object({ kind: z.literal('restore.drop') }),

  z.object({
    kind: z.literal('import.read'),
    from: givenFile,
    // Object.keys widens to string[]; the keys are exactly the routes.
    route: z.enum(Object.keys(ROUTES) as [keyof typeof ROUTES, ...(keyof typeof ROUTES)[]]),
  }),
  z.object({
    kind: z.literal('import.rows'),
    state: z.enum(['all', 'new', 'changed', 'duplicate', 'cannot']),
    offset: z.number().int().min(0),
    limit: z.number().int().min(0).max(500),
  }),
  z.object({ kind: z.literal('import.apply') }),
  z.object({ kind: z.literal('import.drop') }),
  z.object({ kind: z.literal('import.undo'), id: importId }),

  /** Each purpose of processing as it is in this vault. */
  z.object({ kind: z.literal('purposes') }),
  /** Changes words of a purpose, or its basis, which rests on a decision; null: the basis stays. */
  z.object({
    kind: z.literal('purpose.change'),
    about: purposeId,
    words: purposeWords.partial(),
    basis: z
      .object({ to: z.enum(['consent', 'legitimate-interests']), decision: decisionId })
      .nullable(),
  }),

  /** Puts the stamped document as a job with the host; `for` is what the trail records. */
  z.object({
    kind: z.literal('document'),
    name: documentName,
    for: documentUse,
    ...onPaper,
  }),
  /** The host could not print or save a job, or somebody cancelled it: the trail, which has it already, says so. */
  z.object({ kind: z.literal('document.unfinished'), job: handle }),
  /** Writes the document for a word processor to a handle of the save dialog. */
  z.object({
    kind: z.literal('document.write'),
    name: documentName,
    format: z.literal('docx'),
    to: handle,
  }),
  /** The document as plain text, for the clipboard. */
  z.object({ kind: z.literal('document.text'), name: documentName }),
  /** Writes the contact list as a data file to a handle of the save dialog. */
  z.object({
    kind: z.literal('contacts.write'),
    format: z.enum(['csv', 'vcf']),
    ...contactsAsked,
    to: handle,
  }),
  /** Writes the deadlines, without names, to a handle of the save dialog. */
  z.object({ kind: z.literal('calendar.write'), to: handle }),

  /** All that is held on the person of a request, with what is redacted. */
  z.object({ kind: z.literal('request.gather'), id: requestId }),
  /** Writes what the person gave as a data file to a handle of the save dialog (UK GDPR Art 20). */
  z.object({
    kind: z.literal('request.data'),
    id: requestId,
    format: z.enum(['csv', 'vcf', 'json']),
    to: handle,
  }),
  /** The clauses of the policy, each with its state in this vault. */
  z.object({ kind: z.literal('policy') }),
  /** Writes the summary for the CQI as a data file to a handle of the save dialog. */
  z.object({ kind: z.literal('summary.write'), ...summaryAsked, to: handle }),

  z.object({ kind: z.literal('card.own') }),
  z.object({ kind: z.literal('card.write'), to: handle }),
  /** Reads a card for showing its words; nothing is kept. */
  z.object({ kind: z.literal('card.read'), from: givenFile }),
  /** Keeps a card whose words were compared with its owner. */
  z.object({ kind: z.literal('card.add'), content: cardContent }),
  z.object({ kind: z.literal('bundle.passphrase') }),
  /** What a post would be given of the chosen kinds. */
  z.object({
    kind: z.literal('bundle.contents'),
    post,
    kinds: sharedKinds,
    /** With the Chair's leave: more than the post needs. */
    wider: z.boolean(),
  }),
  /** How countries stand by the policy and by UK law today. */
  z.object({ kind: z.literal('transfer.views'), countries: z.array(country).max(20) }),
  /** Who holds each post, who held it, and its role description. */
  z.object({ kind: z.literal('posts') }),
  /** Every version of the access matrix, the latest first. */
  z.object({ kind: z.literal('access.versions') }),
  z.object({
    kind: z.literal('bundle.seal'),
    to: z.discriminatedUnion('method', [
      z.object({ method: z.literal('card'), cards: z.array(cardId).max(20) }),
      z.object({ method: z.literal('passphrase'), passphrase, post, country }),
    ]),
    kinds: sharedKinds,
    purpose: z.string().max(500),
    /** On what it rests, where a country is not adequate. */
    footing: footing.nullable(),
    safeguard: z.string().max(1_000),
    /** Why more than the post needs goes, with the Chair's leave; null: it does not. */
    wider: chairsLeave.nullable(),
    expires: plainDate,
    handle,
  }),
  /** Works locked too, as a reader: then only with a passphrase. */
  z.object({
    kind: z.literal('bundle.open'),
    from: givenFile,
    passphrase: passphrase.nullable(),
    /** The person has compared the sender's words over the phone. */
    acceptUnknown: z.boolean(),
  }),
  /** A document of the open bundle, as a job to preview, print or save. */
  z.object({
    kind: z.literal('bundle.document'),
    name: z.string().max(200),
    for: documentUse,
  }),
  z.object({
    kind: z.literal('bundle.write'),
    name: z.string().max(200),
    format: z.literal('docx'),
    to: handle,
  }),
  z.object({ kind: z.literal('bundle.text'), name: z.string().max(200) }),
  z.object({ kind: z.literal('bundle.close') }),
]);
export type VaultRequest = z.infer<typeof request>;
export type VaultAsk<K extends VaultRequest['kind']> = Omit<
  Extract<VaultRequest, { kind: K }>,
  'kind'
>;

/** Sealing a bundle: what the post may have, as records and as printable documents, signed and sealed. */
import { makePassphrase } from '../../bundles/passphrase.ts';
import { sealBundle } from '../../bundles/seal.ts';
import { toHtml } from '../../documents/html.ts';
import type { StampedDocument } from '../../documents/stamp.ts';
import { transferView } from '../../domain/countries.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { type PersonId, makeId, personId } from '../../domain/ids.ts';
import type { AnyRecord } from '../../domain/kinds.ts';
import { NOTICE_VERSION } from '../../domain/notice.ts';
import type { Post } from '../../domain/posts.ts';
import type { Card, Transfer } from '../../domain/sharing.ts';
import { writeRecords } from '../desk/bundle-records.ts';
import { describe } from '../desk/change.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { stampedConsent, stampedContacts, stampedMinutes } from '../desk/document-sources.ts';
import { shelfOf } from '../desk/open-shelf.ts';
import { nameOf } from '../desk/lookups.ts';
import { idsIn } from '../desk/related.ts';
import { type Selected, selectFor } from '../desk/selection.ts';
import { pdfOf, writeWhole } from '../files.ts';
import type { Change } from '../log.ts';
import type { VaultAsk } from '../protocol.ts';

type To = VaultAsk<'bundle.seal'>['to'];

export const bundlePassphrase: Command<'bundle.passphrase'> = () =>
  ok(makePassphrase(crypto.getRandomValues(new Uint8Array(16))));

export const bundleContents: Command<'bundle.contents'> = ({ post, kinds }, context) =>
  ok(
    selectFor(post, kinds, context).map(({ kind, allowed, records }) => ({
      kind,
      allowed,
      count: records.length,
    })),
  );

export const bundleSeal: Command<'bundle.seal'> = async (asked, context) => {
  const { session, host, now } = context;
  const recipients = recipientsOf(asked.to, context);
  if (!recipients.ok) return recipients;
  const { post, countries, cards } = recipients.value;
  if (asked.expires < context.today) return fail('record/invalid', { field: 'expires' });
  const needsSafeguard = countries.some((code) => !transferView(code).adequate);
  if (needsSafeguard && asked.safeguard.trim() === '') return fail('bundle/no-safeguard');
  const selected = selectFor(post, asked.kinds, context);
  const records = selected.flatMap((one) => one.records);
  if (records.length === 0) return fail('bundle/nothing-inside');

  const documents = await documentsOf(selected, context);
  if (!documents.ok) return documents;
  const names = namesBeside(records, context);
  const bundle = makeId('transfer', crypto.getRandomValues(new Uint8Array(16)));
  const sealed = await sealBundle({
    entries: [...writeRecords({ group: context.group, records, names }), ...documents.value],
    to:
      asked.to.method === 'card'
        ? { kind: 'cards', recipients: cards.map((card) => card.content.recipient) }
        : { kind: 'passphrase', passphrase: asked.to.passphrase },
    bundle,
    vault: session.vaultId,
    sequence: session.state.count('transfer') + 1,
    sender: session.profile.card,
    signKey: session.profile.signKey(),
    purpose: asked.purpose.trim() || 'The work of the steering group',
    created: now,
    expires: asked.expires,
    policyVersion: NOTICE_VERSION,
    onProgress: (done, total) => context.progress(done, total),
  });
  if (!sealed.ok) return sealed;
  const transfer: Transfer = {
    kind: 'transfer',
    id: bundle,
    purpose: 'accountability',
    bundle,
    recipients: cards.map((card) => card.id),
    recipientPost: post,
    countries,
    method: asked.to.method,
    safeguard: asked.safeguard,
    sealedAt: now,
    expires: asked.expires,
    contents: selected.map(({ kind, records: those }) => ({ kind, count: those.length })),
  };
  // No bundle appears without its line in the register. A file that left cannot be called back, so no undo.
  const changes: Change[] = [{ id: bundle, before: null, after: transfer }];
  const register = () => session.commit(changes, 'bundle-sealed', now);
  const written = await writeWhole(host, asked.handle, sealed.value, context, register);
  if (!written.ok) {
    // The line is taken back when the file could not appear after all.
    if (session.state.get(bundle)) await session.commit(changes.map(turned), 'removed', now);
    return written;
  }
  return ok({ ...describe(changes, session.state.revision), bytes: sealed.value.length });
};

const turned = ({ id, before, after }: Change): Change => ({ id, before: after, after: before });

/** Cards have one post between them: what goes in is decided by the post. */
function recipientsOf(
  to: To,
  { session }: OpenContext,
): Result<{ post: Post; countries: string[]; cards: Card[] }> {
  if (to.method === 'passphrase') return ok({ post: to.post, countries: [to.country], cards: [] });
  const cards: Card[] = [];
  for (const id of to.cards) {
    const record = session.state.get(id)?.record;
    if (record?.kind !== 'card') return fail('record/gone');
    cards.push(record);
  }
  const [first] = cards;
  if (!first) return fail('bundle/no-recipients');
  if (cards.some((card) => card.content.post !== first.content.post))
    return fail('bundle/mixed-posts');
  const countries = [...new Set(cards.map((card) => card.content.country))];
  return ok({ post: first.content.post, countries, cards });
}

/** Names of the people that meetings and minutes mention and whose own record does not travel. */
function namesBeside(
  records: readonly AnyRecord[],
  { session }: OpenContext,
): Map<PersonId, string> {
  const travels = new Set<string>(records.map((record) => record.id));
  const names = new Map<PersonId, string>();
  for (const record of records) {
    for (const id of idsIn(record)) {
      const person = personId.safeParse(id);
      if (person.success && !travels.has(id)) names.set(person.data, nameOf(id, session.state));
    }
  }
  return names;
}

/** The contact list, minutes and consents as PDF, for officers who have nothing but `age` and `unzip`. */
async function documentsOf(
  selected: readonly Selected[],
  context: OpenContext,
): Promise<Result<{ name: string; bytes: Uint8Array }[]>> {
  const shelf = shelfOf(context);
  const files: { name: string; bytes: Uint8Array }[] = [];
  const made: { name: string; stamped: Result<StampedDocument> }[] = [];
  const people = selected
    .flatMap((one) => one.records)
    .filter((record) => record.kind === 'person');
  if (people.length > 0) {
    made.push({ name: 'contacts', stamped: ok(stampedContacts(people, 'As shared', shelf)) });
  }
  for (const { records } of selected) {
    for (const record of records) {
      const number = made.length + 1;
      if (record.kind === 'minutes') {
        const name = `minutes-${record.meetingDate}-${number}`;
        made.push({ name, stamped: stampedMinutes(record, shelf) });
      }
      if (record.kind === 'consent') {
        made.push({ name: `consent-${number}`, stamped: stampedConsent(record.id, shelf) });
      }
    }
  }
  for (const [done, { name, stamped }] of made.entries()) {
    if (context.cancelled()) return fail('wall/cancelled');
    context.progress(done, made.length);
    // A consent whose person is gone has no document; its record travels all the same.
    if (!stamped.ok) continue;
    const html = toHtml(stamped.value);
    if (!html.ok) return html;
    const pdf = await pdfOf(context.host, html.value);
    if (!pdf.ok) return pdf;
    files.push({ name: `documents/${name}.pdf`, bytes: pdf.value });
  }
  return ok(files);
}

/** Sealing a bundle: what the post may have, as records and as printable documents, signed and sealed. */
import { fingerprintWords } from '../../bundles/card.ts';
import { makePassphrase } from '../../bundles/passphrase.ts';
import { sealBundle } from '../../bundles/seal.ts';
import { toHtml } from '../../documents/html.ts';
import { PLAIN_SHEET } from '../../documents/sheet.ts';
import { transferView } from '../../domain/countries.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { type PersonId, makeId, personId } from '../../domain/ids.ts';
import type { AnyRecord } from '../../domain/kinds.ts';
import { NOTICE_VERSION } from '../../domain/notice.ts';
import type { Post } from '../../domain/posts.ts';
import { checkLeave } from '../../domain/registers/chairs-leave.ts';
import { restrictedPeople } from '../../domain/restrictions.ts';
import type { Card, Transfer } from '../../domain/sharing.ts';
import { aroundOf } from '../desk/around.ts';
import { type BundleRecords, writeRecords } from '../desk/bundle-records.ts';
import { describe } from '../desk/change.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { houseOf } from '../desk/house.ts';
import { documentsIn, shelfOfBundle } from '../desk/reading.ts';
import { idsIn } from '../desk/related.ts';
import { masked } from '../desk/restricting.ts';
import { hasLeftCommittee, selectFor } from '../desk/selection.ts';
import { titleOf } from '../desk/titles.ts';
import { pdfOf, writeWhole } from '../files.ts';
import type { Change } from '../log.ts';
import { kindOfId } from '../summary.ts';
import type { VaultAsk } from '../protocol.ts';

type To = VaultAsk<'bundle.seal'>['to'];

export const bundlePassphrase: Command<'bundle.passphrase'> = () =>
  ok(makePassphrase(crypto.getRandomValues(new Uint8Array(16))));

export const bundleContents: Command<'bundle.contents'> = ({ post, kinds, wider }, context) =>
  ok(
    selectFor(post, kinds, wider, context).map(({ records, without, ...rest }) => ({
      ...rest,
      without: [...without],
      count: records.length,
    })),
  );

/** How countries stand today, for the form of a bundle. */
export const transferViews: Command<'transfer.views'> = ({ countries }, context) =>
  ok(countries.map((code) => ({ code, ...viewOf(code, context) })));

function viewOf(code: string, { session, today }: OpenContext) {
  return transferView(code, today, session.state.all('adequacy'));
}

export const bundleSeal: Command<'bundle.seal'> = async (asked, context) => {
  const { session, host, now } = context;
  const recipients = recipientsOf(asked.to, context);
  if (!recipients.ok) return recipients;
  const { post, countries, cards } = recipients.value;
  if (asked.expires < context.today) return fail('record/invalid', { field: 'expires' });
  const needsSafeguard = countries.some((code) => !viewOf(code, context).adequate);
  if (needsSafeguard && asked.safeguard.trim() === '') return fail('bundle/no-safeguard');
  if (asked.wider) {
    const leave = checkLeave(session.profile.card.post, asked.wider, aroundOf(context));
    if (!leave.ok) return leave;
  }
  const selected = selectFor(post, asked.kinds, asked.wider !== null, context);
  const records = selected.flatMap((one) => one.records);
  if (records.length === 0) return fail('bundle/nothing-inside');
  const hasMinutes = records.some(({ kind }) => kind === 'minutes');
  if (hasMinutes && hasLeftCommittee(cards, context)) return fail('minutes/not-committee');

  const leftOut = selected
    .filter(({ without }) => without.length > 0)
    .map(({ kind, without }) => ({ kind, fields: without }));
  const held = { group: context.group, records, names: namesBeside(records, context), leftOut };
  const documents = await documentsOf(held, context);
  if (!documents.ok) return documents;
  const use = asked.purpose.trim() || 'The work of the steering group';
  const { card: own } = session.profile;
  const bundle = makeId('transfer', crypto.getRandomValues(new Uint8Array(16)));
  const sealed = await sealBundle({
    entries: [...writeRecords(held), ...documents.value],
    to:
      asked.to.method === 'card'
        ? { kind: 'cards', recipients: cards.map((card) => card.content.recipient) }
        : { kind: 'passphrase', passphrase: asked.to.passphrase },
    bundle,
    vault: session.vaultId,
    sequence: session.state.count('transfer') + 1,
    sender: own,
    signKey: session.profile.signKey(),
    purpose: use,
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
    footing: needsSafeguard ? asked.footing : null,
    safeguard: asked.safeguard,
    sealedAt: now,
    expires: asked.expires,
    contents: selected.map(({ kind, records: those }) => ({ kind, count: those.length })),
    use,
    sender: { post: own.post, country: own.country, words: fingerprintWords(own) },
    wider: asked.wider,
    acknowledged: null,
  };
  // No bundle appears without its line in the register. A file that left cannot be called back, so no undo.
  const changes: Change[] = [{ id: bundle, before: null, after: transfer }];
  // Whom it was about, so that they can be told of a correction (UK GDPR Art 19): people first, for the trail names a hundred.
  const inside = records.map(({ id }): string => id).sort((a, b) => rank(a) - rank(b));
  const register = () => session.commit(changes, 'bundle-sealed', now, [bundle, ...inside]);
  const written = await writeWhole(host, asked.handle, sealed.value, context, register);
  if (!written.ok) {
    // The line is taken back when the file could not appear after all.
    if (session.state.get(bundle)) await session.commit(changes.map(turned), 'removed', now);
    return written;
  }
  return ok({ ...describe(changes, session.state.revision), bundle, bytes: sealed.value.length });
};

const rank = (id: string) => (kindOfId(id) === 'person' ? 0 : 1);
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
function namesBeside(records: readonly AnyRecord[], context: OpenContext): Map<PersonId, string> {
  const travels = new Set<string>(records.map((record) => record.id));
  const names = new Map<PersonId, string>();
  const around = aroundOf(context);
  const find = masked(around.find, restrictedPeople(around));
  for (const record of records) {
    for (const id of idsIn(record)) {
      const person = personId.safeParse(id);
      if (person.success && !travels.has(id)) names.set(person.data, titleOf(id, find));
    }
  }
  return names;
}

/** What can be read without this program, as PDF, for officers who have nothing but `age` and `unzip`. */
async function documentsOf(
  held: BundleRecords,
  context: OpenContext,
): Promise<Result<{ name: string; bytes: Uint8Array }[]>> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  // Made of what travels, so that nothing is in them that is not.
  const documents = documentsIn(held, shelfOfBundle(held, context.today));
  const house = await houseOf(context);
  for (const [done, { fileName, make }] of documents.entries()) {
    if (context.cancelled()) return fail('wall/cancelled');
    context.progress(done, documents.length);
    const stamped = make();
    // A consent whose person is gone has no document; its record travels all the same.
    if (!stamped.ok) continue;
    const html = toHtml(stamped.value, { ...PLAIN_SHEET, ...house });
    if (!html.ok) return html;
    const pdf = await pdfOf(context.host, html.value);
    if (!pdf.ok) return pdf;
    files.push({ name: `documents/${fileName}.pdf`, bytes: pdf.value });
  }
  return ok(files);
}

/** Opening a bundle: with one's own card in an open vault, or by its passphrase as a reader without one. */
import { fingerprintWords } from '../../bundles/card.ts';
import { type OpenOptions, openBundle, peekSender } from '../../bundles/open.ts';
import { toDocx } from '../../documents/docx.ts';
import { toHtml } from '../../documents/html.ts';
import { toText } from '../../documents/plain-text.ts';
import { dayOf } from '../../domain/dates.ts';
import { fail, ok } from '../../domain/errors.ts';
import { acknowledgementOf } from '../desk/proof-documents.ts';
import { readRecords } from '../desk/bundle-records.ts';
import { type Command, type Context, TIME_ZONE } from '../desk/context.ts';
import { usedAs } from '../desk/document-use.ts';
import { type Reading, documentsIn, leftOutOf, peopleIn, shelfOfBundle } from '../desk/reading.ts';
import { type Leaving, leaveOnPaper, leaveToBeSeen } from '../desk/leaving.ts';
import { exported, leaveAsFile, leaveAsText } from '../desk/leaving-elsewhere.ts';
import { readWhole } from '../files.ts';
import { sourceOf } from '../sources.ts';

const LARGEST_BUNDLE = 300 * 1024 * 1024;

export const bundleOpen: Command<'bundle.open', Context> = async (asked, context) => {
  const { desk, host, now } = context;
  desk.reading = null;
  const file = await readWhole(sourceOf(asked.from, host), LARGEST_BUNDLE, context);
  if (!file.ok) return file;
  const today = dayOf(now, TIME_ZONE);
  const known = knownSenders(context);
  const options: Omit<OpenOptions, 'knownSenders'> = {
    ...(desk.session ? { identity: desk.session.profile.identity() } : {}),
    ...(asked.passphrase === null ? {} : { passphrase: asked.passphrase }),
    today,
    // Nothing of a bundle is kept yet, so reading one again repeats nothing.
    seen: new Set<string>(),
  };
  // Only the sender whose words were shown is believed, so that no other file can slip in between.
  const accepted = asked.acceptUnknown && desk.shownSender !== null ? [desk.shownSender] : [];
  desk.shownSender = null;
  const opened = await openBundle(file.value, {
    ...options,
    knownSenders: [...known, ...accepted],
  });
  if (!opened.ok) {
    if (opened.error.code !== 'bundle/unknown-sender') return opened;
    const sender = await peekSender(file.value, options);
    if (!sender.ok) return sender;
    desk.shownSender = sender.value.verifyKey;
    const words = fingerprintWords(sender.value);
    return ok({ state: 'sender-unknown', sender: sender.value, words });
  }

  const { manifest, entries } = opened.value;
  const records = readRecords(entries);
  if (!records.ok) return records;
  const shelf = shelfOfBundle(records.value, today);
  const documents = [...documentsIn(records.value, shelf), acknowledgementOf(manifest, shelf)];
  const { name, post, country, verifyKey } = manifest.sender;
  if (desk.session) {
    const kept = await desk.session.commit([], 'bundle-opened', now, [manifest.bundle]);
    if (!kept.ok) return kept;
  }
  const reading: Reading = {
    id: manifest.bundle,
    documents,
    bundle: {
      sender: {
        name,
        post,
        country,
        words: fingerprintWords(manifest.sender),
        known: known.includes(verifyKey),
      },
      created: manifest.created,
      expires: manifest.expires,
      purpose: manifest.purpose,
      entries: entries.map((entry) => ({ name: entry.name, size: entry.bytes.length })),
      documents: documents.map((document) => ({ name: document.name, title: document.title })),
      leftOut: leftOutOf(records.value),
      people: peopleIn(records.value.records, today),
    },
  };
  desk.reading = reading;
  return ok({ state: 'open', bundle: reading.bundle });
};

export const bundleDocument: Command<'bundle.document', Context> = async (asked, context) => {
  const { name, for: use } = asked;
  const made = madeOf(name, context);
  if (!made.ok) return made;
  const { stamped, title, ids } = made.value;
  const html = toHtml(stamped);
  if (!html.ok) return html;
  const leaving: Leaving = {
    html: html.value,
    title,
    fileName: stamped.tree.fileName,
    ...usedAs('opened', use),
    ids,
    changes: [],
    holders: [],
    namesLeftOut: null,
  };
  const leaver = { ...context, session: context.desk.session };
  return use === 'preview' ? leaveToBeSeen(leaving, leaver) : leaveOnPaper(leaving, leaver);
};

export const bundleWrite: Command<'bundle.write', Context> = async ({ name, to }, context) => {
  const made = madeOf(name, context);
  if (!made.ok) return made;
  const { stamped, ids } = made.value;
  const leaver = { ...context, session: context.desk.session };
  return leaveAsFile(
    await toDocx(stamped),
    to,
    exported(ids, { what: 'opened', form: 'docx' }),
    leaver,
  );
};

export const bundleText: Command<'bundle.text', Context> = ({ name }, context) => {
  const made = madeOf(name, context);
  if (!made.ok) return made;
  const { stamped, ids } = made.value;
  const told = exported(ids, { what: 'opened', form: 'text' });
  return leaveAsText(toText(stamped), told, { ...context, session: context.desk.session });
};

/** A document of the open bundle; for the trail the bundle's id. Errors: record/gone, and what its making says. */
function madeOf(name: string, { desk }: Context) {
  const document = desk.reading?.documents.find((one) => one.name === name);
  if (!document) return fail('record/gone');
  const stamped = document.make();
  const ids = desk.reading ? [desk.reading.id] : [];
  return stamped.ok ? ok({ stamped: stamped.value, title: document.title, ids }) : stamped;
}

export const bundleClose: Command<'bundle.close', Context> = (_asked, { desk }) => {
  desk.reading = null;
  return ok(null);
};

/** Whose signature is trusted here: the cards that were checked, and one's own. */
function knownSenders({ desk }: Context): string[] {
  if (!desk.session) return [];
  const known = [desk.session.profile.card.verifyKey];
  for (const { content } of desk.session.state.all('card')) known.push(content.verifyKey);
  return known;
}

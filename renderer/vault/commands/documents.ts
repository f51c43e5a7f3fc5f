/** Records become stamped documents; every one that leaves is in the trail before it goes. */
import { toAnonymousHtml } from '../../documents/anonymous-html.ts';
import { toCsv } from '../../documents/csv.ts';
import { toHtml } from '../../documents/html.ts';
import { toVcard } from '../../documents/vcard.ts';
import { ok } from '../../domain/errors.ts';
import type { Command, Context, OpenContext } from '../desk/context.ts';
import { type Use, usedAs } from '../desk/document-use.ts';
import { houseOf } from '../desk/house.ts';
import { type Leaving, copiesFor, leaveOnPaper, leaveToBeSeen } from '../desk/leaving.ts';
import { exported, leaveAsFile } from '../desk/leaving-elsewhere.ts';
import {
  type AnonymousName,
  contactsOf,
  isAnonymousName,
  isForCommittee,
  makeAnonymous,
  makeStamped,
} from '../desk/making.ts';
import { noteUnfinished } from '../desk/noting.ts';
import { sent } from '../desk/request-documents.ts';

export const document: Command<'document'> = async (asked, context) => {
  const { name, for: use, mark = false, copies = [] } = asked;
  if (isAnonymousName(name)) return withoutPersonalData(name, use, context);
  const made = await makeStamped(name, context);
  if (!made.ok) return made;
  const { stamped, ids, namesLeftOut } = made.value;
  const whose = copiesFor(copies, isForCommittee(name, context), context);
  if (!whose.ok) return whose;
  const html = toHtml(stamped, { ...(await houseOf(context)), mark, copies: whose.value });
  if (!html.ok) return html;
  const isSent = name.what === 'request-letter' && use !== 'preview';
  const changes = isSent ? sent(name.id, name.letter, context) : [];
  const { title, fileName } = stamped.tree;
  const used = usedAs(name.what, use);
  const noted = { ...used, ids, changes, holders: copies };
  const leaving = { html: html.value, title, fileName, ...noted };
  return leave({ ...leaving, namesLeftOut }, use, context);
};

/** The way out of documents that hold counts only: they carry no banner (clause ANONYMISE). */
async function withoutPersonalData(name: AnonymousName, use: Use, context: OpenContext) {
  const made = await makeAnonymous(name, context);
  if (!made.ok) return made;
  const html = toAnonymousHtml(made.value, (await houseOf(context)).paper);
  if (!html.ok) return html;
  const { title, fileName } = made.value;
  const used = usedAs(name.what, use);
  const action = use === 'preview' ? used.action : 'summarised';
  const nobodys = { ids: [], changes: [], holders: [], namesLeftOut: null };
  return leave({ html: html.value, title, fileName, ...used, action, ...nobodys }, use, context);
}

function leave(leaving: Leaving, use: Use, context: OpenContext) {
  return use === 'preview' ? leaveToBeSeen(leaving, context) : leaveOnPaper(leaving, context);
}

/** The host could not print or save what it was handed, or somebody cancelled: the trail says so. */
export const documentUnfinished: Command<'document.unfinished', Context> = async (
  { job },
  context,
) => {
  const { desk } = context;
  const noted = desk.handedOver.get(job);
  if (!noted) return ok(null);
  desk.handedOver.delete(job);
  await noteUnfinished(noted, { ...context, session: desk.session });
  return ok(null);
};

export const writeContacts: Command<'contacts.write'> = async (asked, context) => {
  const { people, leftOut, stamped } = contactsOf(asked, context);
  const text = asked.format === 'csv' ? toCsv(stamped) : toVcard(stamped);
  if (!text.ok) return text;
  const bytes = ok(new TextEncoder().encode(text.value));
  const ids = people.map((person) => person.id);
  const told = exported(ids, { what: 'contacts', form: asked.format });
  const written = await leaveAsFile(bytes, asked.to, told, context);
  return written.ok ? ok({ count: people.length, leftOut }) : written;
};

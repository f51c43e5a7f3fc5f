/** Answering requests about rights: what is held on a person, and their data as files (RIGHT-ACCESS, RIGHT-PORT). */
import { toCsv } from '../../documents/csv.ts';
import { toJson } from '../../documents/json.ts';
import { toVcard } from '../../documents/vcard.ts';
import { fail, ok } from '../../domain/errors.ts';
import { gather } from '../../domain/gathering.ts';
import { aroundOf } from '../desk/around.ts';
import { describe } from '../desk/change.ts';
import type { Command } from '../desk/context.ts';
import { exported, leaveAsFile } from '../desk/leaving-elsewhere.ts';
import { shelfOf } from '../desk/open-shelf.ts';
import { sent, stampedRequestLetter } from '../desk/request-documents.ts';
import { noteView } from '../desk/viewing.ts';

const WRITERS = { csv: toCsv, vcf: toVcard, json: toJson } as const;

/** What is held on the person of a request, with what is redacted in it: to be looked at before it leaves. */
export const requestGather: Command<'request.gather'> = ({ id }, context) => {
  const around = aroundOf(context);
  const request = around.find(id);
  if (request?.kind !== 'request') return fail('record/gone');
  const person = around.find(request.person);
  if (person?.kind !== 'person') return fail('record/gone');
  noteView(person.id, context);
  return ok(gather(person, request, around));
};

export const requestData: Command<'request.data'> = async (asked, context) => {
  const made = stampedRequestLetter(asked.id, 'data', shelfOf(context), aroundOf(context));
  if (!made.ok) return made;
  const text = WRITERS[asked.format](made.value);
  if (!text.ok) return text;
  const changes = sent(asked.id, 'data', context);
  const bytes = ok(new TextEncoder().encode(text.value));
  const left = { what: 'request-letter', form: asked.format } as const;
  const told = { ...exported([asked.id], left), changes };
  const written = await leaveAsFile(bytes, asked.to, told, context);
  return written.ok ? ok(describe(changes, context.session.state.revision)) : written;
};

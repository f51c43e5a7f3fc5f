import { describe, expect, it } from 'vitest';
import { BANNER } from '../domain/banner.ts';
import { consentDocument } from './consent-document.ts';
import { consentFormDocument } from './consent-form-document.ts';
import { contactListDocument } from './contact-list-document.ts';
import { toCsv } from './csv.ts';
import { toHtml } from './html.ts';
import { minutesDocument } from './minutes-document.ts';
import { processingRegisterDocument } from './processing-register-document.ts';
import { type StampedDocument, stamp } from './stamp.ts';
import {
  consentSources,
  contactSources,
  formSources,
  minutesSources,
  registerSources,
} from './testing/sample-records.ts';
import { toVcard } from './vcard.ts';

const contacts = contactListDocument(contactSources);
const outputs = { toHtml, toCsv, toVcard };
const documents = {
  minutes: minutesDocument(minutesSources),
  contacts,
  consent: consentDocument(consentSources),
  'consent form': consentFormDocument(formSources),
  'processing register': processingRegisterDocument(registerSources),
};

describe('the stamp', () => {
  it.each(Object.entries(outputs))(
    '%s writes a stamped document, and nothing else (BANNER)',
    (_, output) => {
      const stamped = stamp(contacts);
      expect(output(stamped).ok).toBe(true);

      const refused = { ok: false, error: { code: 'document/unstamped' } };
      // @ts-expect-error a bare tree is no stamped document
      expect(output(contacts)).toEqual(refused);
      // @ts-expect-error neither is something that looks like one
      expect(output({ banner: BANNER, tree: contacts })).toEqual(refused);
      // A forged cast passes the compiler, and is found out at run time.
      const forged = { banner: BANNER, tree: contacts } as unknown as StampedDocument;
      expect(output(forged)).toEqual(refused);
      expect(output({ ...stamped })).toEqual(refused);
      expect(output(structuredClone(stamped))).toEqual(refused);
    },
  );

  it('keeps what was stamped from being changed afterwards', () => {
    const tree = { ...contacts, blocks: [...contacts.blocks] };
    const stamped = stamp(tree);
    tree.blocks.length = 0;
    expect(stamped.tree.blocks).toHaveLength(1);
    expect(() => Object.assign(stamped, { banner: '' })).toThrow(TypeError);
    expect(() => Object.assign(stamped.tree, { blocks: [] })).toThrow(TypeError);
    expect(() => Object.assign(stamped.tree.blocks[0] ?? {}, { type: 'notice' })).toThrow(
      TypeError,
    );
  });

  it.each(Object.entries(documents))(
    'shows the exact sentence once in the %s (BANNER)',
    (_, tree) => {
      const html = toHtml(stamp(tree));
      if (!html.ok) throw new Error(html.error.code);
      const head =
        /<body id="mark" data-banner="page" data-paper="a4">\n<table class="sheet" role="presentation">\n<thead>\n(.*)\n<\/thead>/;
      expect(head.exec(html.value)?.[1]).toBe(`<tr><td class="banner">${BANNER}</td></tr>`);
      expect(html.value.split(BANNER)).toHaveLength(2);
    },
  );

  it('stands at the head of each data file (BANNER)', () => {
    const csv = toCsv(stamp(contacts));
    expect(csv.ok && csv.value.startsWith(`\uFEFF${BANNER}\r\n`)).toBe(true);
    const vcf = toVcard(stamp(contacts));
    expect(vcf.ok && vcf.value.startsWith(`BEGIN:VCARD\r\nVERSION:4.0\r\nNOTE:${BANNER}\r\n`)).toBe(
      true,
    );
    expect(vcf.ok && vcf.value.split(BANNER)).toHaveLength(contactSources.people.length + 1);
  });
});

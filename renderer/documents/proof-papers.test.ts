import { describe, expect, it } from 'vitest';
import { bundleAcknowledgement } from './bundle-acknowledgement.ts';
import { bundleCover } from './bundle-cover.ts';
import { erasureCertificate } from './erasure-certificate.ts';
import { toHtml } from './html.ts';
import { stamp } from './stamp.ts';
import { MARKUP, MIXED, erasure, requestSources, transfer } from './testing/sample-letters.ts';
import { day } from './testing/sample-records.ts';
import type { DocumentTree } from './tree.ts';

const { group, day: today } = requestSources;

function htmlOf(tree: DocumentTree): string {
  const html = toHtml(stamp(tree));
  if (!html.ok) throw new Error(html.error.code);
  return html.value;
}

const textOf = (tree: DocumentTree) => htmlOf(tree).replaceAll(/<[^>]*>/g, ' ');

describe('the certificate of an erasure', () => {
  const done = { ...erasure, places: erasure.places.slice(0, 1) };
  const certificate = (of: typeof erasure, isUnfinished = false) =>
    erasureCertificate({ erasure: of, isUnfinished, group, day: today });

  it('tells what went, when, why, by which post and from where (ERASE)', () => {
    const text = textOf(certificate(done)).replaceAll(/\s+/g, ' ');
    for (const said of [
      erasure.id,
      '8 Dec 2026, 12:00 (Europe/London)',
      'The person asked for it',
      'Decided by Group Secretary',
      'Person 1',
      'Consents 2',
      'The store and its log, under 3 keys Erased',
      'Backups: Red stick Sealed anew without it',
    ])
      expect(text).toContain(said);
    expect(certificate(done).status).toBe('Done');
  });

  it('is open as long as a backup place is absent, or a key is in use', () => {
    expect(certificate(erasure).status).toBe('Open');
    expect(textOf(certificate(erasure))).toContain('a backup place was absent');
    expect(certificate(done, true).status).toBe('Open');
    expect(textOf(certificate(done, true))).toContain('the keys that could open it');
  });

  it('names neither who was erased nor their record', () => {
    const text = textOf(certificate(erasure));
    for (const { id } of erasure.erased) expect(text).not.toContain(id);
    expect(text).not.toContain(group.owner.name);
  });
});

describe('the papers of a sealed bundle', () => {
  const known = {
    ...transfer,
    use: `${MARKUP} ${MIXED}`,
    sender: { post: 'secretary' as const, country: 'GB', words: ['abandon', 'ability', 'able'] },
  };
  const cover = (of: typeof transfer) => bundleCover({ transfer: of, group, day: today });

  it('the cover tells for whom, what by kind and number, until when, and by whose words (TRANSFER)', () => {
    const text = textOf(cover(known)).replaceAll(/\s+/g, ' ');
    for (const said of [
      'For the Vice Chair, Australia',
      'People 14',
      'Set of minutes 1',
      'End of 8 Mar 2027',
      'abandon ability able',
      'type the passphrase that the sender tells you by phone',
    ])
      expect(text).toContain(said);
  });

  it('a bundle from before the register kept its purpose and sender has a cover all the same', () => {
    const text = textOf(cover(transfer));
    expect(text).not.toContain('Purpose');
    expect(text).toContain('have the words of their card read out');
  });

  it('neither names anybody, and what is typed stays text', () => {
    const facts = { bundle: known.bundle, sealedOn: today, expires: known.expires };
    const recipient = { post: known.recipientPost, countries: known.countries };
    const form = { ...facts, purpose: known.use, recipient, group, day: today };
    for (const tree of [cover(known), bundleAcknowledgement(form)]) {
      expect(htmlOf(tree)).not.toMatch(/<script|<img|\u202E/);
      expect(htmlOf(tree)).not.toContain(group.owner.name);
      expect(tree.fileName).toMatch(/^bundle-[a-z]+-\d{4}-\d\d-\d\d$/);
    }
  });

  it('the form says that it is kept to the terms and erased by its day, and leaves room to sign', () => {
    const form = bundleAcknowledgement({
      bundle: transfer.bundle,
      sealedOn: today,
      expires: day('2027-03-08'),
      purpose: null,
      recipient: null,
      group,
      day: today,
    });
    expect(htmlOf(form)).toContain('<ul class="boxes"');
    expect(textOf(form)).toContain('by 8 Mar 2027 at the latest');
    expect(textOf(form)).toContain('Post and country');
  });
});

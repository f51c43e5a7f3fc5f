import { describe, expect, it } from 'vitest';
import { CONTROLLER, NOTICE_VERSION } from '../domain/notice.ts';
import { consentDocument } from './consent-document.ts';
import { consentFormDocument } from './consent-form-document.ts';
import { PURPOSES, retentionInWords } from '../domain/purposes.ts';
import { toHtml } from './html.ts';
import { stamp } from './stamp.ts';
import { consent, consentSources, day, formSources, wording } from './testing/sample-records.ts';
import type { DocumentTree } from './tree.ts';

function words(tree: DocumentTree): string {
  const html = toHtml(stamp(tree));
  if (!html.ok) throw new Error(html.error.code);
  return html.value
    .replaceAll(/<\/(?:dt|p)>/g, ' | ')
    .replaceAll('</dd>', '\n')
    .replaceAll(/<[^>]*>/g, '');
}

describe('consent documents', () => {
  it.each([
    ['form', consentFormDocument(formSources)],
    ['record', consentDocument(consentSources)],
  ])(
    'a %s says what is agreed to and what the person must be told (CONSENT, TRANSPARENCY)',
    (_, tree) => {
      const text = words(tree);
      expect(text).toContain(`Wording, version ${wording.version} | ${wording.text}`);
      expect(text).toContain(`Controller | ${CONTROLLER.name}, ${CONTROLLER.contact}`);
      expect(text).toContain(`Data | ${wording.dataTypes.join('; ')}`);
      expect(text).toContain('Lawful basis | Consent');
      expect(text).toContain(`Retention | ${retentionInWords(PURPOSES[wording.purpose])}`);
      expect(text).toContain(`How to withdraw | ${wording.withdrawal}`);
      expect(text).toContain(`Your rights | ${CONTROLLER.rights.replaceAll("'", '&#39;')}`);
    },
  );

  it('a form is blank where the person writes', () => {
    const text = words(consentFormDocument(formSources));
    for (const label of ['Event', 'Name', 'E-mail', 'Signature', 'Date', 'Receipt number']) {
      expect(text).toContain(`${label} | \n`);
    }
    expect(text).toContain(`Privacy notice | CQI IMSIG Privacy Policy, version ${NOTICE_VERSION}`);
  });

  it('a record says whose it is, when and how it was given, and its receipt number', () => {
    const text = words(consentDocument(consentSources));
    expect(text).toContain('Given by | 里奈 大森\nperson14@example.org');
    expect(text).toContain('Given | 2 Nov 2026. Signed on paper');
    expect(text).toContain('Expires | End of 2 Nov 2028');
    expect(text).toContain(`Receipt number | ${consent.id}-1\n`);
    expect(text).toContain('Privacy notice | CQI IMSIG Privacy Policy, version not recorded');
    expect(text).not.toContain(consent.notes);
  });

  it('a receipt has what ISO/IEC TS 27560 asks of one (CONSENT)', () => {
    const text = words(consentDocument(consentSources));
    for (const term of [
      `Record number | ${consent.id}`,
      `Person’s number | ${consent.person}`,
      'Given | 2 Nov 2026. Signed on paper; recorded ',
      'in British English (en-GB)',
      'Purpose | Photographs of events',
      'Storage | ',
      'Retention | ',
      'Jurisdiction | United Kingdom',
      'Recipients | ',
    ])
      expect(text).toContain(term);
    const withdrawn = { on: day('2026-12-01'), how: 'email' as const, recordedAt: 0 };
    const after = consentDocument({ ...consentSources, consent: { ...consent, withdrawn } });
    expect(words(after)).toContain(`Receipt number | ${consent.id}-2`);
  });

  it('a consent that is only asked for is a form with a box for yes and one for no', () => {
    const asked = consentDocument({ ...consentSources, consent: { ...consent, given: null } });
    expect(asked.subtitle).toBe('Consent form');
    expect(words(asked)).toContain('Name | 里奈 大森\n');
    const html = toHtml(stamp(asked));
    expect(html).toMatchObject({ ok: true, value: expect.stringContaining('<ul class="boxes"') });
    expect(words(consentDocument(consentSources))).not.toContain('Signature');
  });

  it('a record keeps the words that were agreed to, whatever is shipped today', () => {
    const older = {
      ...consent,
      wording: { ...consent.wording, version: '0.9', text: 'Old words.' },
    };
    expect(words(consentDocument({ ...consentSources, consent: older }))).toContain(
      'Wording, version 0.9 | Old words.',
    );
  });

  it('a withdrawn consent says so first', () => {
    const withdrawn = {
      ...consent,
      withdrawn: { on: day('2026-12-01'), how: 'email' as const, recordedAt: 1 },
    };
    const tree = consentDocument({ ...consentSources, consent: withdrawn });
    expect(tree.status).toBe('Withdrawn');
    expect(tree.blocks[0]).toMatchObject({ type: 'notice', tone: 'warning' });
    expect(words(tree)).toContain('Withdrawn | 1 Dec 2026. By e-mail');
  });

  it('puts no name into the title or the file name', () => {
    const tree = consentDocument(consentSources);
    expect(tree.title).toBe('Consent: Photographs at events');
    expect(tree.fileName).toBe('consent-photographs-2026-12-08');
  });
});

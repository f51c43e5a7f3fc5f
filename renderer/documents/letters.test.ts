import { describe, expect, it } from 'vitest';
import { ICO } from '../domain/notice.ts';
import { LETTERS } from '../domain/request.ts';
import { accessPack } from './access-pack.ts';
import { breachLetter } from './breach-letter.ts';
import { acknowledgementLetter, responseLetter } from './complaint-letters.ts';
import { consentReceipt } from './consent-receipt.ts';
import { toHtml } from './html.ts';
import { toText } from './plain-text.ts';
import { requestLetter } from './request-letters.ts';
import { stamp } from './stamp.ts';
import {
  NAMES,
  addressee,
  bare,
  complaint,
  gathered,
  incident,
  nastyGroup,
  nastyIncident,
  nastyRequestSources,
  requestSources,
} from './testing/sample-letters.ts';
import { consent, consentSources, day } from './testing/sample-records.ts';
import type { DocumentTree } from './tree.ts';
import { welcomeDocument } from './welcome-document.ts';

const { group, holidays, day: today, purpose } = requestSources;

function htmlOf(tree: DocumentTree): string {
  const html = toHtml(stamp(tree));
  if (!html.ok) throw new Error(html.error.code);
  return html.value;
}

const textOf = (tree: DocumentTree) =>
  htmlOf(tree)
    .replaceAll(/<br>|<\/(?:p|h\d|dd)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\n+/g, '\n');

/** Every letter there is, to somebody. */
function lettersTo(to: typeof addressee, isNasty: boolean): [string, DocumentTree][] {
  const asked = { ...(isNasty ? nastyRequestSources : requestSources), person: to, to };
  const house = isNasty ? nastyGroup : group;
  const complained = { complaint, to, group: house, day: today, holidays };
  const plain = Object.keys(LETTERS).filter((one) => one !== 'pack' && one !== 'data');
  return [
    // The two that are left out are no letters of their own.
    ...plain.map((one): [string, DocumentTree] => [
      one,
      requestLetter(one as 'acknowledgement', asked),
    ]),
    ['access pack', accessPack(asked, gathered)],
    ['complaint acknowledged', acknowledgementLetter(complained)],
    ['complaint answered', responseLetter(complained)],
    [
      'breach',
      breachLetter({ incident: isNasty ? nastyIncident : incident, to, group: house, day: today }),
    ],
    ['receipt', consentReceipt({ ...consentSources, person: to, group: house })],
    [
      'welcome',
      welcomeDocument({ person: to, purpose, purposes: [purpose], group: house, day: today }),
    ],
  ];
}

describe('letters', () => {
  it.each(lettersTo(addressee, false))(
    '%s: sender, addressee, date, reference and greeting stand before what it is about, the signature at the end',
    (_, tree) => {
      expect(textOf(tree)).toMatch(
        /secretaryimsig@quality\.org\nProf نادر بن عبد السلام\n59 Jaylin Court\nBraunton, KY19 1AN\nUnited Kingdom\n8 Dec 2026\nOur reference: [a-z]{3}_\S+\nDear Prof نادر بن عبد السلام,\n/,
      );
      expect(textOf(tree)).toContain('Yours sincerely,');
      expect(tree.blocks.filter(({ type }) => type === 'signature')).toHaveLength(1);
    },
  );

  it.each(NAMES)('to %s are whole and escaped, and name nobody outside their text', (name) => {
    for (const [, tree] of lettersTo(bare(name), true)) {
      const html = htmlOf(tree);
      expect(html).not.toMatch(/<script|<img|\u202E/);
      for (const outside of [tree.title, tree.subtitle, tree.fileName]) {
        expect(outside).not.toContain(name);
        expect(outside).not.toContain('Featherstonehaugh');
      }
      expect(tree.fileName).toMatch(/^[a-z-]+-\d{4}-\d\d-\d\d$/);
    }
  });

  it('as plain text have their addressee and greeting before what they are about', () => {
    const text = toText(stamp(requestLetter('identity', requestSources)));
    expect(text).toMatchObject({
      ok: true,
      value: expect.stringMatching(
        /United Kingdom\n\n8 Dec 2026\nOur reference: \S+\n\nDear [^\n]+,\n\nYour/,
      ),
    });
  });

  it('no heading level is left out', () => {
    for (const [name, tree] of lettersTo(addressee, true)) {
      const levels = [...htmlOf(tree).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
      const steps = levels.map((level, index) => level - (levels[index - 1] ?? 0));
      expect({ name, first: levels[0], widest: Math.max(...steps) }).toEqual({
        name,
        first: 1,
        widest: 1,
      });
    }
  });

  it.each(lettersTo(addressee, false).filter(([name]) => name !== 'receipt' && name !== 'welcome'))(
    '%s: the address of the ICO stands in one sentence (COMPLAINT)',
    (_, tree) => {
      expect(textOf(tree)).toContain(`${ICO.name}, ${ICO.address.join(', ')} (${ICO.site})`);
    },
  );

  it('an answer tells the lawful basis as it is in this vault (RIGHT-ACCESS)', () => {
    const own = { ...purpose, name: 'Our own purpose', balance: 'Our own balance.' };
    const text = textOf(requestLetter('answer', { ...requestSources, purpose: own }));
    expect(text).toContain('Our own purpose');
    expect(text).toContain('Our own balance.');
  });

  it('a receipt tells the exact words, when and how, and how to withdraw (CONSENT)', () => {
    const text = textOf(consentReceipt(consentSources));
    expect(text).toContain('which you gave on 2 Nov 2026 (signed on paper)');
    expect(text).toContain(`version ${consent.wording.version}\n${consent.wording.text}`);
    expect(text).toContain(consent.wording.withdrawal);
    expect(text).toContain(`Our reference: ${consent.id}-1`);
  });

  it('the receipt of one that was withdrawn confirms the end, and counts on', () => {
    const withdrawn = { on: day('2026-12-01'), how: 'email' as const, recordedAt: 0 };
    const text = textOf(consentReceipt({ ...consentSources, consent: { ...consent, withdrawn } }));
    expect(text).toContain('On 1 Dec 2026 you withdrew your consent (by e-mail)');
    expect(text).toContain(`Our reference: ${consent.id}-2`);
  });
});

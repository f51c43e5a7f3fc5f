import { describe, expect, it } from 'vitest';
import { BANNER } from '../domain/banner.ts';
import { plainDate } from '../domain/dates.ts';
import { toHtml } from './html.ts';
import { recoveryShareDocument } from './recovery-share-document.ts';
import { recoverySheetDocument } from './recovery-sheet-document.ts';
import { stamp } from './stamp.ts';
import type { DocumentTree } from './tree.ts';

const day = plainDate.parse('2026-03-01');
const vaultName = 'Steering <Group>';
const groupsOf = (count: number) =>
  Array.from({ length: count }, (_, place) => `G${String(place).padStart(4, '0')}`);

function htmlOf(tree: DocumentTree): string {
  const html = toHtml(stamp(tree));
  if (!html.ok) throw new Error(html.error.code);
  return html.value;
}

describe('the recovery sheet', () => {
  it('carries the sentence, the vault, the day and every group in its order', () => {
    const groups = groupsOf(8);
    const html = htmlOf(recoverySheetDocument({ vaultName, groups, day }));
    for (const words of [BANNER, 'Steering &lt;Group&gt;', 'Made on 1 Mar 2026', 'Signature'])
      expect(html).toContain(words);
    expect([...html.matchAll(/<code>(\w+)<\/code>/g)].map(([, group]) => group)).toEqual(groups);
  });

  it('names nobody and no vault where a file would show it', () => {
    const { title, fileName } = recoverySheetDocument({ vaultName, groups: groupsOf(8), day });
    expect([title, fileName]).toEqual(['Recovery sheet', 'recovery-sheet']);
  });
});

describe('a recovery share', () => {
  const share = { vaultName, vaultId: 'ab'.repeat(16), set: 4, index: 2, day };
  const groups = groupsOf(24);

  it('says which it is, of which set and vault, and how many are needed', () => {
    const html = htmlOf(
      recoveryShareDocument({ ...share, count: 5, threshold: 3, groups, holder: '' }),
    );
    for (const words of ['Recovery share 2 of 5', 'Set 4: any 3 of the 5', 'ab'.repeat(16), BANNER])
      expect(html).toContain(words);
    expect(html).toContain('This share and two more open the vault');
    expect(html).toContain('Three officers, one after another');
    expect(html.match(/<code>/g)).toHaveLength(24);
  });

  it('has its officer’s name on the line, or room to write one', () => {
    const of = (holder: string) =>
      htmlOf(recoveryShareDocument({ ...share, count: 3, threshold: 2, groups, holder }));
    expect(of('Ada Example')).toContain('<dt>Name</dt><dd><bdi>Ada Example</bdi></dd>');
    expect(of('')).toContain('<dt>Name</dt><dd></dd>');
  });
});

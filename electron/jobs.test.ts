import { describe, expect, it } from 'vitest';
import { BANNER } from '../renderer/domain/banner.ts';
import { isStamped, openJobs, withHeaderBanner } from './jobs.ts';

const sheet = (head: string, body = 'data-banner="page"'): string =>
  `<!doctype html><html lang="en"><head><title>Minutes</title></head><body ${body}>` +
  `<table class="sheet" role="presentation"><thead><tr><td>${head}</td></tr></thead>` +
  '<tbody><tr><td>Approved.</td></tr></tbody></table></body></html>';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a printable document', () => {
  it('is stamped when the sentence heads the sheet that each page repeats', () => {
    expect(isStamped(sheet(BANNER))).toBe(true);
    expect(isStamped(sheet(`<strong>${BANNER}</strong>`))).toBe(true);
  });

  it.each([
    ['has no sentence', sheet('')],
    ['has another sentence', sheet(BANNER.replace('–', '-'))],
    ['has it in a comment', sheet(`<!-- ${BANNER} -->`)],
    ['has it in a comment that does not end', sheet(`<!-- ${BANNER}`)],
    ['has it in an attribute', sheet(`<i title="${BANNER}"></i>`)],
    ['has it in the title', sheet('').replace('Minutes', BANNER)],
    ['has it in the body only', sheet('').replace('Approved.', BANNER)],
    ['has put its own banner away', sheet(BANNER, 'data-banner="header"')],
    [
      'has a second sheet without it',
      sheet(BANNER).replace(
        '</body>',
        '<table class="sheet"><thead><tr><td></td></tr></thead></table></body>',
      ),
    ],
    ['says something before its sheet', sheet(BANNER).replace('<table', '<p>Approved.</p><table')],
    ['does not say where its banner is', sheet(BANNER, '')],
  ])('is not stamped when it %s', (_what, html) => {
    expect(isStamped(html)).toBe(false);
  });

  it('puts its own banner away for output that has a header on every page', () => {
    const html = withHeaderBanner(sheet(BANNER));
    expect(html).toContain('<body data-banner="header">');
    expect(html).not.toContain('data-banner="page"');
  });
});

describe('a job', () => {
  it('arrives in pieces that may cut a letter in two', () => {
    const jobs = openJobs();
    const all = bytes(sheet(BANNER));
    const cut = all.indexOf(0xe2) + 1;
    const begun = jobs.append(null, all.slice(0, cut), false);
    if (!begun.ok) throw new Error(begun.error.code);
    expect(jobs.html(begun.value)).toBeNull();
    expect(jobs.append(begun.value, all.slice(cut), true)).toEqual(begun);
    expect(jobs.html(begun.value)).toBe(sheet(BANNER));
    jobs.drop(begun.value);
    expect(jobs.html(begun.value)).toBeNull();
  });

  it('without the sentence is refused and kept nowhere (BANNER)', () => {
    const jobs = openJobs();
    const begun = jobs.append(null, bytes(sheet('').slice(0, 40)), false);
    if (!begun.ok) throw new Error(begun.error.code);
    expect(jobs.append(begun.value, bytes(sheet('').slice(40)), true)).toEqual({
      ok: false,
      error: { code: 'document/unstamped' },
    });
    expect(jobs.html(begun.value)).toBeNull();
  });

  it('that is finished takes no more', () => {
    const jobs = openJobs();
    const made = jobs.append(null, bytes(sheet(BANNER)), true);
    if (!made.ok) throw new Error(made.error.code);
    expect(jobs.append(made.value, bytes('<p>more</p>'), true)).toMatchObject({ ok: false });
  });
});

/** The host's PDF, read back by other programs: the sentence on every page, tags, outline, fonts, a clean Creator. */
import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import type { HostBridge } from '../electron/contract.ts';
import { BANNER } from '../renderer/domain/banner.ts';
import { answerSaveDialog, outPath, type Muniment } from './launch.ts';
import { launchWalled } from './walls/programs.ts';

declare const host: HostBridge;
declare const port: MessagePort;

const lines = Array.from(
  { length: 120 },
  (_each, at) => `<p>Line ${at + 1} of the minutes, <span lang="ja">議事録</span>.</p>`,
);
const html = [
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Minutes</title>',
  '<link rel="stylesheet" href="/fonts.css"><link rel="stylesheet" href="/print.css">',
  '<script>document.title = "a script ran"</script></head><body data-banner="page">',
  `<table class="sheet" role="presentation"><thead><tr><td class="banner">${BANNER}</td></tr></thead>`,
  '<tbody><tr><td class="content"><main><h1>Minutes</h1><h2>Matters arising</h2>',
  ...lines,
  '</main></td></tr></tbody></table></body></html>',
].join('\n');

let program: Muniment;
test.beforeAll(async () => {
  program = await launchWalled();
});
test.afterAll(() => program.close());

const read = (tool: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool}: ${stderr}`);
  return stdout;
};

test('a long document becomes a tagged PDF with the sentence on each page (BANNER)', async () => {
  const path = outPath('host/print.pdf');
  await answerSaveDialog(program.app, path);
  const made = await program.page.evaluate(async (text) => {
    const job = await new Promise<{ value: string }>((resolve) => {
      port.addEventListener('message', ({ data }) => resolve(data), { once: true });
      port.start();
      const bytes = new TextEncoder().encode(text);
      port.postMessage({ id: 1, op: 'job.append', job: null, bytes, last: true });
    });
    const to = await host.ask('chooseSave', { kind: 'pdf', suggestedName: 'minutes.pdf' });
    if (!to.ok || to.value === null) throw new Error('There is no place to save to.');
    return host.ask('pdfJob', { job: job.value, to: to.value.handle });
  }, html);
  if (!made.ok) throw new Error(made.error.code);
  expect(made.value.pages).toBeGreaterThan(2);

  for (let page = 1; page <= made.value.pages; page += 1) {
    const text = read('pdftotext', '-f', `${page}`, '-l', `${page}`, path, '-');
    expect(text.replaceAll(/\s+/g, ' ').split(BANNER), `page ${page}`).toHaveLength(2);
    expect(text).toContain(`Page ${page} of ${made.value.pages}`);
  }
  const about = read('pdfinfo', path);
  expect(about).toMatch(/^Title: +Minutes$/m);
  expect(about).toMatch(/^Creator: +Muniment$/m);
  expect(about).toMatch(/^Producer: +Muniment$/m);
  expect(about).toMatch(/^Tagged: +yes$/m);
  expect(spawnSync('grep', ['-ac', 'Mozilla\\|Chrome\\|Skia', path]).stdout.toString().trim()).toBe(
    '0',
  );
  expect(read('pdfinfo', '-struct-text', path)).toMatch(/H2[^]*Matters arising/);
  const fonts = read('pdffonts', path);
  expect(fonts).toMatch(/NotoSansJP/);
  expect(fonts).not.toMatch(/Type 3/);
  expect(read('qpdf', '--json', '--json-key=outlines', path)).toContain('Matters arising');
});

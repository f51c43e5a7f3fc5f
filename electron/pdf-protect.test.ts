import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishPdf } from './pdf-finish.ts';
import { protectPdf } from './pdf-protect.ts';

const folder = mkdtempSync(join(tmpdir(), 'muniment-protected-'));
const path = join(folder, 'protected.pdf');
const qpdf = (password: string, ...words: string[]) =>
  spawnSync('qpdf', [`--password=${password}`, ...words, path], { encoding: 'utf8' });

let plain: Uint8Array;
beforeAll(async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.setTitle('Minutes of the quarter');
  pdf.setLanguage('en-GB');
  plain = (await finishPdf(await pdf.save(), 0)).bytes;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a PDF with a password', () => {
  it.each(['x', 'correct horse battery', 'pässwörd Ж', '王小明', 'סיסמה', 'ä'.repeat(63)])(
    'opens with %j and with nothing else',
    async (password) => {
      writeFileSync(path, await protectPdf(plain, password));
      expect(qpdf(password, '--check').stdout).toMatch(/No syntax or stream encoding errors/);
      expect(qpdf(`${password}!`, '--check').status).toBe(2);
      expect(qpdf('', '--check').status).toBe(2);
    },
  );

  it('is of revision 6 and AES-256 throughout, shuts out nobody who has it, and hides its title', async () => {
    const bytes = await protectPdf(plain, 'secret');
    writeFileSync(path, bytes);
    const said = qpdf('secret', '--show-encryption').stdout;
    expect(said).toMatch(/^R = 6$/m);
    expect(said).toMatch(/Supplied password is owner password/);
    for (const method of ['stream', 'string', 'file']) {
      expect(said).toMatch(new RegExp(`^${method} encryption method: AESv3$`, 'm'));
    }
    expect(said).not.toMatch(/not allowed/);
    const text = Buffer.from(bytes).toString('latin1');
    const inHex = Buffer.from('Minutes', 'utf16le').swap16().toString('hex');
    expect(text).not.toMatch(/Minutes of the quarter|en-GB|<dc:title>|EncryptMetadata false/);
    expect(text.toLowerCase()).not.toContain(inHex);
    expect(qpdf('secret', '--json').stdout).toContain('"u:en-GB"');
    const facts = execFileSync('pdfinfo', ['-upw', 'secret', path], { encoding: 'utf8' });
    expect(facts).toMatch(/^Title: +Minutes of the quarter$/m);
  });
});

import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { openPdfObjects } from './pdf-objects.ts';

const TITLE = PDFName.of('Title');

/** Three pages, and a text in each page's dictionary. */
async function threePages(useObjectStreams: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const word of ['first', 'second', 'third'])
    pdf.addPage().node.set(PDFName.of('Word'), PDFString.of(word));
  pdf.setTitle('Before');
  return pdf.save({ useObjectStreams });
}

async function wordsIn(file: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(file, { updateMetadata: false });
  return pdf.getPages().map(({ node }) => node.lookup(PDFName.of('Word'), PDFString).decodeText());
}

it.each([
  ['a table of its objects', false],
  ['its objects packed in streams', true],
])('a PDF with %s is changed in one place and is the same in all others', async (_how, packed) => {
  const pdf = await openPdfObjects(await threePages(packed));
  pdf.info.set(TITLE, PDFHexString.fromText('Afterwards'));
  pdf.catalog.set(PDFName.of('Added'), pdf.context.register(PDFString.of('new')));
  const written = pdf.write();

  expect(await wordsIn(written)).toEqual(['first', 'second', 'third']);
  const again = await PDFDocument.load(written, { updateMetadata: false });
  expect(again.getTitle()).toBe('Afterwards');
  expect(again.catalog.lookup(PDFName.of('Added'), PDFString).decodeText()).toBe('new');
  expect(Buffer.from(written).includes('Before')).toBe(false);
});

it('what is changed twice is written as it is last, and what is written can be opened again', async () => {
  const once = await openPdfObjects(await threePages(false));
  once.info.set(TITLE, PDFHexString.fromText('Once'));
  const twice = await openPdfObjects(once.write());
  twice.info.set(TITLE, PDFHexString.fromText('Twice'));
  const pdf = await PDFDocument.load(twice.write(), { updateMetadata: false });
  expect(pdf.getTitle()).toBe('Twice');
});

it('what is no PDF throws', async () => {
  await expect(openPdfObjects(Buffer.from('no PDF'))).rejects.toThrow();
});

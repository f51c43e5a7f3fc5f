/** Mends the tags of Chromium's PDFs where they are not nested as ISO 32000-1 (14.8.4.3) has it. */
import { PDFArray, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { PdfObjects } from './pdf-objects.ts';

const TYPE = PDFName.of('S');
const KIDS = PDFName.of('K');
const PARENT = PDFName.of('P');

/** Rows stand right inside their table afterwards, what a list item says inside its LBody. */
export function mendTags(pdf: PdfObjects): void {
  for (const table of pdf.tagsOf('Table')) mendTable(pdf, table);
  for (const item of pdf.tagsOf('LI')) mendItem(pdf, item);
}

/** The head's rows come out of what groups them, which no reader knows; what else is grouped is the caption. */
function mendTable(pdf: PdfObjects, own: PDFRef): void {
  const kids = kidsOf(pdf, own).flatMap((kid) => {
    if (pdf.tagType(kid) !== 'NonStruct') return [kid];
    const rows = kidsOf(pdf, kid);
    if (!rows.some((row) => pdf.tagType(row) === 'TR')) {
      pdf.dictionary(kid).set(TYPE, PDFName.of('Caption'));
      return [kid];
    }
    for (const row of rows) pdf.dictionary(row).set(PARENT, own);
    return rows;
  });
  pdf.dictionary(own).set(KIDS, pdf.context.obj(kids));
}

function mendItem(pdf: PdfObjects, own: PDFRef): void {
  const kids = kidsOf(pdf, own);
  const types = kids.map((kid) => pdf.tagType(kid));
  if (kids.length === 0 || types.some((type) => type === 'LBody' || type === 'Lbl')) return;
  const { context } = pdf;
  const body = context.register(context.obj({ Type: 'StructElem', S: 'LBody', P: own, K: kids }));
  for (const kid of kids) pdf.dictionary(kid).set(PARENT, body);
  pdf.dictionary(own).set(KIDS, context.obj([body]));
}

/** The tags right inside one; none where it holds content itself. */
function kidsOf(pdf: PdfObjects, tag: PDFRef): PDFRef[] {
  const given = pdf.dictionary(tag).get(KIDS);
  const kids = given instanceof PDFArray ? given.asArray() : given ? [given] : [];
  const tags = kids.filter((kid) => kid instanceof PDFRef);
  return tags.length === kids.length ? tags : [];
}

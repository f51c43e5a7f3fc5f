/**
 * What a PDF of Chromium's lacks: tables and lists tagged as PDF/UA-1 (ISO 14289-1) wants them, artifacts marked as such,
 * the order of the tab key, metadata and page labels; its Creator, which tells of the machine, is put away. Tags, outline,
 * language and fonts stay. It does not claim PDF/UA: of its rules only those of e2e/pdf-rules.ts are checked.
 */
import { setImmediate } from 'node:timers/promises';
import { deflateSync, inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { Pdf } from './jobs.ts';
import { withArtifacts } from './pdf-artifacts.ts';
import { type PdfObjects, openPdfObjects } from './pdf-objects.ts';
import { mendTags } from './pdf-tags.ts';

const MAKER = 'Muniment';
/** Of deflating: three times as fast as the usual one, and a long file is 7 % larger for it. */
const LEVEL = 3;

/** Finishes what Chromium made. @param now the instant that it says it was made at, milliseconds UTC */
export async function finishPdf(raw: Uint8Array, now: number): Promise<Pdf> {
  const pdf = await openPdfObjects(raw);
  const { catalog, info, context } = pdf;
  for (const key of ['Creator', 'Producer'])
    info.set(PDFName.of(key), PDFHexString.fromText(MAKER));
  for (const key of ['CreationDate', 'ModDate'])
    info.set(PDFName.of(key), PDFString.fromDate(new Date(now)));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: 'D' }] }));
  const title = textOf(pdf.lookup(info.get(PDFName.of('Title'))));
  const language = textOf(pdf.lookup(catalog.get(PDFName.of('Lang'))));
  const about = context.stream(Buffer.from(aboutIt(title, language, now)), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(PDFName.of('Metadata'), context.register(about));
  mendTags(pdf);
  const pages = pagesIn(pdf, pdf.dictionary(catalog.get(PDFName.of('Pages'))));
  for (const page of pages) page.set(PDFName.of('Tabs'), PDFName.of('S'));
  for (const page of pages) {
    markArtifacts(pdf, page);
    // The host has one thread: it looks at what else waits.
    await setImmediate();
  }
  return { bytes: pdf.write(), pages: pages.length };
}

function textOf(value: PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

/** The pages in their order (ISO 32000-1, 7.7.3). */
function pagesIn(pdf: PdfObjects, node: PDFDict): PDFDict[] {
  const kids = pdf.lookup(node.get(PDFName.of('Kids')));
  if (!(kids instanceof PDFArray)) return [node];
  return kids.asArray().flatMap((kid) => pagesIn(pdf, pdf.dictionary(kid)));
}

/** The content of a page of Chromium's is one deflated stream. */
function markArtifacts(pdf: PdfObjects, page: PDFDict): void {
  const reference = page.get(PDFName.of('Contents'));
  const stream = pdf.lookup(reference);
  if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) return;
  const { dict, contents } = stream;
  if (dict.get(PDFName.of('Filter')) !== PDFName.of('FlateDecode')) return;
  const content = withArtifacts(inflateSync(contents).toString('latin1'));
  const marked = deflateSync(Buffer.from(content, 'latin1'), { level: LEVEL });
  pdf.context.assign(reference, PDFRawStream.of(dict, marked));
}

/** XMP (ISO 16684-1): what the file says of itself, where readers that know no PDF look for it. */
function aboutIt(title: string, language: string, now: number): string {
  const made = new Date(now).toISOString();
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${MAKER}</xmp:CreatorTool>
<xmp:CreateDate>${made}</xmp:CreateDate>
<xmp:ModifyDate>${made}</xmp:ModifyDate>
<pdf:Producer>${MAKER}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

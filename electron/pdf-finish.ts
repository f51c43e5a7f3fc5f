/**
 * What a PDF of Chromium's lacks: tables and lists tagged as PDF/UA-1 (ISO 14289-1) wants them, artifacts marked as such,
 * the order of the tab key, metadata and page labels; its Creator, which tells of the machine, is put away. Tags, outline,
 * language and fonts stay. It does not claim PDF/UA: of its rules only those of e2e/pdf-rules.ts are checked.
 */
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, type PDFPage } from '@cantoo/pdf-lib';
import type { Pdf } from './jobs.ts';
import { withArtifacts } from './pdf-artifacts.ts';
import { mendTags } from './pdf-tags.ts';

const MAKER = 'Muniment';
/** The host has one thread: after so many objects it looks at what else waits. */
const OBJECTS_AT_ONCE = 500;

/** Finishes what Chromium made. @param now the instant that it says it was made at, milliseconds UTC */
export async function finishPdf(raw: Uint8Array, now: number): Promise<Pdf> {
  const pdf = await PDFDocument.load(raw, { updateMetadata: false, parseSpeed: OBJECTS_AT_ONCE });
  const { catalog, context } = pdf;
  pdf.setCreator(MAKER);
  pdf.setProducer(MAKER);
  pdf.setCreationDate(new Date(now));
  pdf.setModificationDate(new Date(now));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: 'D' }] }));
  const about = Buffer.from(aboutIt(pdf.getTitle() ?? '', pdf.getLanguage() ?? '', now));
  const metadata = context.stream(about, { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  const tags = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (tags) mendTags(tags);
  const pages = pdf.getPages();
  for (const page of pages) page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  await Promise.all(pages.map(markArtifacts));
  const bytes = await pdf.save({ objectsPerTick: OBJECTS_AT_ONCE });
  return { bytes, pages: pages.length };
}

/** The content of a page of Chromium's is one deflated stream. */
async function markArtifacts({ node }: PDFPage): Promise<void> {
  const reference = node.get(PDFName.of('Contents'));
  const stream = node.lookup(PDFName.of('Contents'));
  if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) return;
  const { dict, contents } = stream;
  if (dict.lookup(PDFName.of('Filter')) !== PDFName.of('FlateDecode')) return;
  const content = (await promisify(inflate)(contents)).toString('latin1');
  const marked = await promisify(deflate)(Buffer.from(withArtifacts(content), 'latin1'));
  node.context.assign(reference, PDFRawStream.of(dict, marked));
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

/** The text of a Word document as minutes hold text. Pictures, links, notes and comments are not read, only counted. */
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { type Result, fail, ok } from '../domain/errors.ts';
import { unzipChecked } from './checked-zip.ts';
import { type DocxElement, type DocxText, textOf } from './docx-text.ts';
import { LIMITS } from './limits.ts';
import { signatureOf } from './signatures.ts';

/** Bytes of XML that are parsed: a hundred pages and more, and some seconds in one piece. */
const MOST_XML = 4 * 1024 * 1024;
/** The parts that say something; no media, fonts, macros or embedded files. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/i;

/**
 * Reads a `.docx`. Errors: file/empty, file/too-large, file/encrypted, file/old-word, file/not-word, file/bomb,
 * file/damaged.
 */
export async function readDocx(bytes: Uint8Array): Promise<Result<DocxText>> {
  if (bytes.length === 0) return fail('file/empty');
  if (bytes.length > LIMITS.bytes) return fail('file/too-large');
  const signature = signatureOf(bytes);
  if (signature === 'encrypted') return fail('file/encrypted');
  if (signature === 'old-office') return fail('file/old-word');
  if (signature === 'other') return fail('file/not-word');
  const parts = unzipChecked(bytes, (name) => WANTED.test(name));
  if (!parts.ok) return parts;
  const found = Object.entries(parts.value);
  if (!found.some(([name]) => name.startsWith('word/'))) return fail('file/not-word');
  if (found.reduce((sum, [, data]) => sum + data.length, 0) > MOST_XML)
    return fail('file/too-large');
  // Packed anew from what was checked, so that the parser cannot see another file than the guard did.
  const document = await documentOf(zipSync(parts.value, { level: 0 }));
  return document === null ? fail('file/damaged') : ok(textOf(document));
}

/** The document's tree; null when there is none to be made of it. */
async function documentOf(zip: Uint8Array<ArrayBuffer>): Promise<DocxElement | null> {
  let document: DocxElement | null = null;
  try {
    // The one is read in a browser's worker, the other in Node.
    const input = { arrayBuffer: zip.buffer, buffer: zip.buffer };
    await mammoth.convertToHtml(input, {
      transformDocument(tree: DocxElement) {
        document = tree;
        return { ...tree, children: [] };
      },
    });
  } catch {
    // Whatever it stumbled over, XML or the shape of it: the file is not as it should be.
    return null;
  }
  return document;
}

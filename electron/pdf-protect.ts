/** A PDF that asks for a password: AES-256, revision 6 (ISO 32000-2, 7.6), over all it holds, metadata included. */
import { PDFDocument, PDFHexString, PDFString } from '@cantoo/pdf-lib';

/** After so many objects the host looks at what else waits. */
const OBJECTS_AT_ONCE = 500;

/**
 * Encrypts a finished PDF. The owner's password is the same: whoever can open it may do everything with it, because a
 * viewer's restrictions protect nothing and shut out screen readers, and a second password would be one that nobody keeps.
 * @param password as domain/pdf-password.ts prepares it
 */
export async function protectPdf(bytes: Uint8Array, password: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: OBJECTS_AT_ONCE });
  pdf.encrypt({
    algorithm: 'AES-256',
    userPassword: password,
    ownerPassword: password,
    permissions: {
      printing: 'highResolution',
      modifying: true,
      copying: true,
      annotating: true,
      fillingForms: true,
      contentAccessibility: true,
      documentAssembly: true,
    },
  });
  // The library encrypts streams only, so every text has to be in one: in an object stream, where all but the catalog goes.
  const { catalog, context } = pdf;
  for (const [name, value] of catalog.entries()) {
    if (value instanceof PDFString || value instanceof PDFHexString) {
      catalog.set(name, context.register(value));
    }
  }
  return pdf.save({ objectsPerTick: OBJECTS_AT_ONCE, useObjectStreams: true });
}

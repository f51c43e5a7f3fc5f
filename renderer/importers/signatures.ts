/** What files begin with: they are told by what they hold, never by their names. */

const ZIP = [0x50, 0x4b];
/** The compound file of old and of encrypted Office files (MS-CFB 2.2). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = Array.from('EncryptedPackage').flatMap((char) => [char.charCodeAt(0), 0]);

/** What a file is by its first bytes: `encrypted` and `old-office` are compound files. */
export function signatureOf(bytes: Uint8Array): 'zip' | 'encrypted' | 'old-office' | 'other' {
  if (startsWith(bytes, COMPOUND)) return holds(bytes, ENCRYPTED) ? 'encrypted' : 'old-office';
  const isZip = startsWith(bytes, ZIP) && (bytes[2] ?? 0) < 9 && (bytes[3] ?? 0) < 9;
  return isZip ? 'zip' : 'other';
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (
    let at = bytes.indexOf(wanted[0] ?? 0);
    at >= 0;
    at = bytes.indexOf(wanted[0] ?? 0, at + 1)
  ) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

import { type Result, fail, ok } from '../domain/errors.ts';

interface DecodedText {
  readonly text: string;
  /** In words, for the preview. */
  readonly encoding: string;
}

const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'UTF-8 with BOM' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'UTF-16 LE' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'UTF-16 BE' },
] as const;

/**
 * Bytes to text: byte-order mark, then strict UTF-8, else Windows-1252 (no guessing beyond that).
 * Errors: file/damaged (the mark promises an encoding that the bytes break), file/not-text, file/empty.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  const mark = MARKS.find((m) => m.bytes.every((byte, i) => bytes[i] === byte));
  if (mark) {
    const text = strict(bytes, mark.label);
    return text === null ? fail('file/damaged') : checked({ text, encoding: mark.encoding });
  }
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null) return checked({ text: utf8, encoding: 'UTF-8' });
  return checked({ text: windows1252(bytes), encoding: 'Windows-1252' });
}

/** Decodes or answers null when the bytes are not in that encoding. A leading mark is dropped. */
export function strict(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What Windows-1252 has where Latin-1 has control characters (WHATWG Encoding); five places are empty. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes Windows-1252; some releases of Node decode it as Latin-1, which is put right here. */
export function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (char) => WINDOWS[char.charCodeAt(0) - 0x80] ?? char);
}

function checked(decoded: DecodedText): Result<DecodedText> {
  const { text } = decoded;
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return fail('file/not-text');
    if ((code < 0x20 && (code < 9 || code > 13)) || (code >= 0x7f && code < 0xa0)) odd++;
  }
  if (odd > 4 && odd > text.length / 200) return fail('file/not-text');
  return text.trim() === '' ? fail('file/empty') : ok(decoded);
}

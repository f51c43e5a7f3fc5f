import { strict, windows1252 } from './decode-text.ts';

/** One property of a card as it stands in the file, unfolded; the value is still escaped. */
export interface CardLine {
  readonly group: string;
  /** Upper case. */
  readonly name: string;
  readonly types: readonly string[];
  /** As vCard 3.0 writes it: quoted-printable and 2.1's own habits are undone. */
  readonly value: string;
}

/** Properties that hold pictures, sounds and keys; their values are not read at all. */
const BINARY = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);

/**
 * Unfolds the lines of one card (RFC 6350 3.2; 2.1's soft line breaks of quoted-printable) and parts each into
 * name, types and value. Lines without a colon are left out. `old` cards are 2.1: their values are re-escaped.
 */
export function cardLines(lines: readonly string[], old: boolean): CardLine[] {
  return unfolded(lines).flatMap((line) => {
    const parsed = parted(line, old);
    return parsed ? [parsed] : [];
  });
}

function unfolded(lines: readonly string[]): string[] {
  const whole: string[][] = [];
  let soft = false;
  for (const line of lines) {
    const last = whole.at(-1);
    if (last && soft) last.push(line);
    else if (last && /^[ \t]/.test(line)) last.push(line.slice(1));
    else whole.push([line]);
    const first = whole.at(-1)?.[0] ?? '';
    soft = line.endsWith('=') && /^[^:]*QUOTED-PRINTABLE/i.test(first.slice(0, 400));
    if (soft) {
      const current = whole.at(-1);
      current?.push((current.pop() ?? '').slice(0, -1));
    }
  }
  return whole.map((parts) => parts.join(''));
}

function parted(line: string, old: boolean): CardLine | null {
  const colon = unquoted(line, ':');
  if (colon < 0) return null;
  const head = line.slice(0, colon);
  const raw = line.slice(colon + 1);
  const [first = '', ...parameters] = splitUnquoted(head);
  const dot = first.indexOf('.');
  const name = first
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  if (!/^[A-Z0-9-]{1,60}$/.test(name)) return null;
  const types: string[] = [];
  let charset = '';
  let quotedPrintable = false;
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=');
    // 2.1 names types and encodings without saying which they are.
    const key = equals < 0 ? '' : parameter.slice(0, equals).toUpperCase();
    const value = parameter.slice(equals + 1).replaceAll('"', '');
    if (/^quoted-printable$/i.test(value)) quotedPrintable = true;
    else if (key === 'CHARSET') charset = value;
    else if (key === '' || key === 'TYPE') types.push(...value.toLowerCase().split(','));
  }
  if (BINARY.has(name)) return { group: '', name, types: [], value: '' };
  const decoded = quotedPrintable ? fromQuotedPrintable(raw, charset) : raw;
  const value = old || quotedPrintable ? escaped(decoded) : decoded;
  const group = dot > 0 ? first.slice(0, dot).toLowerCase() : '';
  return { group, name, types, value };
}

/** 2.1 escapes only `;`; 3.0 wants line breaks, commas and backslashes escaped as well. */
function escaped(value: string): string {
  return value
    .replace(/\\(?!;)/g, '\\\\')
    .replace(/,/g, '\\,')
    .replace(/\r\n?|\n/g, '\\n');
}

/** RFC 2045 6.7, without the soft line breaks, which unfolding took. */
function fromQuotedPrintable(text: string, charset: string): string {
  const bytes: number[] = [];
  let ascii = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const hex = text[i] === '=' ? /^[0-9A-F]{2}$/i.exec(text.slice(i + 1, i + 3))?.[0] : undefined;
    if (hex) {
      bytes.push(parseInt(hex, 16));
      i += 2;
    } else {
      if (code > 0x7e) ascii = false;
      bytes.push(code & 0xff);
    }
  }
  if (ascii) return decode(Uint8Array.from(bytes), charset);
  // Encoded and plain characters mixed: each run of encoded bytes is decoded by itself.
  return text.replace(/(?:=[0-9A-F]{2})+/gi, (run) =>
    decode(
      Uint8Array.from(run.slice(1).split('='), (pair) => parseInt(pair, 16)),
      charset,
    ),
  );
}

function decode(bytes: Uint8Array, charset: string): string {
  const western = /^(?:iso-8859-1|windows-1252|latin1|us-ascii)$/i.test(charset);
  const told = charset === '' || western ? null : strict(bytes, charset);
  const utf8 = western ? null : strict(bytes, 'utf-8');
  return told ?? utf8 ?? windows1252(bytes);
}

function unquoted(text: string, wanted: string): number {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (!quoted && text[i] === wanted) return i;
  }
  return -1;
}

function splitUnquoted(head: string): string[] {
  const parts: string[] = [];
  let rest = head;
  for (let at = unquoted(rest, ';'); at >= 0; at = unquoted(rest, ';')) {
    parts.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...parts, rest];
}

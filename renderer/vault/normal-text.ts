/** Letters and marks that Unicode does not take apart, with what people type instead. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  // The Arabic tatweel only stretches a word.
  ـ: '',
};
const plainLetter = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/**
 * Text as it is searched and sorted by: lower case, NFKD, without marks, one space between words, no line breaks.
 * The same for every script: 'Małgorzata' → 'malgorzata'.
 */
export function normalText(text: string): string {
  const lower = text.toLowerCase();
  const plain = isAscii(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain
    .replace(plainLetter, (letter) => PLAIN[letter] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function isAscii(text: string): boolean {
  return !/[^\u0000-\u007f]/.test(text);
}

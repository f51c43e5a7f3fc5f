/** Bounds on foreign files: nothing beyond them is parsed, so that no file can hang or fill the worker. */
export const LIMITS = {
  /** Bytes of a file. */
  bytes: 50 * 1024 * 1024,
  columns: 500,
  rows: 200_000,
  /** Bytes that a workbook may unpack to, and its entries. */
  unpacked: 100 * 1024 * 1024,
  entries: 10_000,
  /** Cells of all sheets of a workbook. */
  cells: 2_000_000,
  /** Quotes in places where CSV has none; more of them means it is not CSV. */
  strayQuotes: 10_000,
  /** Properties of one card, and characters of one of them. */
  properties: 1_000,
  propertyLength: 100_000,
  /** The same once decoded, of notes and of everything else: the parser's time grows with their square. */
  noteValue: 20_000,
  otherValue: 2_000,
} as const;

/**
 * Writes renderer/domain/bank-holidays.ts: the bank holidays of England and Wales, from date-holidays. Run it by hand,
 * `node electron/setup/bank-holidays.mjs`, when that package or the years change; a test sees that the table is its own.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Holidays from 'date-holidays';

const FIRST_YEAR = 2024;
const LAST_YEAR = 2030;
export const TABLE = new URL('../../renderer/domain/bank-holidays.ts', import.meta.url);

/** The table as source text. A holiday on a weekend is left out: its substitute day is there, and no rule needs it. */
export function bankHolidaysSource() {
  const calendar = new Holidays('GB', 'ENG');
  const lines = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (const { date, name, type } of calendar.getHolidays(year, 'en')) {
      const day = date.slice(0, 10);
      if (type !== 'public' || isWeekend(day)) continue;
      lines.push(`  '${day}': '${name.replaceAll("'", '’')}',`);
    }
  }
  return [
    '/** Written by electron/setup/bank-holidays.mjs; not edited by hand. */',
    '',
    '/**',
    ' * The bank holidays of England and Wales by day (ISO 8601), substitute days included; those that fall on a weekend',
    ' * are not in it.',
    ' */',
    'export const BANK_HOLIDAYS = {',
    ...lines,
    '} as const satisfies Record<string, string>;',
    '',
    '/** The years that the table is whole for. */',
    `export const BANK_HOLIDAY_YEARS = { first: ${FIRST_YEAR}, last: ${LAST_YEAR} } as const;`,
    '',
  ].join('\n');
}

/** @param {string} day ISO 8601 */
function isWeekend(day) {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(TABLE, bankHolidaysSource());
}

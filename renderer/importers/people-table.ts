import { type Use, useInWords, useOf } from './columns.ts';
import { type DraftOptions, draftOf } from './draft-of.ts';
import { emailsIn, phonesIn, singleSpaced } from './contact-cells.ts';
import { cannot } from './problems.ts';
import type { GridRow, ReadColumn, ReadRow } from './read-types.ts';
import { type Written, type WrittenAddress, emptyAddress, nothingWritten } from './written.ts';

const TOTALS = /^(?:(?:grand |sub)?-?totals?|sum|count|summe|gesamt|anzahl|totaux|somme)\s*:?$/i;

/** What the columns of a table are for, by its header row. A second column for one field is not imported. */
export function usesOf(header: readonly string[]): (Use | null)[] {
  const uses = header.map(useOf);
  const has = (field: string) => uses.some((use) => use?.is === 'text' && use.field === field);
  // German and French lists say Name and Nom for the family name, but only beside Vorname and Prénom.
  const nameIsFamily = has('given') && !has('family');
  const seen = new Set<string>();
  return uses.map((use) => {
    if (use?.is !== 'text') return use;
    const field = use.field === 'full' && nameIsFamily ? 'family' : use.field;
    if (seen.has(field) && field !== 'notes') return null;
    seen.add(field);
    return { is: 'text', field };
  });
}

/** Whether these columns can name or reach a person at all. */
export function namesSomebody(uses: readonly (Use | null)[]): boolean {
  return uses.some(
    (use) =>
      use?.is === 'email' ||
      (use?.is === 'text' && ['full', 'given', 'family', 'organisation'].includes(use.field)),
  );
}

/** The columns for the preview: those that are imported, and those that hold something but are not. */
export function columnsOf(
  header: readonly string[],
  uses: readonly (Use | null)[],
  rows: readonly GridRow[],
): ReadColumn[] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), header.length);
  const filled: boolean[] = Array.from({ length: width }, () => false);
  for (const { cells } of rows) {
    for (let i = 0; i < cells.length; i++) if (cells[i]) filled[i] = true;
  }
  return filled.flatMap((full, i) => {
    const use = uses[i] ?? null;
    if (!use && !full) return [];
    return [
      { header: (header[i] ?? '').trim() || `Column ${i + 1}`, field: use && useInWords(use) },
    ];
  });
}

/** Every row of a table of people as a draft, or why not. */
export function readPeopleRows(
  uses: readonly (Use | null)[],
  rows: readonly GridRow[],
  options: DraftOptions,
): ReadRow[] {
  return rows.map(({ row, cells }) => {
    if (cells.every((cell) => cell.trim() === '')) {
      return { row, label: '', draft: null, problems: [cannot('empty-row', 'Row')] };
    }
    const written = writtenIn(uses, cells);
    if (isTotal(cells, written)) {
      return { row, label: 'Totals', draft: null, problems: [cannot('total-row', 'Row')] };
    }
    return draftOf(row, written, options);
  });
}

/** A row whose first word is `Total`, and in which nobody could be reached. */
function isTotal(cells: readonly string[], written: Written): boolean {
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  return (
    TOTALS.test(first.trim()) &&
    written.emails.every((email) => emailsIn(email.text).good.length === 0) &&
    written.phones.every((phone) => phonesIn(phone.text).good.length === 0)
  );
}

function writtenIn(uses: readonly (Use | null)[], cells: readonly string[]): Written {
  const written = nothingWritten();
  const labels = new Map<string, string>();
  const addresses = new Map<string, WrittenAddress>();
  const places = new Set(uses.flatMap((use) => (use?.is === 'address' ? [use.group] : [])));
  places.delete('');
  // Columns such as `Post code` that name no place belong to the one address that there is.
  const only = places.size === 1 ? ([...places][0] ?? '') : '';
  uses.forEach((use, i) => {
    const cell = clean(cells[i] ?? '');
    if (use?.is === 'label-of') labels.set(`${use.of} ${use.group}`, cell.replace(/^\*\s*/, ''));
  });
  uses.forEach((use, i) => {
    const cell = clean(cells[i] ?? '');
    if (!use || cell.trim() === '') return;
    switch (use.is) {
      case 'text':
        written[use.field] = [written[use.field], cell].filter(Boolean).join('\n');
        break;
      case 'labels':
        // Google marks its own groups with an asterisk; they say nothing about the person.
        for (const label of singleSpaced(cell).split(/:::|[;\n]/)) {
          const text = label.trim();
          if (text && !text.startsWith('* ')) written.labels.push(text);
        }
        break;
      case 'email':
        written.emails.push({ label: labels.get(`email ${use.group}`) ?? use.label, text: cell });
        break;
      case 'phone':
        written.phones.push({ label: labels.get(`phone ${use.group}`) ?? use.label, text: cell });
        break;
      case 'address': {
        const group = use.group || only;
        const numbered = /^\d/.test(group);
        const label = numbered ? (labels.get(`address ${group}`) ?? '') : group;
        const address = addresses.get(group) ?? emptyAddress(label);
        addresses.set(group, address);
        if (use.part === 'line') address.lines.push(cell);
        else address[use.part] = [address[use.part], cell].filter(Boolean).join(', ');
        break;
      }
      case 'label-of':
        break;
    }
  });
  written.addresses.push(...addresses.values());
  return written;
}

/** Control characters other than line breaks and tabs have no place in a record. */
function clean(cell: string): string {
  return cell.replace(/(?![\n\r\t])\p{Cc}/gu, ' ');
}

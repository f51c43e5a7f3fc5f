/** Values of fields in words, for lists, documents and answers. */
import { plainDate, formatDay, formatInstant } from '../dates.ts';
import { type Field, type FieldTable, isObject, listIn, textIn, valueIn } from '../fields.ts';
import type { Names } from './register.ts';

const countries = new Intl.DisplayNames('en-GB', { type: 'region' });
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

interface Tongue {
  readonly names: Names;
  readonly timeZone: string;
}

/** A field's value in words; empty when it holds nothing. Rows and parts stand a line each. */
export function inWords(field: Field, value: unknown, tongue: Tongue): string {
  if (value === null || value === undefined) return '';
  switch (field.as) {
    case 'text':
    case 'long-text':
      return textIn(value);
    case 'day':
      return formatDay(plainDate.parse(value));
    case 'moment':
      return formatInstant(Number(value), tongue.timeZone);
    case 'count':
      return textIn(value);
    case 'money':
      return pounds.format(Number(value) / 100);
    case 'choice':
      return field.of[textIn(value)] ?? textIn(value);
    case 'choices':
      return listIn(value)
        .map((one) => field.of[textIn(one)] ?? textIn(one))
        .join(', ');
    case 'yes-no':
      return value === true ? 'Yes' : 'No';
    case 'person':
    case 'record':
      return tongue.names(textIn(value));
    case 'people':
    case 'records':
      return listIn(value)
        .map((id) => tongue.names(textIn(id)))
        .join(', ');
    case 'country':
      return value === '' ? '' : (countries.of(textIn(value)) ?? textIn(value));
    case 'part':
      return isObject(value) ? partInWords(field.of, value, tongue) : '';
    case 'rows':
      return listIn(value)
        .map((row) => (isObject(row) ? partInWords(field.of, row, tongue) : ''))
        .filter((line) => line !== '')
        .join('\n');
    case 'kept':
      return field.words?.(value) ?? '';
    default:
      return field satisfies never;
  }
}

/** The parts of an object in one line. */
function partInWords(table: FieldTable, holder: object, tongue: Tongue): string {
  return Object.entries(table)
    .map(([name, field]) => inWords(field, valueIn(holder, name), tongue))
    .filter((words) => words !== '')
    .join(' · ');
}

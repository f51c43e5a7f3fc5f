import type { PlainDate } from '../../domain/dates.ts';
import type { Field } from '../../domain/fields.ts';

/** What a field begins with: nothing, but for days that are needed, which begin today, and the first of its choices. */
export function emptyOf(field: Field, today: PlainDate): unknown {
  switch (field.as) {
    case 'text':
    case 'long-text':
    case 'country':
      return '';
    case 'day':
      return field.isNeeded ? today : null;
    case 'choice':
      return Object.keys(field.of)[0] ?? '';
    case 'money':
      return 0;
    case 'yes-no':
      return false;
    case 'choices':
    case 'people':
    case 'records':
    case 'rows':
      return [];
    default:
      return null;
  }
}

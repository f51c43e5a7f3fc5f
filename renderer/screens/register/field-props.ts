import type { Result } from '../../domain/errors.ts';
import type { Field } from '../../domain/fields.ts';

/** What the editor of a field is told. */
export interface FieldProps {
  field: Field;
  value: unknown;
  /** Names of the people, and titles of the records, that the record names. */
  names: Readonly<Record<string, string>>;
  timeZone: string;
  /** `named`: names of what was just chosen, which the record did not name before. */
  commit: (value: unknown, named?: Readonly<Record<string, string>>) => Promise<Result<unknown>>;
}

import { expect, it } from 'vitest';
import { plainDate } from '../dates.ts';
import type { Field } from '../fields.ts';
import { anyRecord } from '../kinds.ts';
import { KINDS, registerOf } from './table.ts';

const COMMON = ['kind', 'id', 'purpose', 'attachments'];

it('knows every field of every kind, with what it is called and what it is needed for (MINIMISE)', () => {
  const described = (table: Readonly<Record<string, Field>>): string[] =>
    Object.entries(table).flatMap(([name, field]) => [
      ...(field.label.length > 0 && field.why.length > 0 ? [] : [name]),
      ...(field.as === 'part' || field.as === 'rows' ? described(field.of) : []),
    ]);
  for (const { shape } of anyRecord.options) {
    const { fields } = registerOf(shape.kind.value);
    const own = Object.keys(shape).filter((name) => !COMMON.includes(name));
    expect(Object.keys(fields).sort()).toEqual(own.sort());
    expect(described(fields)).toEqual([]);
  }
  expect(KINDS.length).toBe(anyRecord.options.length);
});

it('lists only columns that are fields, and makes new records of fields that it has', () => {
  for (const kind of KINDS) {
    const { fields, columns = [], blank } = registerOf(kind);
    const names = Object.keys(fields);
    expect(names).toEqual(expect.arrayContaining([...columns]));
    expect([...names, 'purpose']).toEqual(
      expect.arrayContaining(Object.keys(blank?.(plainDate.parse('2026-01-01')) ?? {})),
    );
  }
});

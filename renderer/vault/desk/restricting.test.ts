import { expect, test } from 'vitest';
import type { Attachment } from '../../domain/attachment.ts';
import { makeId } from '../../domain/ids.ts';
import { type Person, blankPerson } from '../../domain/person.ts';
import { recordMask } from './restricting.ts';

const blank = blankPerson('steering-group');
const named = (full: string, byte: number): Person => ({
  ...blank,
  id: makeId('person', new Uint8Array(16).fill(byte)),
  name: { ...blank.name, full },
});
const ada = named('Ada Lovelace', 1);
const file: Attachment = {
  id: makeId('attachment', new Uint8Array(16)),
  name: 'Letter of Ada Lovelace.pdf',
  added: 0,
  details: 'as-is',
  blob: { id: '0'.repeat(32), key: '0'.repeat(64), by: '0'.repeat(64), size: 1 },
  thumbnail: null,
};

test('the names of attached files, which do not travel, are left as they are', () => {
  const mask = recordMask(new Set([ada.id]), () => ada);
  const record: Person = { ...named('Grace Hopper', 2), attachments: [file] };
  expect(mask(record)).toBe(record);
});

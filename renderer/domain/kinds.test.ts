import { expect, it } from 'vitest';
import { COMPARTMENT_OF, type Kind, takesFiles } from './kinds.ts';

it('lets files be attached to every kind that has a place for them, and to a group in no way but its own', () => {
  // The keys of the table are exactly the kinds.
  const kinds = Object.keys(COMPARTMENT_OF) as Kind[];
  expect(kinds.filter(takesFiles)).toEqual([
    'person',
    'meeting',
    'consent',
    'enquiry',
    'decision',
    'complaint',
    'incident',
    'request',
    'role',
    'access',
    'publication',
    'photograph',
    'supplier',
    'invoice',
    'disclosure',
  ]);
});

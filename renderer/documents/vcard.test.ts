import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { BANNER } from '../domain/banner.ts';
import type { Person } from '../domain/person.ts';
import { contactListDocument } from './contact-list-document.ts';
import { stamp } from './stamp.ts';
import { contactSources, samplePerson } from './testing/sample-records.ts';
import { toVcard } from './vcard.ts';

function vcard(people: readonly Person[]): string {
  const written = toVcard(stamp(contactListDocument({ ...contactSources, people })));
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}

/** The cards as a reader takes them in. */
function cards(text: string): InstanceType<typeof ICAL.Component>[] {
  return text.split(/(?<=END:VCARD\r\n)/).map((card) => new ICAL.Component(ICAL.parse(card)));
}

describe('vCard', () => {
  it('is read back card by card, each with the sentence', () => {
    const read = cards(vcard(contactSources.people));
    expect(read.map((card) => card.getFirstPropertyValue('fn'))).toEqual(
      contactSources.people.map((person) => person.name.full),
    );
    for (const card of read) {
      expect(card.getFirstPropertyValue('version')).toBe('4.0');
      expect(card.getFirstPropertyValue('note')).toBe(BANNER);
      expect(card.getFirstPropertyValue('x-class')).toBe('CONFIDENTIAL');
    }
  });

  it('carries name parts, posts, numbers and addresses', () => {
    const [card] = cards(
      vcard([
        samplePerson(12, 'Dr Ann Lee', {
          name: { full: 'Dr Ann Lee', prefix: 'Dr', given: 'Ann', family: 'Lee' },
          jobTitle: 'Engineer; lead, tests',
          terms: contactSources.people[0]?.terms ?? [],
        }),
      ]),
    );
    expect(card?.getFirstPropertyValue('n')).toEqual(['Lee', 'Ann', '', 'Dr', '']);
    expect(card?.getFirstPropertyValue('role')).toBe('Chair');
    expect(card?.getFirstPropertyValue('title')).toBe('Engineer; lead, tests');
    expect(card?.getFirstPropertyValue('tel')).toBe('+44 7700 900012');
    expect(card?.getFirstProperty('tel')?.getParameter('type')).toBe('cell');
    expect(card?.getFirstPropertyValue('adr')).toEqual([
      '',
      '',
      '59 Jaylin Court',
      'Braunton',
      '',
      'KY19 1AN',
      'United Kingdom',
    ]);
  });

  it('lets no name open a property or a card of its own', () => {
    const text = vcard([samplePerson(1, 'Ann\r\nEND:VCARD\r\nBEGIN:VCARD\r\nTEL:1')]);
    expect(text.match(/^BEGIN:VCARD/gm)).toHaveLength(1);
    expect(text.match(/^TEL[^:]*:/gm)).toHaveLength(1);
  });

  it('folds every line but the sentence at 75 octets', () => {
    const long = samplePerson(1, '里奈'.repeat(40));
    const lines = vcard([long]).split('\r\n');
    const over = lines.filter((line) => new TextEncoder().encode(line).length > 76);
    expect(over).toEqual([`NOTE:${BANNER}`]);
    expect(cards(vcard([long]))[0]?.getFirstPropertyValue('fn')).toBe('里奈'.repeat(40));
  });
});

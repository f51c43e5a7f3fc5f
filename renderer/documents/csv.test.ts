import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { BANNER } from '../domain/banner.ts';
import type { Person } from '../domain/person.ts';
import { contactListDocument } from './contact-list-document.ts';
import { toCsv } from './csv.ts';
import { minutesDocument } from './minutes-document.ts';
import { plain } from './plain.ts';
import { stamp } from './stamp.ts';
import { contactSources, minutesSources, samplePerson } from './testing/sample-records.ts';

function csv(people: readonly Person[]): string {
  const written = toCsv(stamp(contactListDocument({ ...contactSources, people })));
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}

/** The rows below the sentence, by another reading of the file. */
function rows(text: string): Record<string, string>[] {
  const [first, ...rest] = text.split('\r\n');
  expect(first).toBe(`\uFEFF${BANNER}`);
  const parsed = Papa.parse<Record<string, string>>(rest.join('\r\n'), {
    header: true,
    skipEmptyLines: true,
    delimiter: ',',
    newline: '\r\n',
  });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

describe('CSV', () => {
  it('has the sentence, a header row and a row for each person, with CRLF', () => {
    const text = csv(contactSources.people);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('\r\n')).toBe(true);
    const found = rows(text);
    expect(found.map((row) => row['Name'])).toEqual(
      contactSources.people.map((person) => person.name.full),
    );
    expect(found[3]).toMatchObject({
      Post: 'Treasurer',
      'E-mail': 'person13@example.org',
      Street: '23470 درب، طريق العنابي',
      City: 'عنجر',
      Postcode: '81282-7194',
      Country: 'Egypt',
    });
  });

  it.each(['=cmd|x!A1', '+1', '-1', '@SUM(1)', '=1\nsecond line', '  =1', '＝1', '\t=1'])(
    'writes %j harmless, with an apostrophe before it',
    (bad) => {
      const [row] = rows(csv([samplePerson(1, 'Ann', { organisation: bad })]));
      expect(row?.['Organisation']).toBe(`'${bad}`);
    },
  );

  it('leaves no cell that a spreadsheet would run, whatever the words are', () => {
    const word = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n"\', ;aé＝'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (full, jobTitle) => {
        const [row] = rows(csv([samplePerson(1, `x${full}`, { jobTitle })]));
        for (const cell of Object.values(row ?? {})) expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝]/);
        expect(row?.['Name']).toBe(plain(`x${full}`));
        expect(row?.['Job title']?.replace(/^'/, '')).toBe(plain(jobTitle).replace(/^'/, ''));
      }),
    );
  });

  it('refuses a document that is not for data files', () => {
    expect(toCsv(stamp(contactListDocument(contactSources))).ok).toBe(true);
    expect(toCsv(stamp(minutesDocument(minutesSources)))).toEqual({
      ok: false,
      error: { code: 'document/failed' },
    });
  });
});

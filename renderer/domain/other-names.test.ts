import { expect, test } from 'vitest';
import { type PersonId, makeId } from './ids.ts';
import { namesOf } from './other-names.ts';
import { type Person, blankPerson } from './person.ts';

let count = 0;
function person(full: string, changes: Partial<Person['name']> = {}, address = ''): Person {
  const blank = blankPerson('steering-group');
  const id: PersonId = makeId('person', new Uint8Array(16).fill((count += 1)));
  const emails = address === '' ? [] : [{ label: '', address }];
  return { ...blank, id, name: { ...blank.name, full, ...changes }, emails };
}
const reachedBy = (...numbers: string[]): Person => ({
  ...person('Quill Reachable'),
  phones: numbers.map((number) => ({ label: '', number })),
});
const may = person('Rose May Hall', { given: 'Rose', family: 'May' }, 'R.May@example.org');
const zoe = person('Zoë O’Brien-Łuczak');
const wang = person('王小明');
const ada = person('Ada Lovelace', { given: 'Ada Augusta', family: 'Lovelace' });
const ann = person('Ann');
const people = [may, zoe, wang, ada, ann, person('Ana Maria de la Cruz y Ortega')];

/** What is found in a text. */
function found(all: readonly Person[], text: string, beside: readonly Person[] = []): string[] {
  const spans = namesOf(all)(beside.map(({ id }) => id))(text);
  return spans.map(({ from, to }) => text.slice(from, to));
}

test.each<[text: string, beside: Person[], found: string[]]>([
  // By whole names, whatever the case, and by addresses.
  ['Thanks to ROSE MAY HALL and r.may@example.org.', [], ['ROSE MAY HALL', 'r.may@example.org']],
  ['O’Brien-Łuczak, zoë o’brien-łuczak', [], ['zoë o’brien-łuczak']],
  ['Ada\nLovelace; ada  lovelace', [], ['Ada\nLovelace', 'ada  lovelace']],
  // As an owner, with the family name first, of many words, of one.
  ['Rose May Hall’s paper, ROSE MAY HALL’S too', [], ['Rose May Hall', 'ROSE MAY HALL']],
  ['May, Rose; LOVELACE Ada', [], ['May, Rose', 'LOVELACE Ada']],
  ['In May. Rose agreed; it may, rose or not', [], []],
  ['by ana maria de la cruz y ortega', [], ['ana maria de la cruz y ortega']],
  ['Ann wrote an Annual report; ANN’s, Hannah’s, annexed', [], ['Ann', 'ANN']],
  // With initials.
  ['Rose P. May Hall, R. May', [], ['Rose P. May Hall', 'R. May']],
  ['A. Lovelace, R May, AA Lovelace', [], ['A. Lovelace', 'R May', 'AA Lovelace']],
  ['A. A. Lovelace, A.A. Lovelace', [], ['A. A. Lovelace', 'A.A. Lovelace']],
  ['Lovelace, A.; Lovelace A, Babbage C', [], ['Lovelace, A', 'Lovelace A']],
  ['(Lovelace, A)', [], ['Lovelace, A']],
  ['Z. O’Brien-Łuczak', [], ['Z. O’Brien-Łuczak']],
  ['Lovelace. A new chair; Lovelace, a chair; C. Lovelace; A.L.', [], []],
  // By half a name only where the record names them, and with its capital.
  ['Rose and Ms May; a rose, which may grow', [], []],
  ['Rose and Ms May; a rose, which may grow', [may], ['Rose', 'May']],
  ['On 5 May 2026 in Mayfair; May agreed', [may], ['May']],
  ['O’Brien-Łuczak agreed, Zoëlla did not', [zoe], ['O’Brien-Łuczak']],
  ['Somebody else: rosemary@example.org', [may, zoe, wang], []],
  ['', [may], []],
])('%j names whom it names', (text, beside, expected) => {
  expect(found(people, text, beside)).toEqual(expected);
});

test.each<[name: string, text: string, found: string[]]>([
  // No blanks between words; beside other letters.
  ['王小明', '由王小明提出，王小 明', ['王小明', '王小 明']],
  ['王', '国王、王、', []],
  ['Wang Xiaoming (王小明)', '王小明, xiaoming wang, Wang Xiaoming', ['王小明', 'Wang Xiaoming']],
  ['山田 太郎', '山田太郎は山田　太郎', ['山田太郎', '山田　太郎']],
  ['がが 太郎'.normalize('NFD'), 'がが太郎', ['がが太郎']],
  ['김민수', '김민수는', ['김민수']],
  // With and without vowels, and with a short word hung on.
  ['أحمد الفارسي', 'قال أحمد الفارسي', ['أحمد الفارسي']],
  ['أحمد الفارسي', 'لأحمد الفارسي، احمد الفارسي', ['أحمد الفارسي', 'احمد الفارسي']],
  ['دוד כהן', 'דוד כהנא', []],
  ['דוד כהן', 'מכתב לדוד כהן, דָּוִד כֹּהֵן', ['דוד כהן', 'דָּוִד כֹּהֵן']],
  ['Νίκος Παππάς', 'ΝΙΚΟΣ ΠΑΠΠΑΣ', ['ΝΙΚΟΣ ΠΑΠΠΑΣ']],
  ['Groß Strauß', 'GROSS STRAUSS', ['GROSS STRAUSS']],
  // Composed and decomposed; without its accents.
  ['Zoë Gómez', 'Zoë Gómez'.normalize('NFD'), ['Zoë Gómez'.normalize('NFD')]],
  ['Zoë Gómez'.normalize('NFD'), 'Zoë Gómez, Zoe Gomez', ['Zoë Gómez', 'Zoe Gomez']],
  // Very short, of a symbol, of nothing that is a name.
  ['Bo', 'Bo bowed, Bob did not', ['Bo']],
  ['X', 'X is not Y', []],
  ['Malcolm X', 'Malcolm X said; x, malcolm', ['Malcolm X']],
  ['🦊', 'By 🦊.', ['🦊']],
  ['—', 'One — two', []],
  ['van der Berg Jan', 'Jan van der Berg', ['Jan van der Berg']],
  ['ジョン・スミス', 'ジョン・スミス、ジョンスミス', ['ジョン・スミス', 'ジョンスミス']],
])('%s is found in %j', (name, text, expected) => {
  expect(found([person(name)], text)).toEqual(expected);
});

test.each<[given: string, family: string, text: string, found: string[]]>([
  ['A.', 'Smith', 'A meeting; marks P and A; Smith came', ['Smith']],
  ['I', 'P.', 'I heard; P, I, P', []],
  [
    'Rose',
    'May',
    'by 5 May, 5th May, the 5th of May, May 12, May, 2026, May\u00A02026, 5-May-26',
    [],
  ],
  ['June', 'May', 'May/June 2026, June–July 2026, April - May, May 3rd', []],
  ['June', 'May', 'May and June; July; May 020 7946 0000', ['May', 'June', 'May']],
  ['Ada', 'Lovelace', '1 Lovelace, 12 votes', ['Lovelace']],
])('half of %s %s is no letter and no month in %j', (given, family, text, expected) => {
  const one = person(`${given} ${family}`, { given, family });
  expect(found([one], text, [one])).toEqual(expected);
});

test.each<[name: string, text: string, found: string[]]>([
  // An initial, no article or pronoun, and no letter that counts.
  ['Anna Young', 'A Young Carers Project; A. Young', ['A. Young']],
  ['Alan Park', 'A Park for All, Appendix A. Park Street', []],
  ['A. Park', 'a park; A Park; A. Park', ['A. Park']],
  ['Ivan Will', 'I Will; I. Will', ['I. Will']],
  ['Bob Hall', 'Room B, Hall Street; Grade B. Hall; (B) Hall; Thanks B Hall', ['B Hall']],
  // A sentence ends between small words.
  ['Will Day', 'they will, day by day; will day', ['will day']],
  ['Mark May', 'we mark. May is', []],
])('%s is told from other words in %j', (name, text, expected) => {
  expect(found([person(name)], text)).toEqual(expected);
});

test.each([
  ['Dr Ada Lovelace', 'Ada Lovelace, Lovelace, Ada; A. Lovelace', 3],
  ['Ada Lovelace, MBE PhD', 'Ada Lovelace, A. Lovelace; an MBE', 2],
  ['Ada Lovelace (she/her)', 'ada lovelace; she, her', 1],
  ['Prof. Sir Ada KING', 'Ada King', 1],
  ['ADA JOAN KING', 'A. King', 1],
  ['Mr Hall', 'the Hall of Mr Hall', 1],
])('%s is found without titles in %j', (name, text, times) => {
  expect(found([person(name)], text)).toHaveLength(times);
});

test('half a name is no title', () => {
  const miss = person('Miss Ada Hall MBE');
  expect(found([miss], 'Miss Page, MBE, and Hall', [miss])).toEqual(['Hall']);
});

test('a particle of the family name stays small', () => {
  const vincent = person('Vincent van Gogh', { given: 'Vincent', family: 'van Gogh' });
  expect(found([vincent], 'van Gogh, Vincent; V. van Gogh; Van Gogh V.')).toEqual([
    'van Gogh, Vincent',
    'V. van Gogh',
    'Van Gogh V',
  ]);
});

test.each<[number: string, text: string, found: string[]]>([
  ['+44 (0)20 7946 0000', 'Ring 020 7946 0000.', ['020 7946 0000']],
  [
    '020 7946 0000',
    '+44 20 7946 0000; 0044(0)2079460000',
    ['+44 20 7946 0000', '0044(0)2079460000'],
  ],
  ['020 7946 0000', 'On 2026-11-11 (020) 7946-0000', ['(020) 7946-0000']],
  ['Tel: 07700 900123 ext. 4', '07700900123, +447700900123', ['07700900123', '+447700900123']],
  ['+49 30 1234567', '0049 30/1234567, 020 7946 0001', ['0049 30/1234567']],
  ['+49 (0)30 1234567', '+49 30 1234567, 030 1234567', ['+49 30 1234567', '030 1234567']],
  [
    '+49 30 1234567',
    '+49 (0)30 1234567, +49(0)301234567',
    ['+49 (0)30 1234567', '+49(0)301234567'],
  ],
  ['1234', 'Item 1234 of 123', []],
  ['020 7946 0000', '4020 7946 0000, 020 7946 00001, 020: 7946 0000', []],
])('the number %s is found in %j', (number, text, expected) => {
  expect(found([reachedBy(number)], text)).toEqual(expected);
});

test('an address is found beside any sign, and not in a longer one', () => {
  const own = person('Kit Carr', {}, "o'kit@example.org");
  const text = "[O'Kit@example.org] =o'kit@example.org. an.o'kit@example.org o'kit@example.org.uk";
  expect(found([own], text)).toEqual(["O'Kit@example.org", "o'kit@example.org"]);
});

test('nobody is found among nobody', () => {
  expect(found([], 'Rose May Hall', [may])).toEqual([]);
});

test.each([
  ['of letters', `${'字'.repeat(50_000)}@${'字'.repeat(50_000)}`],
  ['of one letter', 'x'.repeat(100_000)],
  ['of initials', 'A. '.repeat(30_000)],
  ['of digits', '0'.repeat(50_000) + ' 0'.repeat(30_000)],
  ['of blanks', 'A'.padEnd(100_000)],
  ['of apostrophes', "a'".repeat(50_000)],
  ['of accents', `e${'\u0301'.repeat(50_000)}`],
])('a long text %s is looked through at once', (_, text) => {
  const from = performance.now();
  expect(found([...people, reachedBy('020 7946 0000')], text, people)).toEqual([]);
  expect(performance.now() - from).toBeLessThan(2_000);
});

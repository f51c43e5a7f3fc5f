import { describe, expect, it } from 'vitest';
import { GROUNDS, disclosure } from '../../domain/disclosure.ts';
import { type IdKind, makeId } from '../../domain/ids.ts';
import type { RecordOf } from '../../domain/kinds.ts';
import { NOTICE, NOTICE_VERSION } from '../../domain/notice.ts';
import { COMPARTMENT_OF } from '../../domain/kinds.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { BANNER } from '../../domain/banner.ts';
import { codeOf, day, deskOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

const id = <K extends IdKind>(kind: K, n = 1) => makeId(kind, new Uint8Array(16).fill(n));
const TODAY = '2026-11-23';
const anna = person('Anna Kowalska', { noticeVersion: NOTICE_VERSION });
const ben = person('Ben Adeyemi', { noticeVersion: NOTICE_VERSION });

const supplier = (changes: Partial<RecordOf<'supplier'>> = {}): RecordOf<'supplier'> => ({
  kind: 'supplier',
  id: id('supplier'),
  purpose: 'accountability',
  name: 'Wix.com',
  service: 'website',
  data: 'Subscribers of the website.',
  country: 'IL',
  safeguard: '',
  evidence: '',
  reviewed: null,
  nextReview: null,
  until: null,
  ...changes,
});

const invoice = (changes: Partial<RecordOf<'invoice'>> = {}): RecordOf<'invoice'> => ({
  kind: 'invoice',
  id: id('invoice'),
  purpose: 'invoices',
  reference: '2026-014',
  direction: 'pay',
  person: null,
  organisation: 'Hall of Braunton',
  amount: 12_050,
  issued: day('2026-11-01'),
  due: day('2026-12-01'),
  paid: null,
  what: 'Room for the spring event',
  ...changes,
});

const given = (changes: Partial<RecordOf<'disclosure'>> = {}): RecordOf<'disclosure'> => ({
  kind: 'disclosure',
  id: id('disclosure'),
  purpose: 'accountability',
  on: day(TODAY),
  to: 'University of Braunton',
  where: 'outside',
  people: [anna.id],
  what: 'Name and e-mail address',
  ground: 'consent',
  consents: [],
  duty: '',
  ...changes,
});

const consent = (
  of: RecordOf<'person'>,
  n: number,
  withdrawn: string | null = null,
): RecordOf<'consent'> => ({
  kind: 'consent',
  id: id('consent', n),
  person: of.id,
  purpose: 'prospects',
  wording: { id: 'x', version: '1', title: 'Sharing', text: 'Yes.', dataTypes: [], withdrawal: '' },
  language: 'en-GB',
  given: { on: day('2026-11-10'), how: 'email', recordedAt: 1 },
  withdrawn: withdrawn === null ? null : { on: day(withdrawn), how: 'email', recordedAt: 1 },
  expires: null,
  notes: '',
});

async function begin() {
  const desk = await jo(TODAY);
  /** Without what the whole vault owes, such as its review. */
  const owed = async () =>
    valueOf(await desk.ask('today', {})).lines.filter(({ tab }) => tab === undefined);
  return { ...desk, owed };
}

describe('suppliers', () => {
  it('are reviewed on evidence, with a safeguard where the country needs one, every year (SUPPLIERS)', async () => {
    const { save, keep, record, owed, isOn } = await begin();
    await keep(supplier());
    expect(await owed()).toMatchObject([{ what: 'Supplier to review', due: null }]);
    const reviewed = day('2026-11-20');
    expect(codeOf(await save(supplier({ reviewed })))).toBe('supplier/no-evidence');
    const evidence = 'ISO/IEC 27001 certificate, seen.';
    expect(codeOf(await save(supplier({ reviewed, evidence, country: 'US' })))).toBe(
      'supplier/no-safeguard',
    );
    await keep(supplier({ reviewed, evidence }));
    expect(record(id('supplier'))).toMatchObject({ nextReview: '2027-11-20' });
    expect(await owed()).toEqual([]);
    isOn('2027-10-25');
    expect(await owed()).toMatchObject([{ what: 'Supplier to review', due: '2027-11-20' }]);
    await keep(
      supplier({ reviewed, evidence, nextReview: day('2027-11-20'), until: day('2027-10-01') }),
    );
    expect(await owed()).toEqual([]);
  });

  it('are refused with a review to come, or a next one before the last', async () => {
    const { save } = await begin();
    const evidence = 'Seen.';
    const reviewed = day('2026-11-24');
    expect(codeOf(await save(supplier({ evidence, reviewed })))).toBe('record/in-future');
    const early = { reviewed: day('2026-11-01'), nextReview: day('2026-10-01') };
    expect(codeOf(await save(supplier({ evidence, ...early })))).toBe('record/ends-before-start');
  });
});

describe('invoices', () => {
  it('hold who pays, how much, and by when, in a compartment of their own (COLLECT-INVOICES)', async () => {
    const { save, keep, owed } = await begin();
    expect(COMPARTMENT_OF.invoice).toBe('finance');
    expect(codeOf(await save(invoice({ organisation: ' ' })))).toBe('invoice/nobody');
    expect(codeOf(await save(invoice({ due: day('2026-10-31') })))).toBe(
      'record/ends-before-start',
    );
    await keep(invoice());
    expect(await owed()).toMatchObject([{ what: 'Invoice to pay', due: '2026-12-01', days: 8 }]);
    await keep(invoice({ paid: day(TODAY) }));
    expect(await owed()).toEqual([]);
  });

  it('stay when the payer is erased, and name nobody afterwards (COLLECT-INVOICES)', async () => {
    expect(registerOf('invoice').belongsTo).toBeUndefined();
    const { keep, ask } = await begin();
    await keep(anna, invoice({ person: anna.id, organisation: '' }));
    valueOf(
      await ask('remove', { id: anna.id, base: revisionOf(await ask('open', { id: anna.id })) }),
    );
    const { names } = valueOf(await ask('open', { id: id('invoice') }));
    expect(names).toEqual({ [anna.id]: '(removed)' });
    // It can still be marked as paid.
    await keep(invoice({ person: anna.id, organisation: '', paid: day(TODAY) }));
  });
});

const revisionOf = (opened: Parameters<typeof valueOf<{ revision: number }>>[0]) =>
  valueOf(opened).revision;

describe('disclosures', () => {
  it('outside IMSIG and the CQI need a consent of each person, in force that day (DISCLOSE)', async () => {
    const { save, keep } = await begin();
    await keep(anna, ben, consent(anna, 1), consent(ben, 2, '2026-11-20'));
    expect(codeOf(await save(given({ ground: 'purpose' })))).toBe('disclosure/no-ground');
    expect(codeOf(await save(given()))).toBe('disclosure/no-consent');
    const both = { people: [anna.id, ben.id], consents: [id('consent', 1), id('consent', 2)] };
    // Ben has withdrawn: what was given on a day before stays lawful, what comes after is not.
    expect(codeOf(await save(given(both)))).toBe('disclosure/no-consent');
    expect(codeOf(await save(given({ ...both, on: day('2026-11-20') })))).toBe(
      'disclosure/no-consent',
    );
    await keep(given({ ...both, on: day('2026-11-19') }));
    // Another person's consent is not theirs.
    const other = { id: id('disclosure', 2), people: [ben.id], consents: [id('consent', 1)] };
    expect(codeOf(await save(given(other)))).toBe('disclosure/no-consent');
  });

  it('may rest on a legal duty that is stated (DISCLOSE)', async () => {
    const { save, keep } = await begin();
    await keep(anna);
    expect(codeOf(await save(given({ ground: 'legal-duty' })))).toBe('disclosure/no-duty');
    await keep(given({ ground: 'legal-duty', duty: 'Order of the County Court, s 1' }));
  });

  it('know no ground and no field for marketing or sale (DISCLOSE)', () => {
    expect(Object.keys(GROUNDS)).toEqual(['purpose', 'consent', 'legal-duty']);
    expect(disclosure.shape.ground.safeParse('marketing').success).toBe(false);
    expect(Object.keys(disclosure.shape).join()).not.toMatch(/market|price|fee|sale/i);
  });
});

describe('enquiries', () => {
  it('are closed with their outcome, and shared only between their days (COLLECT-DIRECT)', async () => {
    const { save, keep } = await begin();
    const enquiry: RecordOf<'enquiry'> = {
      kind: 'enquiry',
      id: id('enquiry'),
      purpose: 'enquiries',
      person: anna.id,
      received: day('2026-11-10'),
      channel: 'website',
      officer: null,
      need: 'A speaker',
      outcome: '',
      closed: null,
      sharings: [],
    };
    await keep(anna, enquiry);
    const closed = day(TODAY);
    expect(codeOf(await save({ ...enquiry, closed }))).toBe('enquiry/no-outcome');
    const early = { on: day('2026-11-09'), with: 'cqi', what: 'Name' } as const;
    expect(codeOf(await save({ ...enquiry, sharings: [early] }))).toBe('enquiry/sharing-day');
    await keep({ ...enquiry, outcome: 'A speaker was found.', closed });
  });
});

describe('routes of collection', () => {
  it('keep nothing of a LinkedIn profile, typed or imported (COLLECT-LINKEDIN)', async () => {
    const { save, ask, host } = await begin();
    const joined = person('Cara Bell', { route: 'linkedin', purpose: 'members' });
    const notes = 'See https://www.linkedin.com/in/cara-bell';
    expect(codeOf(await save({ ...joined, notes }))).toBe('person/linkedin-profile');
    expect(codeOf(await save(joined))).toBe('ok');
    const list = `Name,E-mail,Notes\nDan Hu,dan@example.org,${notes}\n`;
    const read = valueOf(await ask('import.read', { ...host.putText(list), route: 'linkedin' }));
    expect(read.counts).toMatchObject({ new: 0, cannot: 1 });
  });

  it('have key contacts in the CQI be of its staff, for a purpose of their own (COLLECT-CQI-CONTACTS)', async () => {
    const { save, ask, host } = await begin();
    const contact = person('Eva Lund', { route: 'cqi-contact', purpose: 'cqi-contacts' });
    expect(codeOf(await save(contact))).toBe('person/cqi-contact');
    expect(codeOf(await save({ ...contact, categories: ['cqi-staff'] }))).toBe('ok');
    const list = 'Name,E-mail\nFay Oduya,fay@example.org\n';
    const read = valueOf(await ask('import.read', { ...host.putText(list), route: 'cqi-contact' }));
    expect(read.counts).toMatchObject({ new: 1, cannot: 0 });
  });
});

describe('the privacy notice', () => {
  it('goes with the welcome letter, with every purpose and its basis, stamped (TRANSPARENCY, BANNER)', async () => {
    const { keep, ask, host } = await begin();
    await keep(anna);
    const name = { what: 'welcome', id: anna.id } as const;
    const { job, title } = valueOf(await ask('document', { name, for: 'preview' }));
    const html = new TextDecoder().decode(host.jobs.get(job));
    for (const words of [
      BANNER,
      `version ${NOTICE.version}`,
      'Anna Kowalska',
      'Wycliffe House',
      'Photographs of events',
      'Legitimate interests',
    ])
      expect(html).toContain(words);
    expect(title).toBe('Welcome, and what we keep of you');
  });

  it('is owed to those who have not been given the present one, in one line (TRANSPARENCY)', async () => {
    const { keep, ask, owed } = await begin();
    const old = person('Gil Mora', { noticeVersion: '2019-1' });
    await keep(anna, person('Hana Ito'), old);
    expect(await owed()).toMatchObject([
      { title: '2 people have not been given the privacy notice', filter: 'without-notice' },
    ]);
    const sort = { by: 'name', descending: false };
    const asked = {
      list: 'people',
      text: '',
      filter: 'without-notice',
      sort,
      offset: 0,
      limit: 9,
    } as const;
    expect(valueOf(await ask('query', asked)).total).toBe(2);
    await keep({ ...old, noticeVersion: NOTICE_VERSION });
    expect(await owed()).toMatchObject([
      { title: '1 person has not been given the privacy notice' },
    ]);
  });
});

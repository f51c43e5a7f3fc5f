/** Made-up contacts from a fixed seed: the same index gives the same contact, on every machine and in every run. */
import { parsePlainDate } from '../../../renderer/domain/dates.ts';
import { makeId } from '../../../renderer/domain/ids.ts';
import { type Person, blankPerson } from '../../../renderer/domain/person.ts';

const SEED = 20_260_401;

const words = (text: string): readonly string[] => text.split(' ');
const GIVEN = words(
  'Anna John Maria Peter Małgorzata José Chloé Søren Zoë Ahmed Fatima Wei Hiroshi Priya Olga Ivan Elena Björn ' +
    'Siân Owen Niamh Seán Grace Samuel Amara Kwame Thandiwe Lucía Mateo Jürgen Françoise Łukasz Ewa Tomasz Ágnes ' +
    'László Dimitra Nikos Yusuf Aylin Noor Ravi Meera Jonathan Catherine William Margaret Stephen',
);
const FAMILY = words(
  'Smith Kowalska García Müller Nguyễn Øberg O’Connor Okafor Tanaka Sharma Ivanova Papadopoulos Horváth Jones ' +
    'Williams Brown Taylor Davies Evans Thomas Roberts Johnson Walker Wright',
);
const STARTS = words('Bar Cal Dor El Fen Gar Hol Ir Jar Kel Lor Mar Nor Or Pel Ros Sel Tor Ul Wes');
const MIDDLES = words('an be co den er fi gar hal in ka le mo na or ri sa ten u vi wor');
const ENDS = words('by dale field ford ham land ley man son ton well worth');
const WORK = words(
  'Quality Audit Safety Environment Systems Compliance Risk Assurance Improvement',
);
const ROLES = words('Manager Officer Consultant Lead Director Engineer Adviser Assessor');
const FIRMS = words('Associates Holdings Partners Consulting Group Limited Services Industries');
const TOWNS = words(
  'Leeds York Bath Derby Cardiff Bristol Norwich Exeter Dundee Belfast Lincoln Truro',
);
const STREETS = words('Mill Church High Station Park Victoria Queen Bridge Chapel Orchard');
const SAID = words(
  'met at the spring event asked about integrated management prefers post to telephone wrote an article on audit ' +
    'will join working group sends apologies often interested in standard and its guidance knows several members',
);

/** `count` contacts from an index on; each is a valid Person of about 550 bytes of JSON. */
export function peopleFrom(first: number, count: number): Person[] {
  return Array.from({ length: count }, (_, at) => personAt(first + at));
}

function personAt(index: number): Person {
  const next = numbers(SEED ^ Math.imul(index + 1, 0x9e37_79b1));
  const one = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const digits = (count: number): string =>
    Math.floor(next() * 10 ** count)
      .toString()
      .padStart(count, '0');
  const given = one(GIVEN);
  const family = next() < 0.4 ? one(FAMILY) : `${one(STARTS)}${one(MIDDLES)}${one(ENDS)}`;
  const firm = `${one(STARTS)}${one(ENDS)} ${one(FIRMS)}`;
  const mailbox = `${given}.${family}${digits(2)}`.normalize('NFKD').replace(/[^a-zA-Z0-9.]/g, '');
  const note = Array.from({ length: 6 }, () => one(SAID)).join(' ');
  const day = `201${digits(1)}-0${1 + Math.floor(next() * 9)}-1${digits(1)}`;
  return {
    ...blankPerson('direct'),
    id: makeId('person', idBytes(index, next)),
    name: { full: `${given} ${family}`, prefix: '', given, family },
    collectedOn: parsePlainDate(day),
    organisation: firm,
    jobTitle: `${one(WORK)} ${one(ROLES)}`,
    emails: [
      { label: 'work', address: `${mailbox}@${firm.toLowerCase().replace(' ', '-')}.example` },
    ],
    phones: [{ label: 'mobile', number: `+44 7700 ${digits(6)}` }],
    addresses: [
      {
        label: 'work',
        lines: [`${digits(2)} ${one(STREETS)} Street`],
        city: one(TOWNS),
        region: '',
        postcode: '',
        country: 'GB',
      },
    ],
    notes: note,
  };
}

/** Sixteen bytes that no other index has, spread as random ids are: the first four are the index, scrambled. */
function idBytes(index: number, next: () => number): Uint8Array {
  const bytes = Uint8Array.from({ length: 16 }, () => Math.floor(next() * 256));
  new DataView(bytes.buffer).setUint32(0, Math.imul(index, 0x9e37_79b1));
  return bytes;
}

/** Numbers from 0 up to 1 in a fixed order: a Weyl sequence with the finaliser of MurmurHash3. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85eb_ca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2_ae35);
    mixed ^= mixed >>> 16;
    return (mixed >>> 0) / 2 ** 32;
  };
}

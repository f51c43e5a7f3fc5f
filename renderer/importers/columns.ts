import type { WrittenText } from './written.ts';

type AddressPart = 'whole' | 'line' | 'city' | 'region' | 'postcode' | 'country';

/** What a column of a list of people is for. `group` ties the columns of one address or number together. */
export type Use =
  | { readonly is: 'text'; readonly field: WrittenText }
  | { readonly is: 'labels' }
  | { readonly is: 'email' | 'phone'; readonly label: string; readonly group: string }
  | { readonly is: 'label-of'; readonly of: 'email' | 'phone' | 'address'; readonly group: string }
  | { readonly is: 'address'; readonly part: AddressPart; readonly group: string };

const TEXTS: Readonly<Record<WrittenText, { words: string; headers: string }>> = {
  full: {
    words: 'Name',
    headers:
      'name|nom|full name|fullname|display name|contact|contact name|member|member name|vollstandiger name|nom complet|nom et prenom|prenom et nom|vor und nachname',
  },
  title: { words: 'Title', headers: 'title|titel|titre' },
  prefix: { words: 'Title', headers: 'prefix|name prefix|salutation|honorific|anrede|civilite' },
  given: {
    words: 'Given name',
    headers: 'first name|firstname|given name|forename|vorname|prenom',
  },
  middle: {
    words: 'Given name',
    headers: 'middle name|additional name|additional names|zweiter vorname|weitere vornamen',
  },
  family: {
    words: 'Family name',
    headers: 'last name|lastname|family name|surname|nachname|familienname|nom de famille',
  },
  suffix: { words: 'Name', headers: 'suffix|name suffix|suffixe|namenszusatz' },
  organisation: {
    words: 'Organisation',
    headers:
      'company|company name|organisation|organization|organization name|organization 1 name|employer|affiliation|firma|unternehmen|societe|entreprise',
  },
  department: {
    words: 'Notes',
    headers: 'department|organization department|organization 1 department|abteilung|departement',
  },
  jobTitle: {
    words: 'Job title',
    headers:
      'job title|organization title|organization 1 title|position|occupation|profession|beruf|stellung|fonction|poste',
  },
  role: {
    words: 'Post',
    headers:
      'role|post|post held|office held|committee role|officer role|amt|rolle|funktion|mandat',
  },
  joined: {
    words: 'Joined',
    headers:
      'joined|join date|date joined|joined on|member since|since|beitritt|beigetreten|eintritt|eintrittsdatum|mitglied seit|adhesion|date d adhesion|membre depuis',
  },
  until: {
    words: 'Until',
    headers: 'until|left|date left|end of term|term ends|bis|austritt|jusqu au',
  },
  notes: {
    words: 'Notes',
    headers:
      'notes|note|comment|comments|remarks|bemerkung|bemerkungen|notizen|remarque|remarques|commentaire|commentaires',
  },
};

const BY_HEADER = new Map<string, Use>([
  // Object.keys widens to string[]; the keys are exactly the text fields.
  ...(Object.keys(TEXTS) as WrittenText[]).flatMap((field) =>
    TEXTS[field].headers.split('|').map((header): [string, Use] => [header, { is: 'text', field }]),
  ),
  ...'categories|labels|group membership|tags|kategorie|kategorien|gruppen|libelles'
    .split('|')
    .map((header): [string, Use] => [header, { is: 'labels' }]),
]);

const PLACES: Readonly<Record<string, string>> = {
  home: 'Home',
  private: 'Home',
  personal: 'Home',
  privat: 'Home',
  work: 'Work',
  business: 'Work',
  office: 'Work',
  geschaftlich: 'Work',
  other: 'Other',
};

const PARTS: Readonly<Record<AddressPart, string>> = {
  whole: 'address|postal address|full address|formatted|adresse|anschrift|adresse postale',
  line: 'street|street 1|street 2|street 3|street address|address line|address line 1|address line 2|address line 3|extended address|po box|address po box|strasse|strasse und hausnummer|rue',
  city: 'city|town|town city|ort|wohnort|stadt|ville',
  region: 'state|county|region|province|bundesland|state province',
  postcode: 'post code|postcode|postal code|zip|zip code|plz|postleitzahl|code postal',
  country: 'country|country region|land|pays',
};
const BY_PART = new Map<string, AddressPart>(
  // Object.keys widens to string[]; the keys are exactly the parts.
  (Object.keys(PARTS) as AddressPart[]).flatMap((part) =>
    PARTS[part].split('|').map((header): [string, AddressPart] => [header, part]),
  ),
);

const PHONE_WORDS = new Map([
  ...'phone telephone tel telefon festnetz number nummer numero no value'
    .split(' ')
    .map((word): [string, string] => [word, '']),
  ...'mobile cell mobil handy portable gsm mobiltelefon cellphone'
    .split(' ')
    .map((word): [string, string] => [word, 'Mobile']),
  ['fax', 'Fax'],
]);
const NOT_A_PHONE_ALONE = new Set(['number', 'nummer', 'numero', 'no', 'value']);

/** What a header says its column is for; null when it says nothing that is known here. */
export function useOf(header: string): Use | null {
  const words = plainWords(header);
  if (words === '' || words.length > 60) return null;
  return BY_HEADER.get(words) ?? emailUse(words) ?? phoneUse(words) ?? addressUse(words);
}

/** The field that a use fills, in words for the preview. */
export function useInWords(use: Use): string {
  switch (use.is) {
    case 'text':
      return TEXTS[use.field].words;
    case 'labels':
      return 'Notes';
    case 'email':
      return 'E-mail';
    case 'phone':
      return 'Phone';
    case 'address':
      return 'Address';
    case 'label-of':
      return 'Label';
  }
}

function emailUse(words: string): Use | null {
  const m =
    /^(?:(\w+) )?(?:email|emailadresse|mail|courriel)(?: (?:address|adresse))?(?: (\d\d?))?(?: (address|adresse|value|label|type))?$/.exec(
      words.replace(/^adresse (?=email|mail)/, ''),
    );
  if (!m) return null;
  const place = m[1] ?? '';
  if (!(place in PLACES) && !['', 'primary', 'main', 'second', 'secondary'].includes(place)) {
    return null;
  }
  const group = m[2] ?? '';
  if (m[3] === 'label' || m[3] === 'type') {
    // Outlook's "E-mail Type" says SMTP, which is no label; Google's are numbered.
    return group === '' ? null : { is: 'label-of', of: 'email', group };
  }
  return { is: 'email', label: PLACES[place] ?? '', group };
}

function phoneUse(words: string): Use | null {
  const m = /^phone (\d\d?) (?:label|type)$/.exec(words);
  if (m) return { is: 'label-of', of: 'phone', group: m[1] ?? '' };
  let label = '';
  let group = '';
  let sure = false;
  for (const word of words.split(' ')) {
    const kind = PHONE_WORDS.get(word);
    if (kind !== undefined) {
      sure ||= !NOT_A_PHONE_ALONE.has(word);
      label = kind || label;
    } else if (Object.hasOwn(PLACES, word)) label ||= PLACES[word] ?? '';
    else if (/^\d\d?$/.test(word)) group = word;
    else if (word !== 'primary' && word !== 'main') return null;
  }
  return sure ? { is: 'phone', label, group } : null;
}

function addressUse(words: string): Use | null {
  const numbered = /^address (\d\d?) (.+)$/.exec(words);
  if (numbered) {
    const group = numbered[1] ?? '';
    if (numbered[2] === 'label' || numbered[2] === 'type') {
      return { is: 'label-of', of: 'address', group };
    }
    const part = BY_PART.get(numbered[2] ?? '');
    return part ? { is: 'address', part, group } : null;
  }
  const whole = BY_PART.get(words);
  if (whole) return { is: 'address', part: whole, group: '' };
  const space = words.indexOf(' ');
  const place = words.slice(0, space);
  const part = BY_PART.get(words.slice(space + 1));
  if (space < 0 || !part || !Object.hasOwn(PLACES, place)) return null;
  return { is: 'address', part, group: PLACES[place] ?? '' };
}

/** Lower case, no accents, words parted by single spaces; `E-mail`, `e mail` and `Email` are one word. */
function plainWords(header: string): string {
  return header
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\be mail\b/g, 'email');
}

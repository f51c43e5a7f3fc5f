/** A postal address as a file has it: in one piece, in parts, or both. */
export interface WrittenAddress {
  label: string;
  whole: string;
  lines: string[];
  city: string;
  region: string;
  postcode: string;
  country: string;
}

/** A person as a file has them, before anything is judged: every value is the file's own text. */
export interface Written {
  full: string;
  /** A column that is a title before the name in one program and a job title in another. */
  title: string;
  prefix: string;
  given: string;
  middle: string;
  family: string;
  suffix: string;
  organisation: string;
  department: string;
  jobTitle: string;
  role: string;
  joined: string;
  until: string;
  notes: string;
  labels: string[];
  emails: { label: string; text: string }[];
  phones: { label: string; text: string }[];
  addresses: WrittenAddress[];
}

/** The single texts of a person, as column names. */
export type WrittenText = Exclude<keyof Written, 'labels' | 'emails' | 'phones' | 'addresses'>;

/** Nothing written yet. */
export function nothingWritten(): Written {
  return {
    full: '',
    title: '',
    prefix: '',
    given: '',
    middle: '',
    family: '',
    suffix: '',
    organisation: '',
    department: '',
    jobTitle: '',
    role: '',
    joined: '',
    until: '',
    notes: '',
    labels: [],
    emails: [],
    phones: [],
    addresses: [],
  };
}

/** An address with nothing in it but its label. */
export function emptyAddress(label: string): WrittenAddress {
  return { label, whole: '', lines: [], city: '', region: '', postcode: '', country: '' };
}

/** The access matrix (clause ACCESS): what each post is given of each kind of record, field by field, as shipped and as decided. */
import type { AccessCell, AccessVersion } from './access-version.ts';
import type { PlainDate } from './dates.ts';
import { COMPARTMENTS, COMPARTMENT_OF, type Compartment, type Kind } from './kinds.ts';
import type { Post } from './posts.ts';

/** The matrix of one day. */
export interface Matrix {
  /** 0: as shipped, before the committee has decided another. */
  readonly version: number;
  cell(post: Post, kind: Kind): AccessCell;
}

type Given = Pick<AccessCell, 'sees' | 'fields' | 'committeeOnly'>;

const NONE: Given = { sees: 'none', fields: [], committeeOnly: false };
const ALL: Given = { sees: 'all', fields: [], committeeOnly: false };
/** Whoever works on the committee reaches the others on it, and needs no more of them. */
const COLLEAGUES: Given = {
  sees: 'some',
  fields: ['organisation', 'jobTitle', 'emails', 'phones', 'terms'],
  committeeOnly: true,
};

type Grants = Partial<Readonly<Record<Compartment, Given>>>;
const COMMITTEE: Grants = { people: COLLEAGUES, steering: ALL, governance: ALL };
// Every compartment is named; fromEntries widens the names to string.
const EVERYTHING: Grants = Object.fromEntries(COMPARTMENTS.map((name) => [name, ALL]));

/** As shipped, by compartment, so that a kind of record that is added later has its place in it. */
const SHIPPED: Readonly<Record<Post, Grants>> = {
  chair: EVERYTHING,
  'vice-chair': COMMITTEE,
  secretary: EVERYTHING,
  treasurer: { ...COMMITTEE, finance: ALL },
  'events-officer': { ...COMMITTEE, consents: ALL, publications: ALL },
  'publications-officer': { ...COMMITTEE, consents: ALL, publications: ALL },
  'membership-officer': { ...COMMITTEE, people: ALL, enquiries: ALL },
  'committee-member': COMMITTEE,
};

/**
 * What every profile holds the key of, whatever its post: the posts and decisions themselves, and the proof of what its own
 * vault did: the trail, its transfers, its erasures.
 */
const BASICS: readonly Compartment[] = ['governance', 'compliance', 'trail'];

// Object.keys widens to string[]; every kind has its compartment.
const EVERY_KIND = Object.keys(COMPARTMENT_OF) as Kind[];

/** The matrix as shipped: version 0. */
export const SHIPPED_MATRIX: Matrix = {
  version: 0,
  cell: (post, kind) => ({ post, of: kind, ...(SHIPPED[post][COMPARTMENT_OF[kind]] ?? NONE) }),
};

/** The matrix that a version makes. A kind that it does not know yet is given as shipped. */
export function matrixOf({ version, cells }: Pick<AccessVersion, 'version' | 'cells'>): Matrix {
  const known = new Map(cells.map((cell) => [`${cell.post} ${cell.of}`, cell]));
  return {
    version,
    cell: (post, kind) => known.get(`${post} ${kind}`) ?? SHIPPED_MATRIX.cell(post, kind),
  };
}

/** The version in force on a day: the highest that the committee has decided and that has begun; null: as shipped. */
export function versionOn(versions: Iterable<AccessVersion>, day: PlainDate): AccessVersion | null {
  let found: AccessVersion | null = null;
  for (const one of versions) {
    if (one.decision === null || one.from > day) continue;
    if (found === null || one.version > found.version) found = one;
  }
  return found;
}

/** The matrix in force on a day. */
export function matrixOn(versions: Iterable<AccessVersion>, day: PlainDate): Matrix {
  const version = versionOn(versions, day);
  return version ? matrixOf(version) : SHIPPED_MATRIX;
}

/** Every cell of a matrix, for a new version to begin as a copy. */
export function cellsOf(matrix: Matrix, posts: readonly Post[], kinds: readonly Kind[]) {
  return posts.flatMap((post) => kinds.map((kind) => matrix.cell(post, kind)));
}

/** Whether two cells give the same. */
export function sameCell(one: AccessCell, other: AccessCell): boolean {
  const fields = ({ sees, fields: named }: AccessCell) =>
    sees === 'some' ? [...named].sort().join() : '';
  return (
    one.sees === other.sees &&
    (one.sees === 'none' ||
      (one.committeeOnly === other.committeeOnly && fields(one) === fields(other)))
  );
}

/** The compartments that a post holds the keys of: those of kinds that it is given anything of, and the basics. */
export function compartmentsFor(post: Post, matrix: Matrix): Compartment[] {
  const isGiven = (name: Compartment) => {
    // An import keeps versions of people, and is opened with them.
    const kinds = EVERY_KIND.filter((kind) => COMPARTMENT_OF[kind] === name && kind !== 'import');
    return kinds.length === 0
      ? SHIPPED[post][name] !== undefined
      : kinds.some((kind) => matrix.cell(post, kind).sees !== 'none');
  };
  return COMPARTMENTS.filter((name) => BASICS.includes(name) || isGiven(name));
}

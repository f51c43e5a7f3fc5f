/** The privacy policy clause by clause, as data: what it promises, and where the program carries it out. */
import type { Clause, ClauseGroup } from './clauses/clause.ts';
import { COLLECTING, DOCUMENTS } from './clauses/collecting.ts';
import { BEYOND, GOVERNING } from './clauses/governing.ts';
import { RIGHTS } from './clauses/rights.ts';
import { KEEPING, USING } from './clauses/using.ts';

export type { Clause, ClausePlace } from './clauses/clause.ts';

export const CLAUSE_GROUPS: readonly ClauseGroup[] = [
  DOCUMENTS,
  COLLECTING,
  USING,
  KEEPING,
  GOVERNING,
  RIGHTS,
  BEYOND,
];

export const CLAUSES: readonly Clause[] = CLAUSE_GROUPS.flatMap(({ clauses }) => clauses);

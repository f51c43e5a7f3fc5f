/**
 * The one door of a document out of the program (clause BANNER). Outputs take a `StampedDocument` and nothing else:
 * the compiler refuses a bare tree, and at run time a forged cast is found out, because only `stamp` adds to `stamped`.
 */
import { BANNER } from '../domain/banner.ts';
import { type Result, fail, ok } from '../domain/errors.ts';
import type { DocumentTree } from './tree.ts';

declare const brand: unique symbol;

/** A tree that carries the confidentiality sentence and can no longer be changed. */
export interface StampedDocument {
  readonly [brand]: true;
  readonly banner: typeof BANNER;
  readonly tree: DocumentTree;
}

const stamped = new WeakSet<object>();

/** Copies a tree, freezes it and stamps it with the sentence. */
export function stamp(tree: DocumentTree): StampedDocument {
  const document = freeze({ banner: BANNER, tree: structuredClone(tree) });
  stamped.add(document);
  // The brand exists for the compiler only; the set above is its run-time half.
  return document as StampedDocument;
}

/**
 * What every output calls first. Errors: document/unstamped, for anything that did not come from `stamp`,
 * whatever its type says.
 */
export function requireStamp(document: StampedDocument): Result<StampedDocument> {
  return stamped.has(document) ? ok(document) : fail('document/unstamped');
}

function freeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) freeze(inner);
  }
  return Object.freeze(value);
}

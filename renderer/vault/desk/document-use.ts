import type { Outgoing } from '../../domain/outgoing.ts';
import type { TrailAction } from '../../domain/trail.ts';

/** What a document on pages is made for, and what the trail says of it then. */
const USES = {
  preview: { action: 'previewed' },
  print: { action: 'printed', form: 'paper' },
  pdf: { action: 'exported', form: 'pdf' },
  protected: { action: 'exported', form: 'protected' },
} as const satisfies Record<string, { action: TrailAction; form?: Outgoing['form'] }>;
export type Use = keyof typeof USES;

/** The action and the outgoing document of an entry. */
export function usedAs(what: Outgoing['what'], use: Use) {
  const { action, ...form } = USES[use];
  return { action, left: { what, ...form } };
}

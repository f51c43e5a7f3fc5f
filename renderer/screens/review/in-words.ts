import type { ReviewStep } from '../../stores/review.ts';
import { kindsInWords } from '../erasing/in-words.ts';

/** "12 people", with what they have in common. */
export function stepInWords({ of, count, facts }: ReviewStep): string {
  const many = kindsInWords([{ kind: of, count }]);
  return facts === '' ? many : `${many}: ${facts.charAt(0).toLowerCase()}${facts.slice(1)}`;
}

/** Names a group among the others. */
export function keyOf({ purpose, of, facts }: ReviewStep): string {
  return `${purpose} ${of} ${facts}`;
}

export function purposeName({ rule }: ReviewStep): string {
  return rule.name;
}

/** How many of a group are decided. */
export function decidedIn({ decided }: ReviewStep): number {
  return decided.reduce((sum, { count }) => sum + count, 0);
}

export function isDecided(step: ReviewStep): boolean {
  return decidedIn(step) === step.count;
}

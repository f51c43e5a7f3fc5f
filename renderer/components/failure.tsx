import type { Failure } from '../domain/errors.ts';
import { sentenceOf } from '../domain/failure-words.ts';
import { Icon } from './icons.tsx';

/** The sentence of a failure, shown where it happened and read out at once. */
export function FailureText({ failure }: { failure: Failure | null }) {
  if (!failure) return null;
  return (
    <p className="failure" role="alert">
      <Icon name="warning" />
      <span>{sentenceOf(failure)}</span>
    </p>
  );
}

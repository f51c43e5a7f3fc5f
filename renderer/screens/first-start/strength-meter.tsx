import { useEffect, useState } from 'react';
import { type Strength, strengthOf } from '../../stores/session.ts';

const WORDS = ['Very weak', 'Weak', 'Fair', 'Good', 'Strong'] as const;
const REST_MS = 120;

/** The strength of what is typed, a moment after the last key; null while nothing is. */
export function useStrength(passphrase: string, hints: readonly string[]): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  const known = hints.filter((hint) => hint !== '').join('\n');
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      if (passphrase === '') setStrength(null);
      else
        void strengthOf(passphrase, known.split('\n')).then((found) => {
          if (isCurrent) setStrength(found);
        });
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [passphrase, known]);
  return strength;
}

/** How long it would take to guess, in words; the bar only repeats them. */
export function StrengthMeter({
  strength,
  isAsked,
  of = 'the vault',
}: {
  strength: Strength | null;
  /** Something is typed, so an answer is on its way. */
  isAsked: boolean;
  /** What a thief would have a copy of. */
  of?: 'the vault' | 'the file';
}) {
  const score = strength?.score ?? 0;
  return (
    <div className={`strength strength-${strength ? score : 'none'}`}>
      <div className="strength-bar" aria-hidden="true">
        {WORDS.map((word, index) => (
          <span key={word} className={strength && index <= score ? 'lit' : ''} />
        ))}
      </div>
      <p role="status">
        {isAsked && !strength && 'Estimating …'}
        {strength && (
          <>
            <strong>{WORDS[score]}.</strong> With a copy of {of}, guessing it would take{' '}
            {strength.crackTime}. {strength.advice}
          </>
        )}
      </p>
    </div>
  );
}

import { TextField } from '../../components/text-field.tsx';
import { StrengthMeter, useStrength } from '../first-start/strength-meter.tsx';

export interface NewPassphraseForm {
  passphrase: string;
  again: string;
}

export const NO_PASSPHRASE: NewPassphraseForm = { passphrase: '', again: '' };

/** What is wrong with a new passphrase as far as the screen can tell, in a sentence; null: nothing. */
export function wrongWith({ passphrase, again }: NewPassphraseForm): string | null {
  if (passphrase === '') return 'Choose a new passphrase.';
  if (passphrase !== again) return 'The two passphrases are not the same. Type them once more.';
  return null;
}

/** A new passphrase, twice, with its strength. @param hints words that a thief knows too. */
export function NewPassphrase({
  value,
  onChange,
  hints,
}: {
  value: NewPassphraseForm;
  onChange: (value: NewPassphraseForm) => void;
  hints: readonly string[];
}) {
  const strength = useStrength(value.passphrase, hints);
  return (
    <>
      <TextField
        label="New passphrase"
        type="password"
        value={value.passphrase}
        onChange={(passphrase) => onChange({ ...value, passphrase })}
        maxLength={1000}
      />
      <StrengthMeter strength={strength} isAsked={value.passphrase !== ''} />
      <TextField
        label="New passphrase again"
        type="password"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        maxLength={1000}
      />
    </>
  );
}

import { Button } from '../../components/button.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import type { Present } from '../../stores/recovery.ts';

/** What proves that the vault is yours, while it is typed. */
export interface PresentForm {
  slot: Present['slot'];
  typed: string;
}

export const NO_PRESENT: PresentForm = { slot: 'passphrase', typed: '' };

/** null: nothing was typed. */
export function presentOf({ slot, typed }: PresentForm): Present | null {
  if (typed.trim() === '') return null;
  return slot === 'passphrase' ? { slot, passphrase: typed } : { slot, recoveryKey: typed.trim() };
}

/** Asks for the present passphrase, or the recovery key where that will do too. */
export function PresentWay({
  value,
  onChange,
  mayBeSheet = false,
}: {
  value: PresentForm;
  onChange: (value: PresentForm) => void;
  mayBeSheet?: boolean;
}) {
  const { slot } = value;
  const change = (typed: string) => onChange({ ...value, typed });
  const other = slot === 'passphrase' ? 'recovery' : 'passphrase';
  return (
    <div className="present-way">
      {slot === 'passphrase' ? (
        <TextField
          key="passphrase"
          label="Present passphrase"
          type="password"
          value={value.typed}
          onChange={change}
          maxLength={1000}
        />
      ) : (
        <TextArea
          key="recovery"
          label="Recovery key"
          rows={2}
          help="All eight groups from the printed sheet."
          value={value.typed}
          onChange={change}
          autoFocus
        />
      )}
      {mayBeSheet && (
        <Button variant="quiet" onPress={() => onChange({ slot: other, typed: '' })}>
          {slot === 'passphrase' ? 'Use the recovery key instead' : 'Use the passphrase instead'}
        </Button>
      )}
    </div>
  );
}

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Failure } from '../../domain/errors.ts';
import { pdfPassword } from '../../domain/pdf-password.ts';
import { saveProtectedPdf, useDocument } from '../../stores/document.ts';
import { StrengthMeter, useStrength } from '../first-start/strength-meter.tsx';

/** Saves the shown document as a PDF that asks for a password. */
export function PdfWithPassword() {
  const { shown, busy } = useDocument();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        icon="lock"
        isDisabled={!shown}
        isPending={busy === 'protected'}
        onPress={() => setOpen(true)}
      >
        PDF with password
      </Button>
      {isOpen && <ChoosePassword onClose={() => setOpen(false)} />}
    </>
  );
}

function ChoosePassword({ onClose }: { onClose: () => void }) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const strength = useStrength(password, []);
  const areSame = password === again;

  const save = () => {
    const prepared = pdfPassword(password);
    if (!prepared.ok) setFailure(prepared.error);
    else if (areSame) {
      onClose();
      void saveProtectedPdf(prepared.value);
    }
  };

  return (
    <Dialog title="PDF with password" isOpen onClose={onClose} size="small">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p>
          Whoever forgets the password cannot open the file: nobody can, and nothing here remembers
          it. Tell it by another way than you send the file: over the telephone, not in the same
          mail.
        </p>
        <TextField
          label="Password"
          type="password"
          value={password}
          onChange={(typed) => {
            setPassword(typed);
            setFailure(null);
          }}
          autoComplete="off"
          autoFocus
          maxLength={1000}
        />
        <StrengthMeter strength={strength} isAsked={password !== ''} of="the file" />
        <TextField
          label="Password again"
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="off"
          maxLength={1000}
          error={again !== '' && !areSame ? 'The two are not the same.' : null}
        />
        <FailureText failure={failure} />
        <footer className="form-foot">
          <Button type="submit" variant="primary" icon="save" isDisabled={again === '' || !areSame}>
            Choose where to save
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}

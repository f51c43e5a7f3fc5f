/** New keys for everything, a step at a time: what is wanted, the new sheet, a group of it typed back, shares, done. */
import { useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import {
  type MadeShares,
  type NewSheet,
  dropRenewal,
  putSharesAway,
} from '../../stores/recovery.ts';
import { HandOut } from './hand-out.tsx';
import { NewSheetStep } from './new-sheet-step.tsx';
import { RenewalDone } from './renewal-done.tsx';
import { RenewalForm } from './renewal-form.tsx';
import { RENEWAL_WORDS, type RenewalReason } from './renewal-words.ts';

type Step =
  | { at: 'ask' }
  | { at: 'sheet'; sheet: NewSheet }
  | { at: 'shares'; made: MadeShares }
  | { at: 'done' };

export function RenewKeys({ why, onClose }: { why: RenewalReason; onClose: () => void }) {
  const [step, setStep] = useState<Step>({ at: 'ask' });
  const cancel = () => {
    if (step.at === 'sheet') void dropRenewal();
    onClose();
  };
  const handedOut = () => {
    void putSharesAway();
    setStep({ at: 'done' });
  };

  return (
    <Dialog
      title={RENEWAL_WORDS[why].title}
      isOpen
      onClose={cancel}
      staysOpen={step.at === 'sheet' || step.at === 'shares'}
    >
      {step.at === 'ask' && (
        <RenewalForm
          why={why}
          onCancel={onClose}
          onBegun={(sheet) => setStep({ at: 'sheet', sheet })}
        />
      )}
      {step.at === 'sheet' && (
        <NewSheetStep
          sheet={step.sheet}
          onCancel={cancel}
          onFinished={(made) => setStep(made ? { at: 'shares', made } : { at: 'done' })}
        />
      )}
      {step.at === 'shares' && <HandOut made={step.made} done="Go on" onDone={handedOut} />}
      {step.at === 'done' && <RenewalDone why={why} onClose={onClose} />}
    </Dialog>
  );
}

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import type { Failure, Result } from '../../domain/errors.ts';
import { printSheet, saveSheetPdf } from '../../stores/recovery.ts';
import './recovery.css';

/** The sheet that is shown, on paper. */
export function PrintSheet() {
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<'print' | 'pdf' | null>(null);

  const act = async (what: 'print' | 'pdf', work: () => Promise<Result<string | null>>) => {
    if (busy) return;
    setBusy(what);
    setSaid(null);
    setFailure(null);
    try {
      const reply = await work();
      if (!reply.ok) setFailure(reply.error.code === 'wall/cancelled' ? null : reply.error);
      else if (what === 'print') setSaid('Sent to the printer.');
      else if (reply.value !== null)
        setSaid(`Saved as ${reply.value}. Print it and delete the file: it opens the vault.`);
    } finally {
      setBusy(null);
    }
  };

  return (
    <div className="print-sheet">
      <div className="acts">
        <Button
          icon="print"
          isPending={busy === 'print'}
          onPress={() => void act('print', printSheet)}
        >
          Print the sheet
        </Button>
        <Button
          icon="save"
          isPending={busy === 'pdf'}
          onPress={() => void act('pdf', saveSheetPdf)}
        >
          Save as PDF
        </Button>
      </div>
      <p className="muted" role="status">
        {said}
      </p>
      <FailureText failure={failure} />
    </div>
  );
}

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { type PlainDate, plusDays, plusMonths } from '../../domain/dates.ts';
import { openDocument } from '../../stores/document.ts';

/** Asks for the period of the register; the last twelve months, unless another is said. */
export function AttendanceRegister({ today, onClose }: { today: PlainDate; onClose: () => void }) {
  const [from, setFrom] = useState<PlainDate | null>(plusDays(plusMonths(today, -12), 1));
  const [until, setUntil] = useState<PlainDate | null>(today);
  const isBackwards = from !== null && until !== null && until < from;
  const show = () => {
    if (from === null || until === null) return;
    onClose();
    void openDocument({ what: 'attendance', from, until });
  };
  return (
    <Dialog title="Attendance register" isOpen onClose={onClose} size="small">
      <div className="form">
        <p>Who came to which meeting, who sent apologies, and whether there was a quorum.</p>
        <div className="fields">
          <DateField label="From" value={from} onChange={setFrom} isRequired />
          <DateField
            label="Until"
            value={until}
            onChange={setUntil}
            error={isBackwards ? 'It ends before it starts.' : null}
            isRequired
          />
        </div>
        <div className="form-foot">
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            icon="eye"
            isDisabled={from === null || until === null || isBackwards}
            onPress={show}
          >
            Show the register
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import type { Failure } from '../../domain/errors.ts';
import type { Mailing } from '../../domain/publishing.ts';
import { recordStoreOf } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';

/** Notes that a mailing was sent today; the program itself sends nothing. */
export function SendMailing({ record }: { record: Mailing }) {
  const { today } = useOpened();
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = () =>
    void recordStoreOf('mailing')
      .change((now) => ({ ...now, sent: today }))
      .then((reply) => setFailure(reply.ok ? null : reply.error));
  return (
    <>
      {record.sent === null && <Button onPress={send}>Mark as sent</Button>}
      {failure && (
        <div className="pane-refusal">
          <FailureText failure={failure} />
        </div>
      )}
    </>
  );
}

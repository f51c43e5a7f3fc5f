/** A welcome letter has left the program: the person's record may now say that its notice was given. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import type { Failure } from '../../domain/errors.ts';
import { NOTICE_VERSION } from '../../domain/notice.ts';
import { personRecord } from '../../stores/records.ts';

export function NoticeGiven({ person }: { person: string }) {
  const open = personRecord.use(({ open: shown }) => shown);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (open?.record.id !== person) return null;
  const note = async () => {
    const saved = await personRecord.change((now) => ({ ...now, noticeVersion: NOTICE_VERSION }));
    setFailure(saved.ok ? null : saved.error);
  };
  const isNoted = open.record.noticeVersion === NOTICE_VERSION;
  return (
    <div className="document-note">
      <p role="status">
        {isNoted
          ? `The record says that version ${NOTICE_VERSION} of the notice was given.`
          : 'When the letter is handed over or sent, note it.'}
      </p>
      {!isNoted && (
        <Button icon="check" onPress={() => void note()}>
          Note that the notice was given
        </Button>
      )}
      <FailureText failure={failure} />
    </div>
  );
}

/** The next steps of a publication or a photograph: each is the day it is taken on, and is refused without the consents. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import type { Failure, Result } from '../../domain/errors.ts';
import type { PlainDate } from '../../domain/dates.ts';
import { useOpened } from '../../stores/session.ts';

type Days = Record<'publishable' | 'published' | 'removed', PlainDate | null>;

interface Props {
  record: Days;
  /** What the last step is called. */
  last: string;
  change: (days: Partial<Days>) => Promise<Result<unknown>>;
}

export function Steps({ record, last, change }: Props) {
  const { today } = useOpened();
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = (days: Partial<Days>) =>
    void change(days).then((reply) => setFailure(reply.ok ? null : reply.error));
  const { publishable, published, removed } = record;
  return (
    <>
      {removed === null && published === null && (
        <>
          {publishable === null && (
            <Button onPress={() => take({ publishable: today })}>Mark as publishable</Button>
          )}
          <Button onPress={() => take({ published: today })}>Mark as published</Button>
        </>
      )}
      {removed === null && (published !== null || publishable !== null) && (
        <Button onPress={() => take({ removed: today })}>{last}</Button>
      )}
      {failure && (
        <div className="pane-refusal">
          <FailureText failure={failure} />
        </div>
      )}
    </>
  );
}

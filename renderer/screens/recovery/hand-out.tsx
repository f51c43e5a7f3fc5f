/** The shares of a new set, each to its officer: on paper, as a PDF, or as a small file. They are shown once. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Tag } from '../../components/layout.tsx';
import type { Failure, Result } from '../../domain/errors.ts';
import { type MadeShares, printShare, saveShareFile, saveSharePdf } from '../../stores/recovery.ts';

const WAYS = [
  { icon: 'print', words: 'Print', act: printShare },
  { icon: 'save', words: 'PDF', act: saveSharePdf },
  { icon: 'key', words: 'File', act: saveShareFile },
] as const;

export function HandOut({
  made: { set, threshold, shares },
  done,
  onDone,
}: {
  made: MadeShares;
  /** Words of the button that goes on. */
  done: string;
  onDone: () => void;
}) {
  const [out, setOut] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asked, setAsked] = useState(false);
  const left = shares.filter(({ index }) => !out.has(index));

  const act = async (
    index: number,
    name: string,
    work: (index: number) => Promise<Result<string | null>>,
  ) => {
    if (busy) return;
    setBusy(`${name} ${index}`);
    setFailure(null);
    try {
      const reply = await work(index);
      if (!reply.ok) setFailure(reply.error.code === 'wall/cancelled' ? null : reply.error);
      else if (reply.value !== null || name === 'Print') setOut(new Set([...out, index]));
    } finally {
      setBusy(null);
    }
  };

  return (
    <div className="hand-out">
      <p>
        Set {set}: any {threshold} of these {shares.length} shares open the vault together. Give
        each to its officer, on paper or as a file. They are not shown again, and a file that stays
        on this computer helps whoever takes it.
      </p>
      <ul className="share-list">
        {shares.map(({ index, holder }) => (
          <li key={index}>
            <div>
              <strong>Share {index}</strong> {holder && <bdi>{holder}</bdi>}
            </div>
            {out.has(index) && <Tag tone="accent">Handed out</Tag>}
            <div className="acts" role="group" aria-label={`Share ${index}`}>
              {WAYS.map(({ icon, words, act: work }) => (
                <Button
                  key={words}
                  icon={icon}
                  isPending={busy === `${words} ${index}`}
                  onPress={() => void act(index, words, work)}
                >
                  {words}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <FailureText failure={failure} />
      {asked && left.length > 0 && (
        <p className="field-error" role="alert">
          {left.length === 1
            ? `Share ${left[0]?.index} was neither printed nor saved. Press once more to go on without it.`
            : `${left.length} shares were neither printed nor saved. Press once more to go on without them.`}
        </p>
      )}
      <div className="form-foot">
        <Button
          variant="primary"
          onPress={() => (left.length > 0 && !asked ? setAsked(true) : onDone())}
        >
          {done}
        </Button>
      </div>
    </div>
  );
}

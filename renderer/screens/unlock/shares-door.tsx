/** Officers bring their recovery shares to the locked door, one after another. */
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Tag } from '../../components/layout.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { bringFile, bringTyped, takeBackShares, useBrought } from '../../stores/brought-shares.ts';
import '../recovery/recovery.css';

/** @param onEnough whether enough of them are here to unlock. */
export function SharesDoor({ onEnough }: { onEnough: (enough: boolean) => void }) {
  const { shares, busy, error } = useBrought();
  const [typed, setTyped] = useState('');
  const needed = shares ? Math.max(shares.threshold - shares.brought.length, 0) : null;
  useEffect(() => onEnough(needed === 0), [needed, onEnough]);
  useEffect(() => () => void takeBackShares(), []);

  const add = async () => {
    if (busy || typed.trim() === '') return;
    if (await bringTyped(typed)) setTyped('');
  };

  return (
    <div className="form">
      <p role="status">{inWords(needed)}</p>
      {shares && (
        <div className="brought">
          {shares.brought.map((index) => (
            <Tag key={index} tone="accent">
              Share {index} of {shares.count}
            </Tag>
          ))}
        </div>
      )}
      {needed !== 0 && (
        <>
          <TextArea
            label={shares ? 'Next recovery share' : 'Recovery share'}
            rows={4}
            help="All 24 groups from the printed share. Capitals, spaces and dashes do not matter."
            value={typed}
            onChange={setTyped}
            maxLength={1_000}
            autoFocus
          />
          <div className="acts">
            <Button icon="plus" isPending={busy} onPress={() => void add()}>
              Add this share
            </Button>
            <Button icon="open" isPending={busy} onPress={() => void bringFile()}>
              Choose a file
            </Button>
          </div>
        </>
      )}
      <FailureText failure={error} />
      {shares && (
        <Button variant="quiet" onPress={() => void takeBackShares()}>
          Begin again
        </Button>
      )}
    </div>
  );
}

function inWords(needed: number | null): string {
  if (needed === null)
    return 'Enough officers together open the vault. Add their shares one by one.';
  if (needed === 0) return 'There are enough shares. Unlock the vault now.';
  return needed === 1 ? 'One more share is needed.' : `${needed} more shares are needed.`;
}

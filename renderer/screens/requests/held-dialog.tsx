/** Everything held on the person who asks, as it will leave: each redaction to be seen, lifted with a reason, or added. */
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section } from '../../components/layout.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Failure } from '../../domain/errors.ts';
import type { Gathered, Passage } from '../../domain/gathering.ts';
import { MARK, type Piece } from '../../domain/redaction.ts';
import type { Request } from '../../domain/request.ts';
import { gatherFor } from '../../stores/gathering.ts';
import { recordStoreOf } from '../../stores/records.ts';
import './held-dialog.css';

export function HeldDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const [held, setHeld] = useState<Gathered | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isStale = false;
    void gatherFor(request.id).then((reply) => {
      if (isStale) return;
      if (reply.ok) setHeld(reply.value);
      else setFailure(reply.error);
    });
    return () => {
      isStale = true;
    };
  }, [request]);
  const change = (edit: (saved: Request) => Request) =>
    void recordStoreOf('request')
      .change(edit)
      .then((reply) => setFailure(reply.ok ? null : reply.error));

  return (
    <Dialog title="What is held" size="wide" isOpen onClose={onClose}>
      <FailureText failure={failure} />
      {!held && !failure && <p role="status">Gathering from every register …</p>}
      {held && (
        <>
          <p role="status">
            {counted(held.counts.hidden, 'name of others hidden', 'names of others hidden')},{' '}
            {counted(held.counts.rows, 'entry about others', 'entries about others')} left out,{' '}
            {counted(held.counts.passages, 'passage', 'passages')} withheld by hand. Look at each
            before it leaves.
          </p>
          <dl className="details">
            <div>
              <dt>Source</dt>
              <dd>{held.source}</dd>
            </div>
            <div>
              <dt>Recipients</dt>
              <dd>{held.recipients.join('; ') || 'None on record.'}</dd>
            </div>
          </dl>
          {held.records.map(({ id, what, purpose, basis, retention, passages }) => (
            <Section key={id} title={what}>
              {passages.map((passage) => (
                <OnePassage key={passage.key} passage={passage} change={change} />
              ))}
              <p className="muted">
                {purpose} {basis} {retention}
              </p>
            </Section>
          ))}
        </>
      )}
    </Dialog>
  );
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

type Change = (edit: (saved: Request) => Request) => void;

function OnePassage({ passage, change }: { passage: Passage; change: Change }) {
  const { key, label, pieces, isLeftOut, rowsLeftOut } = passage;
  const setSent = (isSent: boolean) =>
    change((saved) => ({
      ...saved,
      leftOut: isSent ? saved.leftOut.filter((one) => one !== key) : [...saved.leftOut, key],
    }));
  return (
    <div className="passage">
      <Checkbox isSelected={!isLeftOut} onChange={setSent}>
        {label}
      </Checkbox>
      <p className={isLeftOut ? 'passage-text muted' : 'passage-text'} dir="auto">
        {isLeftOut
          ? 'Withheld'
          : pieces.map((piece, at) => <OnePiece key={at} piece={piece} change={change} />)}
      </p>
      {rowsLeftOut > 0 && (
        <p className="muted">
          {rowsLeftOut} {rowsLeftOut === 1 ? 'entry' : 'entries'} about others left out.
        </p>
      )}
    </div>
  );
}

/** A part of a passage; one that names somebody else shows who it is, and can be shown in the answer with a reason. */
function OnePiece({ piece, change }: { piece: Piece; change: Change }) {
  const { text, key, shownBecause } = piece;
  const [reason, setReason] = useState<string | null>(null);
  if (key === null) return text;
  if (shownBecause !== null) {
    const hide = () =>
      change((saved) => ({ ...saved, shown: saved.shown.filter((one) => one.key !== key) }));
    return (
      <span className="piece">
        <bdi>{text}</bdi> <span className="muted">(shown: {shownBecause})</span>
        <Button variant="quiet" onPress={hide}>
          Hide
        </Button>
      </span>
    );
  }
  const lift = () =>
    change((saved) => ({
      ...saved,
      shown: [...saved.shown, { key, reason: (reason ?? '').trim() }],
    }));
  return (
    <span className="piece">
      <mark>{MARK}</mark> <span className="muted">{text}</span>
      {reason === null ? (
        <Button variant="quiet" onPress={() => setReason('')}>
          Show …
        </Button>
      ) : (
        <>
          <TextField
            label="Why it may be shown"
            value={reason}
            onChange={setReason}
            maxLength={300}
          />
          <Button isDisabled={reason.trim() === ''} onPress={lift}>
            Show it
          </Button>
        </>
      )}
    </span>
  );
}

/** Old minutes from a Word file: read, looked at, and kept as a draft only when that is said. */
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { Progress } from '../../components/progress.tsx';
import type { Failure } from '../../domain/errors.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { type MinutesFound, chooseWordFile, readMinutes } from '../../stores/minutes-import.ts';
import { FoundMinutes } from './found-minutes.tsx';

interface Props {
  /** The meeting whose minutes they are; null: it is said in the file, or chosen here. */
  of: Meeting | null;
  onClose: () => void;
}

export function ImportMinutes({ of, onClose }: Props) {
  const [found, setFound] = useState<MinutesFound | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [isReading, setReading] = useState(false);
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);

  const read = async (from: Parameters<typeof readMinutes>[0]) => {
    const control = new AbortController();
    work.current = control;
    setFailure(null);
    setProgress(null);
    setReading(true);
    const reply = await readMinutes(from, of?.id ?? null, control.signal, setProgress);
    if (work.current !== control) return;
    setReading(false);
    if (reply.ok) setFound(reply.value);
    else setFailure(reply.error.code === 'wall/cancelled' ? null : reply.error);
  };
  const choose = async () => {
    const chosen = await chooseWordFile();
    if (!chosen.ok) setFailure(chosen.error);
    else if (chosen.value) await read(chosen.value);
  };

  return (
    <Dialog title="Import old minutes" isOpen onClose={onClose} size="wide">
      {found ? (
        <FoundMinutes found={found} of={of} onClose={onClose} />
      ) : isReading ? (
        <Progress
          label="Reading the document"
          progress={progress}
          onCancel={() => work.current?.abort()}
        />
      ) : (
        <>
          <FileDrop
            label="Drop a Word document here"
            choose="Choose a document"
            onChoose={() => void choose()}
            onDrop={(file) => void read({ dropped: file })}
          >
            <p className="help">
              A .docx file. Its headings become items; pictures, links and comments are left out.
              Nothing is kept before you have seen it.
            </p>
          </FileDrop>
          <FailureText failure={failure} />
        </>
      )}
    </Dialog>
  );
}

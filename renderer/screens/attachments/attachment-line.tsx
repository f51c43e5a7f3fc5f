/** One file of a record. */
import { useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Icon } from '../../components/icons.tsx';
import { DETAILS } from '../../domain/attachment.ts';
import { dayOf, formatDay } from '../../domain/dates.ts';
import { type AttachmentView, removeAttachment, saveCopy } from '../../stores/attachments.ts';
import { useOpened } from '../../stores/session.ts';
import { say, sayFailure } from '../../stores/toasts.ts';
import { bytesInWords } from '../bytes-in-words.ts';
import { sayUndoable } from '../shell/undo-last.ts';
import { usePicture } from './use-picture.ts';

interface Props {
  record: string;
  file: AttachmentView;
}

export function AttachmentLine({ record, file }: Props) {
  const { opened } = useOpened();
  const { name, size, added, details } = file;
  const facts = [
    bytesInWords(size),
    formatDay(dayOf(added, opened.group.timeZone)),
    DETAILS[details],
  ].filter((fact) => fact !== '');
  const save = async () => {
    const saved = await saveCopy(record, file);
    if (saved !== null) say(`Saved as ${saved}.`);
  };
  const remove = async () => {
    const reply = await removeAttachment(record, file.id);
    if (reply.ok) sayUndoable('The attachment was removed.');
    else sayFailure(reply.error);
  };
  return (
    <li className="attachment">
      {file.isPictured ? <Thumbnail record={record} file={file} /> : <Icon name="file" />}
      <div className="attachment-words">
        <bdi>{name}</bdi>
        <span className="muted">{facts.join(' · ')}</span>
      </div>
      <IconButton label={`Save a copy of ${name}`} icon="save" onPress={() => void save()} />
      <IconButton label={`Remove ${name}`} icon="trash" onPress={() => void remove()} />
    </li>
  );
}

function Thumbnail({ record, file }: Props) {
  const [isLooking, setLooking] = useState(false);
  const { address } = usePicture(record, file.id, 'thumbnail');
  return (
    <>
      <button
        type="button"
        className="attachment-thumbnail"
        aria-label={`Look at ${file.name}`}
        onClick={() => setLooking(true)}
      >
        {address && <img src={address} alt="" />}
      </button>
      <Dialog title={file.name} isOpen={isLooking} onClose={() => setLooking(false)} size="wide">
        <Picture record={record} file={file} />
      </Dialog>
    </>
  );
}

function Picture({ record, file }: Props) {
  const { address, failure } = usePicture(record, file.id, 'picture');
  return (
    <div className="attachment-picture">
      <FailureText failure={failure} />
      {address && <img src={address} alt={file.name} />}
    </div>
  );
}

/** The files of a record: dropped or chosen, shown, saved again, taken away. */
import { useState } from 'react';
import { DropZone } from 'react-aria-components';
import { Button, IconButton } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section } from '../../components/layout.tsx';
import { Progress } from '../../components/progress.tsx';
import { useFileDrag } from '../../components/use-file-drag.ts';
import {
  type AttachmentView,
  attachDropped,
  chooseAttachment,
  dismissRefused,
  stop,
  useAttachments,
} from '../../stores/attachments.ts';
import { AttachmentLine } from './attachment-line.tsx';
import './attachments.css';

interface Props {
  record: string;
  files: readonly AttachmentView[];
}

export function Attachments({ record, files }: Props) {
  const [keepDetails, setKeepDetails] = useState(false);
  const isDragging = useFileDrag();
  return (
    <Section
      title="Attachments"
      action={
        <Button
          variant="quiet"
          icon="plus"
          onPress={() => void chooseAttachment(record, keepDetails)}
        >
          Attach a file
        </Button>
      }
    >
      <DropZone
        className={isDragging ? 'attachments is-awaited' : 'attachments'}
        aria-label="Drop files here to attach them"
        getDropOperation={() => 'copy'}
        onDrop={({ items }) => {
          const dropped = items.filter((item) => item.kind === 'file');
          void Promise.all(dropped.map((item) => item.getFile())).then((given) =>
            attachDropped(record, given, keepDetails),
          );
        }}
      >
        {files.length === 0 && <p className="muted">Nothing is attached. Drop a file here.</p>}
        {files.length > 0 && (
          <ul className="attachment-list">
            {files.map((file) => (
              <AttachmentLine key={file.id} record={record} file={file} />
            ))}
          </ul>
        )}
        <OnTheirWay record={record} />
        <Checkbox isSelected={keepDetails} onChange={setKeepDetails}>
          Keep the details in pictures (place, camera)
        </Checkbox>
        <p className="help">
          Up to 200 MB. The details are taken out of JPEG, PNG and WebP pictures; other files are
          kept as they are.
        </p>
      </DropZone>
    </Section>
  );
}

/** What is going in or out, and what was refused. */
function OnTheirWay({ record }: { record: string }) {
  const { underway, refused } = useAttachments();
  return (
    <>
      {underway
        .filter((one) => one.record === record)
        .map(({ id, name, way, progress }) => (
          <Progress
            key={id}
            label={way === 'in' ? `Attaching ${name}` : `Saving a copy of ${name}`}
            progress={progress}
            onCancel={() => stop(id)}
          />
        ))}
      {refused
        .filter((one) => one.record === record)
        .map(({ id, name, failure }) => (
          <div key={id} className="attachment-refused">
            <div>
              <bdi>{name}</bdi>
              <FailureText failure={failure} />
            </div>
            <IconButton label="Dismiss" icon="close" onPress={() => dismissRefused(id)} />
          </div>
        ))}
    </>
  );
}

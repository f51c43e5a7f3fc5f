import type { ReactNode } from 'react';
import { DropZone, Text } from 'react-aria-components';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';
import './file-drop.css';

interface Props {
  /** What is to be chosen or dropped, in a short sentence. */
  label: string;
  /** Words of the button. */
  choose: string;
  /** The name of the file that is chosen already. */
  chosen?: string | null;
  onChoose: () => void;
  onDrop: (file: File) => void;
  children?: ReactNode;
}

/** A place to drop one file on, and a button for the same. */
export function FileDrop({ label, choose, chosen = null, onChoose, onDrop, children }: Props) {
  return (
    <DropZone
      className="file-drop"
      getDropOperation={() => 'copy'}
      onDrop={(event) => {
        const item = event.items.find((dropped) => dropped.kind === 'file');
        if (item?.kind === 'file') void item.getFile().then(onDrop);
      }}
    >
      <Icon name="file" />
      <Text slot="label">
        {chosen === null ? label : <bdi className="file-chosen">{chosen}</bdi>}
      </Text>
      <Button onPress={onChoose} variant={chosen === null ? 'primary' : 'plain'} icon="open">
        {chosen === null ? choose : 'Choose another'}
      </Button>
      {children}
    </DropZone>
  );
}

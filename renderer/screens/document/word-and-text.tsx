/** The ways of a document into other programs: as a Word file, and as text by the clipboard. */
import { Button } from '../../components/button.tsx';
import { copyDocument, useDocument, writeWord } from '../../stores/document.ts';

export function WordAndText() {
  const { shown, busy } = useDocument();
  return (
    <>
      <Button
        icon="save"
        isDisabled={!shown}
        isPending={busy === 'docx'}
        onPress={() => void writeWord()}
      >
        Save for Word
      </Button>
      <Button
        icon="file"
        isDisabled={!shown}
        isPending={busy === 'copy'}
        onPress={() => void copyDocument()}
      >
        Copy text
      </Button>
    </>
  );
}

import { Button } from '../../components/button.tsx';
import type { TransferId } from '../../domain/ids.ts';
import { openDocument } from '../../stores/document.ts';

/** The papers that go with a sealed bundle: its cover, and the form that its recipient sends back. */
export function BundleSheets({ id }: { id: TransferId }) {
  return (
    <>
      <Button icon="file" onPress={() => void openDocument({ what: 'bundle', id, sheet: 'cover' })}>
        Cover sheet
      </Button>
      <Button
        icon="file"
        onPress={() => void openDocument({ what: 'bundle', id, sheet: 'acknowledgement' })}
      >
        Acknowledgement form
      </Button>
    </>
  );
}

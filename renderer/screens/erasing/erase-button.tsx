import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EraseDialog } from './erase-dialog.tsx';

/** Opens the way to erase a record for good, or all that was removed (null). */
export function EraseButton({ id }: { id: string | null }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" icon="trash" onPress={() => setAsking(true)}>
        Erase for good …
      </Button>
      {isAsking && <EraseDialog id={id} onClose={() => setAsking(false)} />}
    </>
  );
}

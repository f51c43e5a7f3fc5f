import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import type { ErasureReason } from '../../domain/erasure.ts';
import { EraseDialog } from './erase-dialog.tsx';

/** Opens the way to erase a record for good, or all that was removed (null). */
export function EraseButton({
  id,
  reason = null,
}: {
  id: string | null;
  /** Why, where that is known already. */
  reason?: ErasureReason | null;
}) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" icon="trash" onPress={() => setAsking(true)}>
        Erase for good …
      </Button>
      {isAsking && <EraseDialog id={id} known={reason} onClose={() => setAsking(false)} />}
    </>
  );
}

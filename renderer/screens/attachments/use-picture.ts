import { useEffect, useState } from 'react';
import type { Failure } from '../../domain/errors.ts';
import { pictureOf } from '../../stores/attachments.ts';

interface Shown {
  /** null while it is being made, and where there is none. */
  address: string | null;
  failure: Failure | null;
}

const NOTHING: Shown = { address: null, failure: null };

/** A picture of an attachment for as long as it is on the screen. */
export function usePicture(record: string, id: string, as: 'thumbnail' | 'picture'): Shown {
  const [shown, setShown] = useState(NOTHING);
  useEffect(() => {
    let isGone = false;
    void pictureOf(record, id, as).then((reply) => {
      if (isGone) return;
      setShown(
        reply.ok ? { address: reply.value, failure: null } : { ...NOTHING, failure: reply.error },
      );
    });
    return () => {
      isGone = true;
    };
  }, [record, id, as]);
  return shown;
}

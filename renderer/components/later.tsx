/** What may come a moment after the rest, so that the screen answers first. */
import { type ReactNode, useDeferredValue } from 'react';

/** Its children are rendered when everything else of the same step has been shown, in pieces that can be interrupted. */
export function Later({ children }: { children: ReactNode }) {
  const isDue = useDeferredValue(true, false);
  return isDue ? children : null;
}

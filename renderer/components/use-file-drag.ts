import { useEffect, useState } from 'react';

const STAYS_MS = 200;

/** Whether files are being dragged over the window, so that the places that take them can show themselves. */
export function useFileDrag(): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    let ended: ReturnType<typeof setTimeout> | undefined;
    // It comes again and again while a drag is over the window, and there is no event for its leaving.
    const over = ({ dataTransfer }: DragEvent) => {
      if (!dataTransfer?.types.includes('Files')) return;
      clearTimeout(ended);
      ended = setTimeout(() => setDragging(false), STAYS_MS);
      setDragging(true);
    };
    // While it goes down: a place that takes files lets it go no further.
    window.addEventListener('dragover', over, true);
    return () => {
      window.removeEventListener('dragover', over, true);
      clearTimeout(ended);
    };
  }, []);
  return isDragging;
}

import { useCallback, useEffect, useState } from 'react';

/** Counts whole seconds down to zero; `start` takes milliseconds and may be called again. */
export function useCountdown(): { seconds: number; start: (ms: number) => void } {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds]);
  const start = useCallback((ms: number) => setSeconds(Math.ceil(ms / 1_000)), []);
  return { seconds, start };
}

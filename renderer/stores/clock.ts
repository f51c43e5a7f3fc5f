/** The present moment for clocks on the screen, a minute old at most. */
import { useEffect } from 'react';
import { create } from 'zustand';

const MINUTE = 60_000;

const useMoment = create<{ now: number | null }>(() => ({ now: null }));

/** Milliseconds UTC by the host's clock; null until it has answered. */
export function useNow(): number | null {
  useEffect(() => {
    const ask = () =>
      void window.host.ask('clock', null).then((now) => useMoment.setState({ now }));
    ask();
    const timer = setInterval(ask, MINUTE);
    return () => clearInterval(timer);
  }, []);
  return useMoment(({ now }) => now);
}

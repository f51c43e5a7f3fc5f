/** What the keys and the menu bar do in the room that is shown: rooms lend their actions to the shell. */
import { useEffect, useRef } from 'react';
import { create } from 'zustand';

export type RoomCommand = 'new' | 'print' | 'save-pdf' | 'import';
type Actions = Partial<Record<RoomCommand, () => void>>;

const useLent = create<{ lent: readonly { current: Actions }[] }>(() => ({ lent: [] }));

/** Lends actions while a screen is shown; the screen shown last answers first. */
export function useRoomCommands(actions: Actions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    useLent.setState(({ lent }) => ({ lent: [...lent, latest] }));
    return () => useLent.setState(({ lent }) => ({ lent: lent.filter((a) => a !== latest) }));
  }, []);
}

/** Runs a command where it is lent; false when nothing here can do it. */
export function runRoomCommand(name: RoomCommand): boolean {
  const action = [...useLent.getState().lent]
    .reverse()
    .map((actions) => actions.current[name])
    .find((found) => found !== undefined);
  action?.();
  return action !== undefined;
}

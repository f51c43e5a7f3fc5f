/** Short sentences that come up in the corner and go by themselves; failures stay until dismissed. */
import { create } from 'zustand';
import { ERRORS, type Failure } from '../domain/errors.ts';

export interface Toast {
  id: number;
  text: string;
  tone: 'said' | 'failure';
  action?: { label: string; run: () => void } | undefined;
}

const STAYS_MS = 6_000;
let count = 0;

export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));

/** Says one sentence; with an action (such as Undo) beside it. */
export function say(text: string, action?: Toast['action']): void {
  const id = add({ text, tone: 'said', action });
  setTimeout(() => dismiss(id), STAYS_MS);
}

/** Shows the sentence of a failure until it is dismissed. */
export function sayFailure(failure: Failure): void {
  const text = ERRORS[failure.code];
  const shown = useToasts.getState().toasts.find((t) => t.text === text);
  if (shown) dismiss(shown.id);
  add({ text, tone: 'failure' });
}

/** Takes a toast away. */
export function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((t) => t.id !== id) }));
}

function add(toast: Omit<Toast, 'id'>): number {
  const id = (count += 1);
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-3), { ...toast, id }] }));
  return id;
}

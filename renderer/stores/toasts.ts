/** Short sentences that come up in the corner and go by themselves; failures stay until dismissed. */
import { create } from 'zustand';
import type { Failure } from '../domain/errors.ts';
import { sentenceOf } from '../domain/failure-words.ts';
import { vault } from '../vault/client.ts';

export interface Toast {
  id: number;
  text: string;
  tone: 'said' | 'failure';
  action?: { label: string; run: () => void } | undefined;
  /** It tells of a change. */
  isChange?: boolean;
}

const STAYS_MS = 6_000;
let count = 0;
let listening = false;

export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));

/** Says one sentence. */
export function say(text: string): void {
  stay({ text, tone: 'said' });
}

/**
 * Says what was changed, with its undoing (or doing again) beside it. Undo takes back the last change only, so
 * the button goes as soon as there is another, and the sentence when that one is said too.
 */
export function sayChange(text: string, action: NonNullable<Toast['action']>): void {
  if (!listening) {
    listening = true;
    vault().onChanged(() =>
      useToasts.setState(({ toasts }) => ({
        toasts: toasts.map((toast) => ({ ...toast, action: undefined })),
      })),
    );
  }
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => !toast.isChange) }));
  stay({ text, tone: 'said', action, isChange: true });
}

/** Shows the sentence of a failure until it is dismissed. */
export function sayFailure(failure: Failure): void {
  const text = sentenceOf(failure);
  const shown = useToasts.getState().toasts.find((t) => t.text === text);
  if (shown) dismiss(shown.id);
  add({ text, tone: 'failure' });
}

/** Takes a toast away. */
export function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((t) => t.id !== id) }));
}

function stay(toast: Omit<Toast, 'id'>): void {
  const id = add(toast);
  setTimeout(() => dismiss(id), STAYS_MS);
}

function add(toast: Omit<Toast, 'id'>): number {
  const id = (count += 1);
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-3), { ...toast, id }] }));
  return id;
}

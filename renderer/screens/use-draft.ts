import { useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../stores/drafts.ts';
import { sayFailure } from '../stores/toasts.ts';

interface Draft<T> {
  form: T;
  change: (part: Partial<T>) => void;
  /** Forgets it: it was saved, or thrown away on purpose. */
  drop: () => void;
}

/**
 * A form whose content survives a lock and a crash: it is sealed in the vault as it is filled in.
 * @param read the form as it was kept; null when it was kept by another version of the program. One function for good.
 * @param kept what of the form may be stored; null: nothing at all.
 */
export function useDraft<T extends object>(
  key: string,
  empty: T,
  read: (draft: string) => T | null,
  kept: (form: T) => T | null = (form) => form,
): Draft<T> {
  const [form, setForm] = useState(empty);
  const latest = useRef<T | null>(null);
  useEffect(() => {
    let isStale = false;
    void readDraft(key).then((draft) => {
      const found = draft === null ? null : read(draft);
      if (!found || isStale || latest.current) return;
      latest.current = found;
      setForm(found);
    });
    return () => {
      isStale = true;
    };
  }, [key, read]);

  const change = (part: Partial<T>) => {
    const next = { ...(latest.current ?? form), ...part };
    latest.current = next;
    setForm(next);
    const stored = kept(next);
    if (stored) keepDraft(key, JSON.stringify(stored), sayNotKept);
    else void dropDraft(key);
  };
  return { form, change, drop: () => void dropDraft(key) };
}

const sayNotKept = () => sayFailure({ code: 'draft/not-kept' });

/** Reads a draft by a schema (zod's `safeParse`); null when it does not fit. */
export function draftReader<T>(schema: {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}): (draft: string) => T | null {
  return (draft) => {
    try {
      const parsed = schema.safeParse(JSON.parse(draft));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  };
}

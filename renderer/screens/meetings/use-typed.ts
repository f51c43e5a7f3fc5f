/**
 * What was typed into the minutes, text by text, kept as a draft: so Ctrl+Z takes the last typing back after a lock too.
 * There is one such draft, of the text that was typed in last; it goes when the minutes are closed, and with an erasure.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { type MinutesId, minutesId } from '../../domain/ids.ts';
import { type RichText, richText } from '../../domain/rich-text.ts';
import { dropDraft, keepDraft, readDraft } from '../../stores/drafts.ts';
import { isVaultOpen } from '../../stores/session.ts';
import { draftReader } from '../use-draft.ts';
import { typedOn } from './typed-texts.ts';

const KEY = 'minutes/typed';
const PAUSE_MS = 1_000;

const typed = z.object({
  minutes: minutesId,
  item: z.number().int().min(0),
  texts: z.array(richText),
});
type Typed = z.infer<typeof typed>;
const readTyped = draftReader(typed);

export interface Typing {
  /** What was typed into an item before the lock, oldest first, what is there now last. */
  pastOf(item: number): readonly RichText[] | undefined;
  note(item: number, before: RichText, after: RichText): void;
}

export function useTyped(minutes: MinutesId): Typing {
  const [past, setPast] = useState<Typed | null>(null);
  const held = useRef<Typed | null>(null);
  const lastAt = useRef(0);
  useEffect(() => {
    let isStale = false;
    void readDraft(KEY).then((draft) => {
      const found = draft === null ? null : readTyped(draft);
      if (isStale || held.current || found?.minutes !== minutes) return;
      held.current = found;
      setPast(found);
    });
    return () => {
      isStale = true;
      // A lock takes the screen away as well, and keeps it.
      if (isVaultOpen()) void dropDraft(KEY);
    };
  }, [minutes]);

  const note = useCallback(
    (item: number, before: RichText, after: RichText) => {
      const earlier = held.current?.item === item ? held.current.texts : [];
      const isOneGo = performance.now() - lastAt.current < PAUSE_MS;
      lastAt.current = performance.now();
      const texts = typedOn(earlier, before, after, isOneGo);
      held.current = { minutes, item, texts };
      // The text itself is saved elsewhere: where this cannot be kept, only the undo across a lock is lost.
      keepDraft(KEY, JSON.stringify(held.current), () => {});
    },
    [minutes],
  );
  return {
    pastOf: (item) => (past?.item === item ? past.texts : undefined),
    note,
  };
}

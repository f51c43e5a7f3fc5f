/** Where the focus is in an item of the agenda, so that it goes along when the item moves. */
const PARTS = {
  title: '.agenda-head input',
  discussion: '.rich-text',
  up: '.agenda-moves button:nth-child(1)',
  down: '.agenda-moves button:nth-child(2)',
} as const;
export type Part = keyof typeof PARTS;

/** The part of an item that an element belongs to; the title for any other. */
export function partOf(target: EventTarget): Part {
  return target instanceof Element && target.closest(PARTS.discussion) ? 'discussion' : 'title';
}

/** Whether an element is the title of an item. */
export function isTitle(target: EventTarget): boolean {
  return target instanceof Element && target.matches(PARTS.title);
}

/** Puts the focus there; on the title where the part takes none. */
export function focusPart(item: Element | null | undefined, part: Part): void {
  const wanted = item?.querySelector<HTMLElement>(`${PARTS[part]}:not([disabled])`);
  (wanted ?? item?.querySelector<HTMLElement>(PARTS.title))?.focus();
}

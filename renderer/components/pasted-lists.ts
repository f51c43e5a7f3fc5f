/** Word writes a list as paragraphs that look like one: "mso-list: l0 level2", with the bullet or number as text. */

import { withContentOf } from './pasted-parts.ts';

/** The marker of a numbered item: `1.`, `a)`, `(iv)`, `2.1`. */
const NUMBERED = /^\(?([0-9]+|[a-z]{1,4})([.)]|(\.[0-9]+)+\.?)/i;

/** Word has no more levels; a file that claims more would nest without end. */
const MOST_LEVELS = 9;

interface Item {
  readonly paragraph: Element;
  /** From 1 to 9. */
  readonly level: number;
  readonly isNumbered: boolean;
}

/** Makes every run of such paragraphs a list, nested by their levels. */
export function makeLists(root: Element): void {
  let run: Item[] = [];
  const end = () => {
    const [first] = run;
    first?.paragraph.before(listOf(run));
    for (const { paragraph } of run) paragraph.remove();
    run = [];
  };
  for (const paragraph of root.querySelectorAll('[data-list^="l"]')) {
    const last = run.at(-1)?.paragraph;
    if (last && nextElement(last) !== paragraph) end();
    run.push(itemOf(paragraph));
  }
  end();
  for (const marker of root.querySelectorAll('[data-list="ignore"]')) marker.remove();
}

function itemOf(paragraph: Element): Item {
  const said = /level(\d+)/.exec(paragraph.getAttribute('data-list') ?? '')?.[1];
  const level = Math.min(MOST_LEVELS, Number(said ?? 1));
  const marker = paragraph.querySelector('[data-list="ignore"]');
  const isNumbered = NUMBERED.test(marker?.textContent.trim() ?? '') && !isBullet(marker);
  marker?.remove();
  return { paragraph, level, isNumbered };
}

/** Word's second bullet is the letter o in a typewriter's font. */
function isBullet(marker: Element | null): boolean {
  return marker?.textContent.trim() === 'o';
}

function listOf(items: readonly Item[]): DocumentFragment {
  const [first] = items;
  const made = new DocumentFragment();
  if (!first) return made;
  const { ownerDocument } = first.paragraph;
  const lists: { level: number; list: Element }[] = [];
  for (const { paragraph, level, isNumbered } of items) {
    while (lists.length > 1 && (lists.at(-1)?.level ?? 0) > level) lists.pop();
    let top = lists.at(-1);
    const tag = isNumbered ? 'OL' : 'UL';
    if (!top || top.level < level) {
      const list = ownerDocument.createElement(tag);
      (top?.list.lastElementChild ?? made).append(list);
      top = { level, list };
      lists.push(top);
    } else if (top.list.tagName !== tag) {
      // A list of the other sort begins where this one stood.
      const list = ownerDocument.createElement(tag);
      if (lists.length === 1) made.append(list);
      else top.list.after(list);
      top = { level, list };
      lists.splice(-1, 1, top);
    }
    const item = ownerDocument.createElement('li');
    item.append(withContentOf(paragraph, 'p'));
    top.list.append(item);
  }
  return made;
}

function nextElement(element: Element): Element | null {
  let next = element.nextSibling;
  while (next && next.nodeType !== 1 && (next.textContent ?? '').trim() === '')
    next = next.nextSibling;
  return next && next.nodeType === 1 ? element.nextElementSibling : null;
}

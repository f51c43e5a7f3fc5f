/** An element of another name with what is in this one, which is empty afterwards. */
export function withContentOf(element: Element, tag: string): Element {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  return made;
}

/**
 * Text becomes HTML or a script's address by this policy, or not at all: the page is served with
 * `require-trusted-types-for 'script'` and may make no policy but this one and the editor's for pasted text.
 */
interface Policies {
  createPolicy(name: string, rules: Record<string, (text: string) => string>): unknown;
}

/**
 * Allows a page or a worker the program's own workers, and emptying an element, which react-aria does by way of innerHTML.
 * Called once in each, before anything is drawn or asked. Whatever else reaches such a place throws there.
 */
export function guardSinks(): void {
  // Chromium has it; TypeScript's library does not know it yet.
  const { trustedTypes, location } = self as typeof self & { trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', {
    createHTML: (html) => (html === '' ? html : refuse()),
    createScriptURL(address) {
      const { origin, pathname } = new URL(address, location.href);
      return origin === location.origin && pathname.startsWith('/assets/') ? address : refuse();
    },
  });
}

function refuse(): never {
  throw new TypeError('wall/refused');
}

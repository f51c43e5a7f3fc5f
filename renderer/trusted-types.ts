/**
 * Text becomes HTML or a script's address by this policy, or not at all: the page is served with
 * `require-trusted-types-for 'script'` and may make no policy but this one and the editor's for pasted text.
 */
interface Policies {
  createPolicy(name: string, rules: Record<string, (text: string) => string>): unknown;
}

/**
 * Allows the page its own workers, and emptying an element, which react-aria does by way of innerHTML. Called once,
 * before anything is drawn. Whatever else reaches such a place throws there.
 */
export function guardSinks(): void {
  // Chromium has it; TypeScript's library does not know it yet.
  const { trustedTypes } = window as typeof window & { trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', {
    createHTML: (html) => (html === '' ? html : refuse()),
    createScriptURL(address) {
      const { origin, pathname } = new URL(address, window.location.href);
      return origin === window.location.origin && pathname.startsWith('/assets/')
        ? address
        : refuse();
    },
  });
}

function refuse(): never {
  throw new TypeError('wall/refused');
}

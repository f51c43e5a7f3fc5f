/** Notes what its policy refused. @type {string[]} */
const refusedByWorker = [];
self.addEventListener('securitypolicyviolation', (event) => {
  refusedByWorker.push(event.effectiveDirective);
});
Object.assign(self, { refused: refusedByWorker });
/** Lets all through, so that each of the other walls is tried by itself. @param {string} text */
const letThrough = (text) => text;
Reflect.get(self, 'trustedTypes').createPolicy('default', {
  createHTML: letThrough,
  createScript: letThrough,
  createScriptURL: letThrough,
});

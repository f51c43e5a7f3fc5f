/** Notes what its policy refused. @type {string[]} */
const refusedByWorker = [];
self.addEventListener('securitypolicyviolation', (event) => {
  refusedByWorker.push(event.effectiveDirective);
});
Object.assign(self, { refused: refusedByWorker });

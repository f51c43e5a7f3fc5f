/** Starts the worker, as the program's page does: everything measured happens there. */
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

// A worker that cannot even load says so here; what goes wrong inside, it reports itself.
worker.addEventListener('error', ({ message }) => {
  void fetch('/done', {
    method: 'POST',
    body: JSON.stringify({ error: message || 'the worker did not load' }),
  });
});

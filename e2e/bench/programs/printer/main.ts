/**
 * The host's own printer in an Electron of its own: a file of HTML becomes a finished PDF, and it says how long that took
 * in a program that is there already, in milliseconds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { app, protocol } from 'electron';
import { listAssets } from '../../../../electron/app-protocol.ts';
import { openPrinter } from '../../../../electron/print.ts';

const { BENCH_ASSETS = '', BENCH_HTML = '', BENCH_PDF = '', BENCH_DONE = '' } = process.env;

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
]);
// The printer's window is the only one, and it ends before the PDF is written.
app.on('window-all-closed', () => null);
void app.whenReady().then(async () => {
  const printer = openPrinter(listAssets(BENCH_ASSETS), { requests: 0 });
  const html = readFileSync(BENCH_HTML, 'utf8');
  const started = performance.now();
  const made = await printer.pdf('0'.repeat(32), html);
  if (made.ok) {
    writeFileSync(BENCH_PDF, made.value.bytes);
    writeFileSync(BENCH_DONE, String(performance.now() - started));
  }
  app.exit(made.ok ? 0 : 1);
});

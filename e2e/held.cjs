/**
 * Loaded before the program under test: holds its start until Playwright is attached, as Playwright's own loader does where it
 * chooses the Electron itself. Given what to start, as here (another user, a package), Playwright leaves its loader out and
 * attaches while the window loads. Then a page may commit its first navigation in the midst: `Page.getFrameTree` still tells
 * of the empty page, `Page.frameNavigated` never comes, and the launch waits for it until its time is up. A worker that begins
 * before the page is attached is not seen either.
 */
const { app } = require('electron');

// `-r` and this file are no arguments of the program; a package has them inside.
const own = process.argv.indexOf(__filename);
if (own > 0) process.argv.splice(own - 1, 2);

const ready = app.whenReady();
const attached = new Promise((resolve) => {
  // Playwright's name for what it calls once it is attached.
  Object.assign(globalThis, { __playwright_run: resolve });
});
app.whenReady = () => attached.then(() => ready);

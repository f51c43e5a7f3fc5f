/**
 * Loaded before the program under test: holds its start until Playwright is attached, as Playwright's own loader does where it
 * chooses the Electron itself. Given what to start, as here (another user, a package), Playwright leaves its loader out
 * (microsoft/playwright#21577) and attaches while the window loads. A page that commits its first navigation in the midst is
 * told of as the empty page (`Page.getFrameTree`), its `Page.frameNavigated` never comes, and the launch waits for that until
 * its time is up: 11 of 200 launches on two busy processors, and none of 397 that were held. A worker that begins before the
 * page is attached is never seen either.
 */
const { app } = require('electron');

// `-r` and this file are no arguments of the program. A package has this file inside.
const own = process.argv.indexOf('-r');
if (own > 0) process.argv.splice(own, 2);

const ready = app.whenReady();
const attached = new Promise((resolve) => {
  // Playwright's name for what it calls once it is attached.
  Object.assign(globalThis, { __playwright_run: resolve });
});
app.whenReady = () => attached.then(() => ready);

/** What `npm start` does after the set-up: builds, then opens the program. Arguments go to the program. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { startDisplay } from './display.mjs';
import { root, run, say } from './steps.mjs';

say('Building …');
run(process.execPath, ['electron/setup/build.mjs']);

const env = { ...process.env };
const args = [];
/** @type {Awaited<ReturnType<typeof startDisplay>> | undefined} */
let screen;
if (process.platform === 'linux') {
  if (process.getuid?.() === 0) {
    say(
      "Started as root: Chromium's sandbox cannot work, so it is off (--no-sandbox). For development only.",
    );
    args.push('--no-sandbox');
  }
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) {
    screen = await startDisplay();
    env.DISPLAY = screen.display;
    say(`There is no screen here, so the window opens on a virtual one, ${screen.display}.`);
    say('To see it, set DISPLAY to a screen of yours (ssh -X, or a VNC server) and start again.');
  }
}
say('Opening Muniment. Close its window, or press Ctrl+C here, to end it.');
const electron = createRequire(import.meta.url)('electron');
const program = spawn(electron, [...args, root, ...process.argv.slice(2)], {
  env,
  stdio: 'inherit',
});
process.on('SIGINT', () => void program.kill('SIGINT'));
process.on('SIGTERM', () => void program.kill('SIGTERM'));
program.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
program.on('exit', (code) => {
  screen?.stop();
  process.exitCode = code ?? 0;
});

/** The least an Electron program can show: one window with one word, from a file. */
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1200, height: 800 });
  return window.loadFile(fileURLToPath(new URL('./index.html', import.meta.url)));
});

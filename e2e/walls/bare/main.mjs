/** The control: a plain Electron program without a single wall, in which every act of acts.ts succeeds. */
import { BrowserWindow, app } from 'electron';

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    webPreferences: {
      webviewTag: true,
      allowRunningInsecureContent: true,
      experimentalFeatures: true,
      enableBlinkFeatures: 'CSSGapDecoration',
    },
  });
  return window.loadURL(process.env.FAR_URL ?? 'about:blank');
});

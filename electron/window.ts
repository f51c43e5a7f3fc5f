/** The one window. Its title never names anyone, and it opens in the colour of the theme. */
import { BrowserWindow, nativeTheme, screen, type Session } from 'electron';
import type { HostSettings } from './host-settings.ts';

/** Makes the window, hidden and where the last one was. `preload` is the absolute path of the bridge. */
export function openWindow(
  session: Session,
  preload: string,
  settings: HostSettings,
  development: boolean,
): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Muniment',
    show: false,
    minWidth: 900,
    minHeight: 600,
    ...placed(settings.now.bounds),
    backgroundColor: background(),
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      webgl: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      autoplayPolicy: 'document-user-activation-required',
      v8CacheOptions: 'none',
      devTools: development,
    },
  });
  if (settings.now.maximized) window.maximize();
  // macOS's newer ways of capture pass this; Linux has nothing like it.
  if (process.platform !== 'linux') window.setContentProtection(settings.now.contentProtection);

  window.on('page-title-updated', (event) => event.preventDefault());
  const recolour = (): void => window.setBackgroundColor(background());
  nativeTheme.on('updated', recolour);
  window.once('closed', () => nativeTheme.off('updated', recolour));
  return window;
}

/** Keeps where the window is for the next one, in this run or a later one. */
export function rememberPlace(window: BrowserWindow, settings: HostSettings): Promise<void> {
  return settings.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
}

/** The bounds of last time, unless that screen is gone. */
function placed(bounds: HostSettings['now']['bounds']): {
  width: number;
  height: number;
  x?: number;
  y?: number;
} {
  if (bounds) {
    const area = screen.getDisplayMatching(bounds).workArea;
    const inside =
      bounds.x < area.x + area.width - 100 &&
      bounds.x + bounds.width > area.x + 100 &&
      bounds.y >= area.y - 10 &&
      bounds.y < area.y + area.height - 100;
    if (inside) return bounds;
  }
  return { width: 1280, height: 820 };
}

/** The page's own background in each theme, so that nothing flashes before it has drawn. */
function background(): string {
  return nativeTheme.shouldUseDarkColors ? '#161a18' : '#fdfcfa';
}

/** No page goes anywhere: no navigation, no redirect, no new window, no webview. Documents may be previewed in a frame. */
import type { App } from 'electron';
import { isJobUrl } from './app-protocol.ts';

/** Holds for every web contents that will ever be made in this program. */
export function raiseNavigationWalls(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame || !isJobUrl(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault();
      choose('');
    });
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** The walls around a session: no permission, no device, no proxy, no download, no request that is not the program's own. */
import type { Session } from 'electron';
import { ORIGIN } from './app-protocol.ts';

/** Counts what was refused, to show to the person and to the tests. */
export interface Refusals {
  requests: number;
}

/**
 * Raises the walls; call once for each session, before a window uses it. DevTools' own pages load in development only.
 */
export function raiseSessionWalls(
  session: Session,
  refusals: Refusals,
  development: boolean,
): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });

  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  void session.setProxy({ mode: 'direct' });

  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const own = url.startsWith(`${ORIGIN}/`) || (development && url.startsWith('devtools://'));
    if (!own) refusals.requests += 1;
    answer({ cancel: !own });
  });
}

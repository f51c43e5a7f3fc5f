/**
 * What a page or a worker might try and in Muniment never may. Each act runs in the page as it stands here, alone: it
 * may use its argument and nothing else of this file. It answers whether it succeeded, or nothing where only the
 * outside can tell. Acts wait a moment first: what runs within a test's own call is exempt from the page's policy.
 */
export interface Outside {
  readonly http: string;
  readonly ws: string;
  readonly tcpPort: number;
  readonly udpPort: number;
}

export interface Act {
  readonly name: string;
  readonly act: (outside: Outside) => unknown;
  /** The word under which the far server would see it; where given, that and nothing else is success. */
  readonly arrives?: string;
  /** The directive of the policy that has to report it. */
  readonly directive?: string;
}

/** Acts that worker and page try alike. */
export const actsOfBoth: readonly Act[] = [
  {
    name: 'fetch',
    arrives: 'fetch',
    directive: 'connect-src',
    act: ({ http }) => fetch(`${http}/fetch`).catch(() => null),
  },
  {
    name: 'an XMLHttpRequest',
    arrives: 'xhr',
    directive: 'connect-src',
    act({ http }) {
      const request = new XMLHttpRequest();
      request.open('GET', `${http}/xhr`);
      request.send();
    },
  },
  {
    name: 'a WebSocket',
    arrives: 'socket',
    directive: 'connect-src',
    act({ ws }) {
      try {
        const socket = new WebSocket(`${ws}/socket`);
        socket.addEventListener('error', () => undefined);
      } catch {
        // Refused at once.
      }
    },
  },
  {
    name: 'an EventSource',
    arrives: 'events',
    directive: 'connect-src',
    act({ http }) {
      const source = new EventSource(`${http}/events`);
      source.addEventListener('error', () => source.close());
    },
  },
  {
    name: 'eval',
    directive: 'script-src',
    async act() {
      await new Promise((resolve) => setTimeout(resolve, 20));
      try {
        return (0, eval)('6 * 7') === 42;
      } catch {
        return false;
      }
    },
  },
  {
    name: 'new Function',
    directive: 'script-src',
    async act() {
      await new Promise((resolve) => setTimeout(resolve, 20));
      try {
        const make: FunctionConstructor = Object.getPrototypeOf(() => 0).constructor;
        return make('return 42')() === 42;
      } catch {
        return false;
      }
    },
  },
  {
    name: 'importing a script from outside',
    arrives: 'script-import',
    directive: 'script-src-elem',
    async act({ http }) {
      const from = `${http}/script-import`;
      await import(/* @vite-ignore */ from).catch(() => null);
    },
  },
  {
    name: 'importing a script from data',
    directive: 'script-src-elem',
    async act() {
      const from = 'data:text/javascript,export default 42';
      return import(/* @vite-ignore */ from).then(
        () => true,
        () => false,
      );
    },
  },
  {
    name: 'asking for the place where it is',
    async act() {
      const { state } = await navigator.permissions.query({ name: 'geolocation' });
      return state === 'granted';
    },
  },
  {
    name: 'asking to notify',
    act: () => Notification.permission === 'granted',
  },
];

/** Acts that only a page can try. */
export const actsOfPage: readonly Act[] = [
  {
    name: 'a beacon',
    arrives: 'beacon',
    directive: 'connect-src',
    act: ({ http }) => void navigator.sendBeacon(`${http}/beacon`, 'x'),
  },
  {
    name: 'a picture from outside',
    arrives: 'picture',
    directive: 'img-src',
    act({ http }) {
      new Image().src = `${http}/picture`;
    },
  },
  {
    name: 'a style sheet from outside',
    arrives: 'style',
    directive: 'style-src-elem',
    act({ http }) {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `${http}/style`;
      document.head.append(link);
    },
  },
  {
    name: 'a frame from outside',
    arrives: 'frame',
    directive: 'frame-src',
    act({ http }) {
      const frame = document.createElement('iframe');
      frame.src = `${http}/frame`;
      document.body.append(frame);
    },
  },
  {
    name: 'a webview',
    arrives: 'webview',
    act({ http }) {
      const view = document.createElement('webview');
      view.setAttribute('src', `${http}/webview`);
      document.body.append(view);
    },
  },
  {
    name: 'a form sent outside',
    arrives: 'form',
    directive: 'form-action',
    act({ http }) {
      const form = document.createElement('form');
      const frame = document.createElement('iframe');
      frame.name = 'answer';
      form.target = 'answer';
      form.action = `${http}/form`;
      document.body.append(frame, form);
      form.submit();
    },
  },
  {
    name: 'a script from outside',
    arrives: 'script-element',
    directive: 'script-src-elem',
    act({ http }) {
      const script = document.createElement('script');
      script.src = `${http}/script-element`;
      document.head.append(script);
    },
  },
  {
    name: 'an inline script',
    directive: 'script-src-elem',
    async act() {
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline";';
      document.head.append(script);
      return document.title === 'inline';
    },
  },
  {
    name: 'an inline event handler',
    directive: 'script-src-attr',
    async act() {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'this.title = "ran"');
      document.body.append(button);
      button.click();
      return button.title === 'ran';
    },
  },
  {
    name: 'an inline style',
    directive: 'style-src-attr',
    act() {
      const box = document.createElement('div');
      box.setAttribute('style', 'width: 77px');
      document.body.append(box);
      return getComputedStyle(box).width === '77px';
    },
  },
  {
    name: 'a worker from a blob',
    directive: 'worker-src',
    async act() {
      const source = new Blob(['postMessage(42)'], { type: 'text/javascript' });
      try {
        const worker = new Worker(URL.createObjectURL(source));
        return await new Promise((resolve) => {
          worker.addEventListener('message', () => resolve(true));
          worker.addEventListener('error', () => resolve(false));
        });
      } catch {
        return false;
      }
    },
  },
  {
    name: 'a connection made ahead',
    arrives: 'tcp',
    act({ tcpPort }) {
      for (const rel of ['preconnect', 'prefetch', 'dns-prefetch']) {
        const link = document.createElement('link');
        link.rel = rel;
        link.href = `http://127.0.0.1:${tcpPort}/`;
        document.head.append(link);
      }
    },
  },
  {
    name: 'WebRTC, which no policy covers',
    arrives: 'udp',
    async act({ udpPort }) {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  {
    name: 'opening a window',
    act: ({ http }) => window.open(`${http}/window`) !== null,
  },
  {
    name: 'opening an empty window',
    act: () => window.open('about:blank') !== null,
  },
  {
    name: 'a camera',
    async act() {
      const { state } = await navigator.permissions.query({ name: 'camera' });
      return state === 'granted';
    },
  },
  {
    name: 'asking for permission to notify',
    act: async () => (await Notification.requestPermission()) === 'granted',
  },
  {
    name: 'reading the clipboard by itself',
    async act() {
      window.focus();
      const { state } = await navigator.permissions.query({
        // TypeScript's list of names is shorter than Chromium's.
        name: 'clipboard-read' as PermissionName,
      });
      return state === 'granted';
    },
  },
];

/** The outside world, on loopback: a web server and a STUN port that remember who came. It also serves the bare page. */
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface Far {
  /** Addresses for the acts: http://127.0.0.1:port, the same for ws, and bare ports for TCP and UDP. */
  readonly http: string;
  readonly ws: string;
  readonly tcpPort: number;
  readonly udpPort: number;
  /** Whether anything came with this word in its path; for `tcp` and `udp`, whether anything came at all. */
  saw(word: string): boolean;
  forget(): void;
  close(): void;
}

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

export async function openFar(): Promise<Far> {
  const seen = new Set<string>();
  const note = (url: string): void => {
    for (const word of url.split(/[/?]/)) seen.add(word);
  };
  const web = createServer((request, response) => {
    const path = request.url ?? '/';
    note(path);
    const file = path === '/' ? 'index.html' : path.slice(1);
    if (/^(?:index\.html|page\.js|worker\.js)$/.test(file)) {
      response.setHeader('Content-Type', types[file.split('.')[1] ?? ''] ?? 'text/plain');
      response.end(readFileSync(fileURLToPath(new URL(`page/${file}`, import.meta.url))));
      return;
    }
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', path.includes('script') ? 'text/javascript' : 'text/html');
    response.end(path.includes('script') ? 'globalThis.farScript = true;' : '<p>far</p>');
  });
  web.on('upgrade', (request, socket) => {
    note(request.url ?? '');
    socket.destroy();
  });
  const tcp = createTcpServer((socket) => {
    seen.add('tcp');
    socket.destroy();
  });
  const udp = createSocket('udp4', () => seen.add('udp'));
  await Promise.all([
    new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve)),
    new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve)),
    new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve)),
  ]);
  const at = portOf(web.address());
  return {
    http: `http://127.0.0.1:${at}`,
    ws: `ws://127.0.0.1:${at}`,
    tcpPort: portOf(tcp.address()),
    udpPort: udp.address().port,
    saw: (word) => seen.has(word),
    forget: () => seen.clear(),
    close() {
      web.closeAllConnections();
      web.close();
      tcp.close();
      udp.close();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

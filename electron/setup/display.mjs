import { spawn } from 'node:child_process';

/**
 * Starts a virtual screen (Xvfb) and resolves when it takes connections.
 * @param {{ open?: boolean }} [options] open: programs of other users of this machine may draw on it (the tests run
 *   the program under an id of its own)
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export function startDisplay({ open = false } = {}) {
  const size = ['-screen', '0', '1600x1200x24'];
  const access = open ? ['-ac'] : [];
  const server = spawn('Xvfb', ['-displayfd', '3', ...size, '-nolisten', 'tcp', ...access], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => {
    process.off('exit', stop);
    server.kill();
  };
  process.once('exit', stop);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    let said = '';
    server.stdio[3]?.on('data', (bytes) => {
      said += bytes;
      if (said.endsWith('\n')) resolve({ display: `:${said.trim()}`, stop });
    });
  });
}

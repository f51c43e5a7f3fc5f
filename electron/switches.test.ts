import { describe, expect, it } from 'vitest';
import { forbiddenSwitch } from './switches.ts';

describe('a released program refuses to start with', () => {
  it.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--remote-debugging-pipe', 'remote-debugging-pipe'],
    ['-remote-debugging-port=0', 'remote-debugging-port'],
    ['--inspect', 'inspect'],
    ['--inspect-brk=0', 'inspect-brk'],
    ['--log-net-log=/tmp/x', 'log-net-log'],
    ['--enable-logging=stderr', 'enable-logging'],
    ['--no-sandbox', 'no-sandbox'],
    ['--disable-gpu-sandbox', 'disable-gpu-sandbox'],
    ['--renderer-cmd-prefix=strace', 'renderer-cmd-prefix'],
    ['--js-flags=--expose-gc', 'js-flags'],
    ['--No-Sandbox', 'no-sandbox'],
  ])('%s', (arg, name) => {
    expect(forbiddenSwitch(['file.age', arg], {}, 'linux')).toBe(name);
  });

  it('a switch in the form that Windows knows', () => {
    expect(forbiddenSwitch(['/No-Sandbox'], {}, 'win32')).toBe('no-sandbox');
    expect(forbiddenSwitch(['/no-sandbox'], {}, 'linux')).toBeNull();
  });

  it('a variable that turns logging on', () => {
    expect(forbiddenSwitch([], { ELECTRON_ENABLE_LOGGING: '' }, 'linux')).toBe(
      'ELECTRON_ENABLE_LOGGING',
    );
  });
});

describe('a released program starts with', () => {
  it.each([
    ['a file', 'inspect.age'],
    ['a folder of its own', '--user-data-dir=/media/stick'],
    ['a window system', '--ozone-platform=wayland'],
    ['a larger picture', '--force-device-scale-factor=2'],
  ])('%s', (_what, arg) => {
    expect(forbiddenSwitch([arg], { HOME: '/home/x' }, 'linux')).toBeNull();
  });
});

/**
 * A printer to print on: CUPS with Debian's PDF printer, in a scheduler of the test's own, apart from the machine's. What
 * was printed is read back from where that printer leaves it, and kept in e2e/out/printed/.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { outPath, type Muniment } from './launch.ts';
import { stage } from './stage.ts';

export interface PrintQueue {
  /** For the program that is to print here. */
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

/** A page as dots: `at` answers red, green and blue, 0 to 255. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): readonly [number, number, number];
}

const NAME = 'PDF';
const MODEL = 'lsb/usr/cups-pdf/CUPS-PDF_opt.ppd';
/** Where the PDF printer leaves what somebody printed whom the machine does not know. */
const PRINTED = '/var/spool/cups-pdf/ANONYMOUS';
/** The program may not write to /root, and its own user has no home. */
const STRANGER = `muniment-${process.pid}`;
const DPI = 75;

/** Why there can be no printer here; null: there can. */
export function whyNoPrinter(): string | null {
  if (process.platform !== 'linux') return 'Only on Linux is there a printer to test with.';
  if (process.getuid?.() !== 0) return 'Only root may start a printer to test with.';
  return existsSync('/usr/sbin/cupsd') && existsSync(PRINTED)
    ? null
    : 'There is no CUPS with its PDF printer here.';
}

/** Starts the scheduler and gives it its printer. */
export async function openPrintQueue(): Promise<PrintQueue> {
  const root = mkdtempSync(join(stage().root, 'cups-'));
  chmodSync(root, 0o755);
  const folder = (name: string, mode = 0o755): string => {
    mkdirSync(join(root, name));
    chmodSync(join(root, name), mode);
    return join(root, name);
  };
  const socket = join(root, 'cups.sock');
  writeFileSync(
    join(root, 'cupsd.conf'),
    [
      `Listen ${socket}`,
      'LogLevel warn',
      'Browsing No',
      'WebInterface No',
      'DefaultAuthType None',
      'PreserveJobHistory No',
      '<Location />\nOrder allow,deny\nAllow all\n</Location>',
      '<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n',
    ].join('\n'),
  );
  writeFileSync(
    join(root, 'cups-files.conf'),
    [
      `ServerRoot ${folder('server')}`,
      `RequestRoot ${folder('spool')}`,
      `CacheDir ${folder('cache')}`,
      `StateDir ${folder('state')}`,
      // The filters run under an id of their own.
      `TempDir ${folder('tmp', 0o1777)}`,
      ...['Error', 'Access', 'Page'].map((log) => `${log}Log ${join(root, log)}`),
      '',
    ].join('\n'),
  );
  const files = ['-c', join(root, 'cupsd.conf'), '-s', join(root, 'cups-files.conf')];
  const scheduler: ChildProcess = spawn('/usr/sbin/cupsd', ['-f', ...files], { stdio: 'ignore' });
  const env = { CUPS_SERVER: socket, CUPS_USER: STRANGER };
  await expect.poll(() => existsSync(socket)).toBe(true);
  const added = ['-p', NAME, '-E', '-v', 'cups-pdf:/', '-m', MODEL];
  execFileSync('/usr/sbin/lpadmin', added, { env: { ...process.env, ...env }, stdio: 'ignore' });
  return { env, stop: () => void scheduler.kill() };
}

/** From now on the program's prints go past the system's dialog to a printer. */
export async function answerPrintDialog({ app }: Muniment, deviceName = NAME): Promise<void> {
  await app.evaluate(({ app: main }, name) => {
    main.removeAllListeners('web-contents-created');
    main.on('web-contents-created', (_event, contents) => {
      const print = contents.print.bind(contents);
      contents.print = (options, done) =>
        print({ ...options, silent: true, deviceName: name }, done);
    });
  }, deviceName);
}

/**
 * Prints what the program shows, and answers the printed pages as pictures.
 * @param press does what a person does to print, and waits until the program says that it was sent
 * @param name what its file in e2e/out/printed/ is called, without ending
 */
export async function printThroughCups(
  program: Muniment,
  press: () => Promise<void>,
  name: string,
): Promise<readonly Picture[]> {
  await answerPrintDialog(program);
  const before = new Set(readdirSync(PRINTED));
  await press();
  const fresh = () =>
    readdirSync(PRINTED)
      .filter((file) => !before.has(file))
      .map((file) => join(PRINTED, file));
  // It writes as it goes: whole is what can be read, and has more than its frame.
  const isWhole = (path: string) =>
    statSync(path).size > 4_096 && spawnSync('pdfinfo', [path]).status === 0;
  await expect.poll(() => fresh().filter(isWhole).length, { timeout: 20_000 }).toBe(1);
  const [printed = ''] = fresh();
  const kept = outPath(`printed/${name}.pdf`);
  copyFileSync(printed, kept);
  rmSync(printed);
  return picturesOf(kept);
}

/** The pages of a PDF as pictures, which are also put beside it as PNG. */
function picturesOf(path: string): readonly Picture[] {
  const stem = path.replace(/\.pdf$/, '');
  const stdio = 'ignore';
  execFileSync('pdftoppm', ['-r', `${DPI}`, '-png', path, stem], { stdio });
  const raw = execFileSync('pdftoppm', ['-r', `${DPI}`, path], {
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pictures: Picture[] = [];
  let at = 0;
  while (at < raw.length) {
    const [head = '', width, height] =
      /^P6\n(\d+) (\d+)\n255\n/.exec(raw.toString('latin1', at, at + 40)) ?? [];
    if (head === '') throw new Error('pdftoppm wrote something else');
    const start = at + head.length;
    const size = { width: Number(width), height: Number(height) };
    pictures.push({
      ...size,
      at(x, y) {
        const dot = start + 3 * (y * size.width + x);
        return [raw[dot] ?? 0, raw[dot + 1] ?? 0, raw[dot + 2] ?? 0];
      },
    });
    at = start + 3 * size.width * size.height;
  }
  return pictures;
}

/** The dots of a page between two heights, in millimetres from its upper edge. */
export function strip(picture: Picture, from: number, to: number): (readonly number[])[] {
  const row = (mm: number): number => Math.round((mm / 25.4) * DPI);
  const dots: (readonly number[])[] = [];
  for (let y = row(from); y < Math.min(row(to), picture.height); y += 1)
    for (let x = 0; x < picture.width; x += 1) dots.push(picture.at(x, y));
  return dots;
}

/** How many dots of a strip are red; how many are darker than half. */
export function inkOf(dots: readonly (readonly number[])[]): { red: number; dark: number } {
  const [red, dark] = [
    dots.filter(([r = 0, g = 0, b = 0]) => r > g + 60 && r > b + 60).length,
    dots.filter(([r = 0, g = 0, b = 0]) => 0.3 * r + 0.59 * g + 0.11 * b < 128).length,
  ];
  return { red, dark };
}

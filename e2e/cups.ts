/**
 * Printers to print on, in a CUPS scheduler of the test's own, apart from the machine's: Debian's PDF printer, whose pages
 * have gone through all filters that paper goes through, or plain ones, for what they are sent.
 */
import { execFile, spawn, spawnSync } from 'node:child_process';
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
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { outPath, type Muniment } from './launch.ts';
import { type Picture, keepPictures, picturesOf } from './paper.ts';
import { stage } from './stage.ts';

export interface Scheduler {
  /** For the program that is to print here. */
  readonly env: Readonly<Record<string, string>>;
  /** A printer that takes all as it comes and puts it nowhere, unless another device and model are named. */
  addPrinter(name: string, device?: string, model?: string): Promise<void>;
  /** The file that a printer was sent, once it has printed it. */
  sentTo(printer: string): Promise<string>;
  stop(): void;
}

const run = promisify(execFile);
const NAME = 'PDF';
const MODEL = 'lsb/usr/cups-pdf/CUPS-PDF_opt.ppd';
/** Where the PDF printer leaves what somebody printed whom the machine does not know. */
const PRINTED = '/var/spool/cups-pdf/ANONYMOUS';
/** The program may not write to /root, and its own user has no home. */
const STRANGER = `muniment-${process.pid}`;

/** Why there can be no printer here; null: there can. */
export function whyNoPrinter(): string | null {
  if (process.platform !== 'linux') return 'Only on Linux is there a printer to test with.';
  if (process.getuid?.() !== 0) return 'Only root may start a printer to test with.';
  return existsSync('/usr/sbin/cupsd') ? null : 'There is no CUPS here.';
}

/** The same of Debian's PDF printer. */
export function whyNoPdfPrinter(): string | null {
  return whyNoPrinter() ?? (existsSync(PRINTED) ? null : 'There is no PDF printer of CUPS here.');
}

/** A scheduler with the PDF printer. */
export async function openPdfPrinter(): Promise<Scheduler> {
  const scheduler = await openScheduler();
  await scheduler.addPrinter(NAME, 'cups-pdf:/', MODEL);
  return scheduler;
}

/** Starts a scheduler without a printer. */
export async function openScheduler(): Promise<Scheduler> {
  const root = mkdtempSync(join(stage().root, 'cups-'));
  chmodSync(root, 0o755);
  const folder = (name: string, mode = 0o755): string => {
    mkdirSync(join(root, name));
    chmodSync(join(root, name), mode);
    return join(root, name);
  };
  const socket = join(root, 'cups.sock');
  const spool = folder('spool');
  writeFileSync(
    join(root, 'cupsd.conf'),
    [
      `Listen ${socket}`,
      'LogLevel warn',
      'Browsing No',
      'WebInterface No',
      'DefaultAuthType None',
      'PreserveJobFiles Yes',
      '<Location />\nOrder allow,deny\nAllow all\n</Location>',
      '<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n',
    ].join('\n'),
  );
  writeFileSync(
    join(root, 'cups-files.conf'),
    [
      `ServerRoot ${folder('server')}`,
      `RequestRoot ${spool}`,
      `CacheDir ${folder('cache')}`,
      `StateDir ${folder('state')}`,
      // The filters run under an id of their own.
      `TempDir ${folder('tmp', 0o1777)}`,
      ...['Error', 'Access', 'Page'].map((log) => `${log}Log ${join(root, log)}`),
      '',
    ].join('\n'),
  );
  const files = ['-c', join(root, 'cupsd.conf'), '-s', join(root, 'cups-files.conf')];
  const scheduler = spawn('/usr/sbin/cupsd', ['-f', ...files], { stdio: 'ignore' });
  const env = { CUPS_SERVER: socket, CUPS_USER: STRANGER };
  await expect.poll(() => existsSync(socket)).toBe(true);
  const asked = { env: { ...process.env, ...env } };
  return {
    env,
    async addPrinter(name, device = 'file:///dev/null', model = 'raw') {
      await run('/usr/sbin/lpadmin', ['-p', name, '-E', '-v', device, '-m', model], asked);
    },
    async sentTo(printer) {
      const words = ['-W', 'completed', '-o', printer];
      const jobOf = async () => {
        const { stdout } = await run('lpstat', words, asked);
        return /^\S+-(\d+) /.exec(stdout)?.[1];
      };
      await expect.poll(jobOf, { timeout: 20_000 }).toBeDefined();
      return join(spool, `d${((await jobOf()) ?? '').padStart(5, '0')}-001`);
    },
    stop: () => void scheduler.kill(),
  };
}

/**
 * From now on the program's prints go past the system's dialog to a printer.
 * @param printer its name; empty: whatever printer the system has; null: each document's is called as its job
 */
export async function answerPrintDialog({ app }: Muniment, printer: string | null): Promise<void> {
  await app.evaluate(({ app: main }, name) => {
    main.on('web-contents-created', (_event, contents) => {
      const print = contents.print.bind(contents);
      contents.print = (options = {}, done) => {
        const deviceName = name ?? contents.getURL().split('/').at(-1) ?? '';
        // The last answer wraps those before, and is the one that counts.
        print(options.silent ? options : { ...options, silent: true, deviceName }, done);
      };
    });
  }, printer);
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
  await answerPrintDialog(program, NAME);
  const since = Date.now();
  await press();
  const fresh = () =>
    readdirSync(PRINTED)
      .map((file) => join(PRINTED, file))
      .filter((path) => statSync(path).mtimeMs >= since);
  // It writes as it goes: whole is what can be read, and has more than its frame.
  const isWhole = (path: string) =>
    statSync(path).size > 4_096 && spawnSync('pdfinfo', [path]).status === 0;
  await expect.poll(() => fresh().filter(isWhole).length, { timeout: 20_000 }).toBe(1);
  const [printed = ''] = fresh();
  const kept = outPath(`printed/${name}.pdf`);
  copyFileSync(printed, kept);
  rmSync(printed);
  const pictures = await picturesOf(kept);
  keepPictures(pictures, kept.replace(/\.pdf$/, ''));
  return pictures;
}

/** How long 200 pages of minutes take to become a PDF: by the host's printer, and by Debian's weasyprint. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, runnerImport } from 'vite';
import { root } from '../../electron/setup/steps.mjs';
import { electron, switches } from './measure.mjs';
import { OURS } from './topics.mjs';

const printer = fileURLToPath(new URL('./programs/printer/', import.meta.url));
const assets = join(root, 'dist/renderer');
const theirPrinter = fileURLToPath(new URL('./programs/their-printer.py', import.meta.url));
/** Debian's, which is the one that has weasyprint. */
const python = '/usr/bin/python3';
const LIMIT_MS = 10 * 60_000;
/** What the host writes at the foot of each page of ours, weasyprint writes itself. */
const FOLIOS =
  "<style>@page { @bottom-right { vertical-align: top; font: 8pt 'Noto Sans'; color: #575d63; content: 'Page ' counter(page) ' of ' counter(pages) } }</style>";

/**
 * Makes the program that prints, and the same document for both: HTML with its style sheets beside it. Wants the built
 * program. @param {string} folder
 */
export async function prepareDocument(folder) {
  await build({
    configFile: false,
    root: printer,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      target: 'node20',
      outDir: join(folder, 'printer'),
      ssr: join(printer, 'main.ts'),
      rolldownOptions: {
        external: ['electron'],
        output: { entryFileNames: 'main.mjs', codeSplitting: false },
      },
    },
  });
  const about = { name: 'printer', version: '0.0.0', type: 'module', main: 'main.mjs' };
  writeFileSync(join(folder, 'printer/package.json'), JSON.stringify(about));

  const { module } = await runnerImport(join(printer, 'long-minutes.ts'), {
    configFile: false,
    root,
    logLevel: 'error',
  });
  /** @type {string} */
  const html = module.longMinutes();
  writeFileSync(join(folder, 'ours.html'), html);
  mkdirSync(join(folder, 'fonts'), { recursive: true });
  const theirs = html.replace('</head>', `${FOLIOS}</head>`).replaceAll('href="/', 'href="');
  writeFileSync(join(folder, 'theirs.html'), theirs);
  for (const name of ['print.css', 'a4.css', 'fonts'])
    cpSync(join(assets, name), join(folder, name), { recursive: true });
  // The faces that the host picks out for this document, for both.
  const faces = module.facesOf(join(assets, 'fonts.css'), html);
  writeFileSync(join(folder, 'fonts.css'), faces.replaceAll('url(/', 'url('));
}

/**
 * From the HTML to the PDF written, in a program that runs already; the PDF is counted on afterwards. Throws where it is not
 * installed or broke.
 * @param {string} side ours, `weasyprint`, or `weasyprint-untagged` @param {string} folder the prepared one
 * @param {string} profile a folder for Electron @param {string | undefined} display
 */
export function measureDocument(side, folder, profile, display) {
  const pdf = join(folder, `${side}.pdf`);
  const done = join(folder, 'done');
  for (const file of [pdf, done]) rmSync(file, { force: true });
  const ours = side === OURS;
  if (!ours && !existsSync('/usr/bin/weasyprint'))
    throw new Error('the program is not installed (apt: weasyprint)');
  const [program, ...words] = ours
    ? [electron, ...switches, join(folder, 'printer'), `--user-data-dir=${profile}`]
    : [
        python,
        theirPrinter,
        join(folder, 'theirs.html'),
        pdf,
        side === 'weasyprint' ? 'pdf/ua-1' : '',
      ];
  const env = {
    ...process.env,
    BENCH_ASSETS: assets,
    BENCH_HTML: join(folder, 'ours.html'),
    BENCH_PDF: pdf,
    BENCH_DONE: done,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    ...(display === undefined ? {} : { DISPLAY: display }),
  };
  const { status, stdout, stderr } = spawnSync(program, words, {
    env,
    encoding: 'utf8',
    timeout: LIMIT_MS,
  });
  const pages = existsSync(pdf) ? readFileSync(pdf, 'latin1').match(/\/Type \/Page\b/g)?.length : 0;
  if (status !== 0 || !pages) throw new Error(`no PDF came of it.\n${stderr}`);
  if (pages < 200) throw new Error(`its PDF has ${pages} pages only.`);
  return { '200 pages with banner': Number(ours ? readFileSync(done, 'utf8') : stdout) };
}

/** How long 200 pages of minutes take to become a PDF: by the host's printer, and by Debian's weasyprint. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, runnerImport } from 'vite';
import { root } from '../../electron/setup/steps.mjs';
import { electron, switches } from './measure.mjs';

const printer = fileURLToPath(new URL('./programs/printer/', import.meta.url));
const assets = join(root, 'dist/renderer');
const LIMIT_MS = 10 * 60_000;
/** weasyprint loads each face that is declared, Chromium those that the text needs: it gets the ones it needs, too. */
const NEEDED = /@font-face \{[^}]*noto-sans-(?:latin|latin-ext)-[47]00-normal[^}]*\}/g;

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
  writeFileSync(join(folder, 'theirs.html'), html.replaceAll('href="/', 'href="'));
  cpSync(join(assets, 'print.css'), join(folder, 'print.css'));
  cpSync(join(assets, 'fonts'), join(folder, 'fonts'), { recursive: true });
  const faces = readFileSync(join(assets, 'fonts.css'), 'utf8').match(NEEDED) ?? [];
  writeFileSync(join(folder, 'fonts.css'), faces.join('\n').replaceAll('url(/', 'url('));
}

/**
 * From the start of the program to its end, the PDF written. Throws where it is not installed or broke.
 * @param {'muniment' | 'weasyprint'} side @param {string} folder the prepared one
 * @param {string} profile a folder for Electron @param {string | undefined} display
 */
export function measureDocument(side, folder, profile, display) {
  const pdf = join(folder, `${side}.pdf`);
  const ours = side === 'muniment';
  const program = ours ? electron : 'weasyprint';
  const words = ours
    ? [...switches, join(folder, 'printer'), `--user-data-dir=${profile}`]
    : ['--quiet', join(folder, 'theirs.html'), pdf];
  const env = {
    ...process.env,
    BENCH_ASSETS: assets,
    BENCH_HTML: join(folder, 'ours.html'),
    BENCH_PDF: pdf,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    ...(display === undefined ? {} : { DISPLAY: display }),
  };
  const from = performance.now();
  const { error, status, stderr } = spawnSync(program, words, {
    env,
    encoding: 'utf8',
    timeout: LIMIT_MS,
  });
  const ms = performance.now() - from;
  if (error && !ours) throw new Error('the program is not installed (apt: weasyprint)');
  if (status !== 0 || statSync(pdf).size === 0) throw new Error(`no PDF came of it.\n${stderr}`);
  return { '200 pages with banner': ms };
}

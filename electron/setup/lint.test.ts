/** What the host may not use is refused by the linter: each is tried in a file of its own, with a control. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const tries: Readonly<Record<string, string>> = {
  'opening an address elsewhere': `import { shell } from 'electron';\nvoid shell.openExternal('x:');`,
  'reporting a crash': `import { crashReporter } from 'electron';\ncrashReporter.start({});`,
  'a keeper of secrets that may be none': `import { safeStorage } from 'electron';\nvoid safeStorage;`,
  'looking for an update': `import { autoUpdater } from 'electron';\nautoUpdater.checkForUpdates();`,
  'a notification': `import { Notification } from 'electron';\nvoid Notification;`,
  'all of Electron at once': `import electron from 'electron';\nvoid electron.shell;`,
  'a request': `void fetch('http://192.0.2.1/');`,
  'a connection': `import { connect } from 'node:net';\nconnect(80);`,
  'another program': `import { spawn } from 'node:child_process';\nspawn('x');`,
  'a recent document': `import { app } from 'electron';\napp.addRecentDocument('x');`,
};
const control = `import { app } from 'electron';\nvoid app.whenReady();`;

it('the host opens nothing outside, sends nothing and starts nothing: the linter refuses it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-lint-'));
  try {
    mkdirSync(join(folder, 'electron'));
    // The linter's types part is looked for where the files are.
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
    const all = { control, ...tries };
    const named = Object.keys(all).map((what, at) => [`electron/try-${at}.ts`, what] as const);
    for (const [name, what] of named) {
      // Every name is a key of the record it came from.
      writeFileSync(join(folder, name), `${all[what as keyof typeof all]}\n`);
    }
    const lint = join(process.cwd(), 'node_modules/oxlint/bin/oxlint');
    const rules = join(process.cwd(), 'electron/setup/oxlint.json');
    const words = [lint, '-c', rules, '--format=json', '--disable-nested-config', 'electron'];
    const { stdout } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
    const found: { diagnostics: { code: string; filename: string }[] } = JSON.parse(stdout);
    const refused = new Set(
      found.diagnostics
        .filter(({ code }) => code.includes('no-restricted-'))
        .map(({ filename }) => filename.replaceAll('\\', '/')),
    );
    const passed = named.filter(([name]) => !refused.has(name)).map(([, what]) => what);
    expect(passed).toEqual(['control']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

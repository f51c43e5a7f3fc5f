import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import layers from './layers.mjs';

/** One forbidden import for each wall: [rule, importing file, what it imports]. */
const forbidden: [rule: string, from: string, to: string][] = [
  ['host-imports-constants-only', 'electron/main.ts', 'renderer/domain/person.ts'],
  ['contract-is-the-only-door', 'renderer/stores/people.ts', 'electron/files.ts'],
  ['contract-by-stores-only', 'renderer/vault/state.ts', 'electron/contract.ts'],
  ['domain-is-pure', 'renderer/domain/person.ts', 'react'],
  ['domain-is-pure', 'renderer/domain/person.ts', 'node:fs'],
  ['documents-imports-domain-only', 'renderer/documents/html.ts', 'renderer/bundles/seal.ts'],
  ['bundles-imports-domain-only', 'renderer/bundles/seal.ts', 'renderer/vault/keys.ts'],
  ['importers-imports-domain-only', 'renderer/importers/csv.ts', 'renderer/stores/people.ts'],
  ['vault-never-upward-1', 'renderer/vault/keys.ts', 'renderer/vault/sealing.ts'],
  ['vault-never-upward-2', 'renderer/vault/sealing.ts', 'renderer/vault/state.ts'],
  ['vault-never-upward-3', 'renderer/vault/database.ts', 'renderer/vault/commands/people.ts'],
  ['vault-never-upward-4', 'renderer/vault/desk/lookups.ts', 'renderer/vault/commands/people.ts'],
  ['vault-never-upward-5', 'renderer/vault/commands/people.ts', 'renderer/vault/worker.ts'],
  [
    'commands-never-call-commands',
    'renderer/vault/commands/people.ts',
    'renderer/vault/commands/meetings.ts',
  ],
  ['only-commands-import-the-rooms', 'renderer/vault/state.ts', 'renderer/documents/html.ts'],
  ['vault-knows-no-screen', 'renderer/vault/state.ts', 'renderer/components/grid.tsx'],
  ['vault-by-its-client-only', 'renderer/stores/people.ts', 'renderer/vault/state.ts'],
  ['stores-import-no-screen', 'renderer/stores/people.ts', 'renderer/components/grid.tsx'],
  ['stores-never-import-stores', 'renderer/stores/people.ts', 'renderer/stores/meetings.ts'],
  [
    'screens-import-stores-components-domain',
    'renderer/screens/people.tsx',
    'renderer/vault/client.ts',
  ],
  ['components-import-domain', 'renderer/components/grid.tsx', 'renderer/stores/people.ts'],
  ['dexie-in-the-database', 'renderer/vault/state.ts', 'dexie'],
  [
    'production-never-imports-tests',
    'renderer/domain/person.ts',
    'renderer/domain/made-up.test.ts',
  ],
  ['resolvable', 'renderer/stores/people.ts', './nowhere.ts'],
];

describe('the walls of the house', () => {
  it.each(forbidden)('%s: %s may not import %s', async (rule, from, to) => {
    const files = { [from]: importing(from, to), ...(isFile(to) ? { [to]: 'export {};' } : {}) };
    expect(await violations(files, rule)).toEqual([]);
    expect(await violations(files)).toEqual([rule]);
  });

  it('no-cycles: two files may not import each other', async () => {
    const [a, b] = ['renderer/domain/a.ts', 'renderer/domain/b.ts'];
    const files = { [a]: importing(a, b), [b]: importing(b, a) };
    expect(await violations(files, 'no-cycles')).toEqual([]);
    expect(await violations(files)).toEqual(['no-cycles']);
  });

  it('no-orphans: a file that nobody imports is no part of the program', async () => {
    const files = { 'renderer/domain/alone.ts': 'export const alone = 1;' };
    expect(await violations(files, 'no-orphans')).toEqual([]);
    expect(await violations(files)).toEqual(['no-orphans']);
  });

  it('age-in-two-files: a third file may not import the sealing library', async () => {
    const two = ['renderer/vault/keys.ts', 'renderer/bundles/envelope.ts'];
    const importers = (names: string[]): Record<string, string> =>
      Object.fromEntries(names.map((name) => [name, importing(name, 'age-encryption')]));
    expect(await violations(importers(two))).toEqual([]);
    const three = importers([...two, 'renderer/bundles/manifest.ts']);
    expect(await violations(three, 'age-in-two-files')).toEqual([]);
    expect(await violations(three)).toEqual(['age-in-two-files']);
  });

  it('every wall has a test', () => {
    const tested = [
      ...forbidden.map(([rule]) => rule),
      'no-cycles',
      'no-orphans',
      'age-in-two-files',
    ];
    expect(layers.forbidden.map(({ name }) => name).toSorted()).toEqual(
      [...new Set(tested)].toSorted(),
    );
  });
});

let site = '';
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'muniment-layers-'));
});
afterAll(() => {
  rmSync(site, { recursive: true });
});

/** Names of the rules that a small program breaks, with one rule left out if asked. */
async function violations(files: Record<string, string>, without?: string): Promise<string[]> {
  const baseDir = mkdtempSync(join(site, 'p'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(baseDir, 'node_modules'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(baseDir, name)), { recursive: true });
    writeFileSync(join(baseDir, name), text);
  }
  // The rules are data that dependency-cruiser checks itself; their inferred type is wider than its own.
  const rules = layers.forbidden.filter(({ name }) => name !== without) as IForbiddenRuleType[];
  const { tsConfig: _ofTheProject, ...options } = layers.options;
  const settings: ICruiseOptions = {
    ...(options as ICruiseOptions),
    baseDir,
    validate: true,
    ruleSet: { forbidden: rules },
  };
  const { output } = await cruise(Object.keys(files), settings);
  if (typeof output === 'string') throw new Error(output);
  expect(output.summary.totalCruised).toBeGreaterThan(0);
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))];
}

function isFile(to: string): boolean {
  return /^(renderer|electron)\//.test(to);
}

/** The text of a file at `from` that imports `to` and has something to export. */
function importing(from: string, to: string): string {
  const path = isFile(to) ? `${'../'.repeat(from.split('/').length - 1)}${to}` : to;
  return `import '${path}';\nexport const here = 1;\n`;
}

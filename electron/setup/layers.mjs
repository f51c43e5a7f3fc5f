/**
 * Who may import whom, as data for dependency-cruiser. The house and its walls are described in README's design notes;
 * layers.test.ts shows that each wall holds. dependency-cruiser wants a default export.
 */
const test = String.raw`(\.(test|spec)|/test-kit)\.tsx?$`;

/**
 * One wall: files matching `from` may import of `to` only what `except` matches. Tests may import more of their tools.
 * @param {string} name @param {string} why @param {string | string[]} from
 * @param {string | string[]} to @param {string | string[]} [except]
 */
const wall = (name, why, from, to, except = []) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: from, pathNot: test },
  to: { path: to, pathNot: except },
});

/** The vault's floors, lowest first; a floor imports itself and what lies below it. */
const floors = ['keys', 'sealing', '(state|search|database)', 'desk', 'commands', 'worker'];

/** @param {string} floor a folder, or files named after it (keys.ts, keys-header.ts, keys/…) */
const onFloor = (floor) => `^renderer/vault/${floor}(/|-|\\.)`;

const upward = floors
  .slice(0, -1)
  .map((floor, height) =>
    wall(
      `vault-never-upward-${height + 1}`,
      'Inside the vault: worker → commands → desk → state, search, database → sealing → keys.',
      onFloor(floor),
      floors.slice(height + 1).map(onFloor),
    ),
  );

/** Rooms that turn records into what leaves, or what arrives into records. */
const rooms = ['documents', 'bundles', 'importers'];

export default {
  forbidden: [
    wall(
      'host-imports-constants-only',
      'Of renderer/, electron/ imports only the error codes and the banner.',
      '^electron/',
      '^renderer/',
      '^renderer/domain/(errors|banner)\\.ts$',
    ),
    wall(
      'contract-is-the-only-door',
      'Of electron/, the renderer imports the contract only.',
      '^renderer/',
      '^electron/',
      '^electron/contract\\.ts$',
    ),
    {
      name: 'contract-by-stores-only',
      comment: 'Only stores call the host; the vault’s end of the chunk port shares its shapes.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: [test, '^renderer/(stores/|vault/host-port\\.ts$)'] },
      to: { path: '^electron/contract\\.ts$' },
    },
    wall(
      'domain-is-pure',
      'domain/ imports zod and temporal-polyfill only.',
      '^renderer/domain/',
      '.',
      ['^renderer/domain/', 'node_modules/(zod|temporal-polyfill|temporal-spec|temporal-utils)/'],
    ),
    ...rooms.map((room) =>
      wall(
        `${room}-imports-domain-only`,
        'documents/, bundles/ and importers/ import domain/ and their own libraries.',
        `^renderer/${room}/`,
        ['^(renderer|electron|e2e)/', 'node_modules/(dexie|electron|react|react-dom|zustand)/'],
        ['^renderer/domain/', `^renderer/${room}/`],
      ),
    ),
    ...upward,
    wall(
      'commands-never-call-commands',
      'The table knows every command; what two commands share is on the desk.',
      '^renderer/vault/commands/(?!table\\.ts$)([^/]+)',
      '^renderer/vault/commands/',
      '^renderer/vault/commands/$1',
    ),
    wall(
      'only-commands-import-the-rooms',
      'Documents, bundles and importers are called by vault commands, and the desk they share, only.',
      '^renderer/(?!documents/|bundles/|importers/|vault/(commands|desk)/)',
      rooms.map((room) => `^renderer/${room}/`),
    ),
    wall(
      'vault-knows-no-screen',
      'The vault imports domain/ and the rooms, never the screen.',
      '^renderer/vault/',
      ['^renderer/(stores|screens|components)/', 'node_modules/(react|react-dom|zustand)/'],
    ),
    wall(
      'vault-by-its-client-only',
      'Stores reach the vault by its client and protocol.',
      '^renderer/stores/',
      '^renderer/vault/',
      '^renderer/vault/(client|protocol)\\.ts$',
    ),
    wall(
      'stores-import-no-screen',
      'A store knows no screen and no component.',
      '^renderer/stores/',
      '^renderer/(screens|components)/',
    ),
    wall(
      'stores-never-import-stores',
      'Each store stands alone.',
      '^renderer/stores/([^/]+)',
      '^renderer/stores/',
      '^renderer/stores/$1',
    ),
    wall(
      'screens-import-stores-components-domain',
      'A screen sees the vault and the host through stores only.',
      '^renderer/screens/',
      '^(renderer|electron|e2e)/',
      '^renderer/(screens|stores|components|domain)/',
    ),
    wall(
      'components-import-domain',
      'A component is told everything; it asks no store.',
      '^renderer/components/',
      '^(renderer|electron|e2e)/',
      '^renderer/(components|domain)/',
    ),
    wall(
      'dexie-in-the-database',
      'The database library is known in one place.',
      '^renderer/(?!vault/database(/|-|\\.))',
      'node_modules/dexie/',
    ),
    {
      name: 'age-in-two-files',
      comment: 'The sealing library is known in the vault’s keys and in the bundle’s envelope.',
      severity: 'error',
      from: { pathNot: [test, '^e2e/'] },
      module: { path: 'node_modules/age-encryption/', numberOfDependentsMoreThan: 2 },
    },
    wall(
      'production-never-imports-tests',
      'Tests and benches import the program, not the other way round.',
      '^(renderer|electron)/',
      [test, '^e2e/'],
    ),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nobody imports is no part of the program.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^(electron/setup|e2e)/', test] },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|e2e/out|e2e/bench/node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default', 'node', 'require'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

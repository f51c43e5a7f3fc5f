import { defineConfig } from '@playwright/test';

/** `npm run soak` has the machine to itself, and no end but its own. */
const isSoak = process.env['MUNIMENT_KILLS'] !== undefined;

/** The program driven as a person would, in real Electron. Playwright wants a default export. */
export default defineConfig({
  testDir: '.',
  testMatch: isSoak ? 'soak/soak.ts' : '**/*.spec.ts',
  testIgnore: ['bench/**', 'out/**'],
  outputDir: 'out/traces',
  globalSetup: './stage.ts',
  // Each file has machines of its own; two at a time are what two cores bear: with three, tests wait past their time.
  workers: 2,
  retries: 0,
  timeout: isSoak ? 0 : 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // Ends a run that hangs. The goal for all of `npm test`, ten minutes, is measured and no reason to fail: what else a
  // machine does is not the program's fault.
  globalTimeout: isSoak ? 0 : 1_200_000,
  reporter: 'list',
});

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
  // Each file has machines of its own. Two cores bear three at a time: one of them waits for its program at any moment.
  workers: 3,
  retries: 0,
  timeout: isSoak ? 0 : 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  globalTimeout: isSoak ? 0 : 560_000,
  reporter: 'list',
});

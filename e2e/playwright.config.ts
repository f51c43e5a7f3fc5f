import { defineConfig } from '@playwright/test';

/** The program driven as a person would, in real Electron. Playwright wants a default export. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  testIgnore: ['bench/**', 'out/**'],
  outputDir: 'out/traces',
  globalSetup: './stage.ts',
  // Each file has machines of its own; two at a time are what two cores bear.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  globalTimeout: 560_000,
  reporter: 'list',
});

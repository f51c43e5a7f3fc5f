import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { passedE2e, passedUnits, readClauses, rowsOf, unproven } from './clause-table.mjs';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'muniment-clauses-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function report(value: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(value));
  return path;
}

it('reads the clauses of the program itself, each with an id of its own', async () => {
  const ids = (await readClauses()).map(({ id }) => id);
  expect(ids).toContain('RETAIN-MINUTES');
  expect(new Set(ids).size).toBe(ids.length);
});

it('takes the tests that passed, with the titles of what stands around them', () => {
  const units = report({
    testResults: [
      {
        name: join(process.cwd(), 'renderer/x.test.ts'),
        assertionResults: [
          { fullName: 'a consent ends at once (CONSENT)', status: 'passed' },
          { fullName: 'it is broken (ERASE)', status: 'failed' },
        ],
      },
    ],
  });
  expect(passedUnits(units)).toEqual([
    { file: 'renderer/x.test.ts', title: 'a consent ends at once (CONSENT)' },
  ]);
  const spec = (title: string, ok: boolean, status: string) => ({ title, ok, tests: [{ status }] });
  const e2e = report({
    suites: [
      {
        title: 'a.spec.ts',
        file: 'a.spec.ts',
        specs: [spec('skipped (ACCESS)', true, 'skipped'), spec('bad', false, 'unexpected')],
        suites: [{ title: 'a bundle', specs: [spec('opens (TRANSFER)', true, 'expected')] }],
      },
    ],
  });
  expect(passedE2e(e2e)).toEqual([{ file: 'e2e/a.spec.ts', title: 'a bundle opens (TRANSFER)' }]);
});

it('counts a test for each clause that it names in brackets, and names those that are not shown', () => {
  const clauses = ['CONSENT', 'COLLECT-PHOTOS', 'ERASE', 'RIGHT'].map((id) => ({
    id,
    carriedOutBy: id === 'CONSENT' ? ' ' : 'a feature',
  }));
  const rows = rowsOf(clauses, [
    { file: 'a.test.ts', title: 'is publishable (CONSENT, COLLECT-PHOTOS)' },
    { file: 'b.test.ts', title: 'ERASE is not in brackets, nor is it here (RIGHT-ERASE)' },
  ]);
  expect(rows[1]?.tests).toEqual(['a.test.ts: is publishable (CONSENT, COLLECT-PHOTOS)']);
  expect(unproven(rows)).toEqual(['CONSENT', 'ERASE', 'RIGHT']);
});

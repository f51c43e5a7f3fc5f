import { expect, test } from 'vitest';
import { traceOf } from './trace.ts';

test('the trace of a bug says where, and quotes nothing of the record it stumbled over', () => {
  const record = '{"name":"Anna\nKowalska\n    at home"';
  const trace = (() => {
    try {
      return JSON.stringify(JSON.parse(record));
    } catch (bug) {
      return traceOf(bug);
    }
  })();
  expect(trace).toMatch(/^SyntaxError\n\s+at .*trace\.test\.ts:\d+/);
  expect(trace).not.toMatch(/Anna|Kowalska|at home/);
});

test('what is no error is named no further', () => {
  expect(traceOf('Anna Kowalska')).toBe('unknown');
});

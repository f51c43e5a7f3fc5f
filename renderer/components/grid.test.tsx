// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Grid } from './grid.tsx';

interface Row {
  id: string;
  name: string;
}
const row = (index: number): Row => ({ id: `r${index}`, name: `Row ${index}` });
const COLUMNS = [
  { id: 'name', header: 'Name', width: '1fr', isSortable: true, render: (r: Row) => r.name },
];
const host = () => document.body.firstElementChild ?? document.body;

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // happy-dom lays nothing out: ten rows are in view.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
    configurable: true,
    get: () => 340,
  });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', {
    configurable: true,
    get: () => 800,
  });
});
beforeEach(() => {
  document.body.innerHTML = '<div></div>';
});

async function show(
  props: Partial<Parameters<typeof Grid<Row>>[0]> = {},
  root = createRoot(host()),
) {
  await act(async () =>
    root.render(
      <Grid
        label="People"
        columns={COLUMNS}
        total={10_000}
        rowAt={row}
        rowKey={(r) => r.id}
        onRange={() => undefined}
        {...props}
      />,
    ),
  );
}
const rows = () => [...document.querySelectorAll<HTMLElement>('.grid-body [role=row]')];
const press = (key: string) =>
  act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 30));
  });

test('ten thousand rows are announced and only those near the view are made', async () => {
  await show();
  expect(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe('10001');
  expect(rows().length).toBeGreaterThan(9);
  expect(rows().length).toBeLessThan(60);
});

test('one row is in the tab order, and arrows move it', async () => {
  await show();
  const inOrder = () => rows().filter((r) => r.tabIndex === 0);
  expect(inOrder().map((r) => r.textContent)).toEqual(['Row 0']);
  act(() => inOrder()[0]?.focus());
  await press('ArrowDown');
  await press('ArrowDown');
  expect(inOrder().map((r) => r.textContent)).toEqual(['Row 2']);
  expect(document.activeElement?.textContent).toBe('Row 2');
});

test('another question begins at the first row again', async () => {
  const root = createRoot(host());
  await show({ query: 'all' }, root);
  const body = document.querySelector('.grid-body');
  if (!body) throw new Error('no body');
  body.scrollTop = 50_000;
  await show({ query: 'all', total: 9_000 }, root);
  expect(body.scrollTop).toBe(50_000);
  await show({ query: 'some', total: 200 }, root);
  expect(body.scrollTop).toBe(0);
});

test('Enter opens the row that has the focus', async () => {
  const opened: string[] = [];
  await show({ onSelect: (r) => opened.push(r.id) });
  act(() => rows()[0]?.focus());
  await press('ArrowDown');
  await press('Enter');
  expect(opened).toEqual(['r1']);
});

test('a header sorts, says so, and turns round the second time', async () => {
  const asked: unknown[] = [];
  await show({ sort: { by: 'name', descending: false }, onSort: (sort) => asked.push(sort) });
  const header = document.querySelector('[role=columnheader]');
  expect(header?.getAttribute('aria-sort')).toBe('ascending');
  act(() => header?.querySelector('button')?.click());
  expect(asked).toEqual([{ by: 'name', descending: true }]);
});

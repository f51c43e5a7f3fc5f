// @vitest-environment happy-dom
import { act, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ERRORS, type Result, fail, ok } from '../domain/errors.ts';
import { useAutosave } from './edit-in-place.tsx';

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
});
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<div></div>';
});
afterEach(() => {
  vi.useRealTimers();
});

async function field(reply: () => Result<unknown>) {
  const sent: string[] = [];
  const hand: { use?: ReturnType<typeof useAutosave<string>> } = {};
  const commit = (value: string) => {
    sent.push(value);
    return Promise.resolve(reply());
  };
  function Field() {
    const emptied = (value: string) => (value === '' ? 'Not without it.' : null);
    const used = useAutosave<string>('saved', commit, { emptied });
    useEffect(() => {
      hand.use = used;
    });
    return null;
  }
  const root = createRoot(document.body.firstElementChild ?? document.body);
  await act(async () => root.render(<Field />));
  const type = (value: string) => act(async () => hand.use?.change(value));
  const wait = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));
  return { sent, hand, type, wait, root };
}

test('what is typed is saved once, two seconds after the last key', async () => {
  const { sent, type, wait } = await field(() => ok(null));
  await type('a');
  await wait(1_500);
  await type('ab');
  await wait(1_500);
  expect(sent).toEqual([]);
  await wait(600);
  expect(sent).toEqual(['ab']);
  await wait(10_000);
  expect(sent).toEqual(['ab']);
});

test('leaving the field saves at once', async () => {
  const { sent, hand, type } = await field(() => ok(null));
  await type('left');
  await act(async () => hand.use?.flush());
  expect(sent).toEqual(['left']);
});

test('a field that goes away saves what was in it', async () => {
  const { sent, type, root } = await field(() => ok(null));
  await type('half a word');
  await act(async () => root.unmount());
  expect(sent).toEqual(['half a word']);
});

test('what is refused stays in the field with its sentence', async () => {
  const { hand, type, wait } = await field(() => fail('record/changed-since'));
  await type('mine');
  await wait(2_100);
  expect(hand.use?.value).toBe('mine');
  expect(hand.use?.error).toBe(ERRORS['record/changed-since']);
});

test('what is needed may be empty while it is typed anew, and comes back when it is left so', async () => {
  const { sent, hand, type, wait } = await field(() => ok(null));
  await type('');
  await wait(2_100);
  expect(hand.use?.value).toBe('');
  expect(hand.use?.error).toBeNull();
  await act(async () => hand.use?.flush());
  expect(hand.use?.value).toBe('saved');
  expect(hand.use?.error).toBe('Not without it.');
  await type('n');
  expect(hand.use?.error).toBeNull();
  await act(async () => hand.use?.flush());
  expect(sent).toEqual(['n']);
});

test('typing back what is saved sends nothing', async () => {
  const { sent, type, wait } = await field(() => ok(null));
  await type('other');
  await type('saved');
  await wait(2_100);
  expect(sent).toEqual([]);
});

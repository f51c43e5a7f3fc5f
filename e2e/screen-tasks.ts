/** What the screen's thread does, by Chromium's own trace, and when the person sees the answer. */
import type { Page } from '@playwright/test';

/** Milliseconds after which nothing is expected to change any more. */
const GIVE_UP_MS = 1_000;
const SCROLL_MS = 2_000;
/** Some 2.5 rows a frame: a register of 100,000 is long, and nobody reads on the way. */
const SCROLL_PX = 90;

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export interface TaskTrace {
  /** What is done from now on. */
  mark(step: string): Promise<void>;
  /** Ends the trace. The longest task of the page's thread by step, milliseconds of processor time. */
  longest(): Promise<Record<string, number>>;
}

const MARK = 'step: ';

/** Begins to note every task of the page's thread. */
export async function traceTasks(page: Page): Promise<TaskTrace> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    // Playwright types a trace as objects; these are the fields of Chromium's trace events.
    for (const event of value as unknown as TraceEvent[])
      if (event.tdur !== undefined || event.name.startsWith(MARK) || event.name === 'thread_name')
        events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  return {
    mark: (step) => page.evaluate((name) => void performance.mark(name), `${MARK}${step}`),
    async longest() {
      const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await ended;
      await session.detach();
      return longestOf(events);
    },
  };
}

function longestOf(events: readonly TraceEvent[]): Record<string, number> {
  const marks = events.filter(({ name }) => name.startsWith(MARK)).sort((a, b) => a.ts - b.ts);
  const [first] = marks;
  const longest: Record<string, number> = {};
  marks.forEach(({ name, ts }, at) => {
    const until = marks[at + 1]?.ts ?? Infinity;
    const tasks = events.filter(
      (event) =>
        event.name === 'ThreadControllerImpl::RunTask' &&
        event.pid === first?.pid &&
        event.tid === first.tid &&
        event.ts >= ts &&
        event.ts < until,
    );
    const most = Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur));
    longest[name.slice(MARK.length)] = Math.round(most / 1_000);
  });
  return longest;
}

type Watching = Window & { answer?: Promise<number | null> };

/** Notes when something is pressed next, and when something else is shown. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate((giveUp) => {
    const shown = () =>
      [...document.querySelectorAll('h1, h2, .page-head, [role=row]:not(:has(.coming))')]
        .slice(0, 8)
        .map((one) => one.textContent)
        .join('|');
    const before = shown();
    const scope: Watching = window;
    scope.answer = new Promise((resolve) => {
      let pressed = 0;
      const note = () => (pressed ||= performance.now());
      for (const kind of ['pointerdown', 'keydown', 'input'])
        window.addEventListener(kind, note, { capture: true, once: true });
      const look = () => {
        const since = performance.now() - pressed;
        if (pressed > 0 && shown() !== before) resolve(Math.round(since));
        else if (pressed > 0 && since > giveUp) resolve(null);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }, GIVE_UP_MS);
}

/** Milliseconds until then; null: what is shown stayed the same. */
export function answered(page: Page): Promise<number | null> {
  return page.evaluate(async () => {
    const { answer }: Watching = window;
    return (await answer) ?? null;
  });
}

/** Scrolls the register at a steady pace. Milliseconds between two frames. */
export async function scrolled(page: Page): Promise<{ median: number; p95: number }> {
  const gaps = await page.evaluate(
    ({ ms, px }) =>
      new Promise<number[]>((resolve) => {
        const body = document.querySelector('.grid-body');
        const times: number[] = [];
        const from = performance.now();
        const turn = (now: number) => {
          times.push(now);
          body?.scrollBy(0, px);
          if (now - from < ms) requestAnimationFrame(turn);
          else resolve(times.slice(1).map((time, at) => time - (times[at] ?? 0)));
        };
        requestAnimationFrame(turn);
      }),
    { ms: SCROLL_MS, px: SCROLL_PX },
  );
  const sorted = gaps.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(1));
  return { median: at(0.5), p95: at(0.95) };
}

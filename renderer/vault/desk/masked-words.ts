/** Takes names out of the words of a document or a record, also where one stands in several runs of a paragraph. */
import { isObject } from '../../domain/fields.ts';
import type { FindNames } from '../../domain/other-names.ts';
import { type Span, joined } from '../../domain/text-words.ts';

/** The same value with a mark for each name in its texts; what is no words stays, and so does what names nobody. */
export function withoutNames(value: unknown, find: FindNames, mark: string, key = ''): unknown {
  if (typeof value === 'string') return FIXED.has(key) ? value : without(value, find(value), mark);
  if (isList(value)) {
    if (isRuns(value)) return withoutNamesIn(value, find, mark);
    const parts = value.map((one) => withoutNames(one, find, mark, key));
    return parts.every((part, at) => part === value[at]) ? value : parts;
  }
  if (!isObject(value)) return value;
  const changed = Object.entries(value).flatMap(([name, one]) => {
    const left = withoutNames(one, find, mark, name);
    return left === one ? [] : [[name, left]];
  });
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}

/** Names of what is no words. */
const FIXED: ReadonlySet<string> = new Set([
  'type',
  'kind',
  'id',
  'purpose',
  'language',
  'lang',
  'dir',
  'han',
  'width',
  'align',
  'tone',
  'mark',
  'fileName',
  'made',
]);

const OF_WORD = /[\p{L}\p{M}\p{N}]/u;
const SMALL = /\p{Ll}/u;
const ONE_WORD = /^[\p{L}\p{M}]+$/u;

/** Words in one style, of a document or of rich text; without words, a line break. */
type Run = object & { readonly text?: string };

/** `Array.isArray` makes its items `any`. */
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRuns(values: readonly unknown[]): values is readonly Run[] {
  return values.length > 1 && values.every(isRun);
}

function isRun(value: unknown): value is Run {
  if (!isObject(value)) return false;
  if ('text' in value) return typeof value.text === 'string';
  return 'type' in value && value.type === 'hardBreak';
}

/**
 * Looks at all of the runs together, and at each alone for names that the next run follows without a blank. A mark stands
 * in the run where its name begins; a run of nothing else than the end of a name is gone.
 */
function withoutNamesIn(runs: readonly Run[], find: FindNames, mark: string): readonly Run[] {
  let end = 0;
  const placed = runs.map((run) => {
    const text = run.text ?? '\n';
    const from = end;
    end += text.length;
    return { run, text, from, to: end };
  });
  const all = placed.map(({ text }) => text).join('');
  const alone = placed.flatMap(({ text, from, to }) =>
    find(text)
      .map((span) => moved(span, from))
      .filter((span) => isRunOn(span, { from, to }, all)),
  );
  const spans = joined([...alone, ...find(all)]);
  if (spans.length === 0) return runs;
  return placed.flatMap(({ run, text, from, to }) => {
    const here = spans.filter((span) => span.from < to && span.to > from);
    if (here.length === 0 || run.text === undefined) return [run];
    let left = '';
    let at = from;
    for (const span of here) {
      left += text.slice(at - from, Math.max(span.from, from) - from);
      if (span.from >= from) left += mark;
      at = Math.min(span.to, to);
    }
    left += text.slice(at - from);
    return left === '' ? [] : [{ ...run, text: left }];
  });
}

/** Whether a name stands at a border of its run, with a letter beyond that; `May` before `or` is another word. */
function isRunOn(name: Span, run: Span, all: string): boolean {
  const before = all.slice(run.from - 1, run.from);
  if (name.from === run.from && run.from > 0 && OF_WORD.test(before)) return true;
  const behind = all.slice(run.to, run.to + 1);
  if (name.to !== run.to || !OF_WORD.test(behind)) return false;
  return !(SMALL.test(behind) && ONE_WORD.test(all.slice(name.from, name.to)));
}

function moved({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}

function without(text: string, spans: readonly Span[], mark: string): string {
  if (spans.length === 0) return text;
  let left = '';
  let at = 0;
  for (const { from, to } of spans) {
    left += text.slice(at, from) + mark;
    at = to;
  }
  return left + text.slice(at);
}

/** Fields of an open record: each commits itself on blur or two seconds after the last key, and says what failed. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PlainDate } from '../domain/dates.ts';
import type { Result } from '../domain/errors.ts';
import { sentenceOf } from '../domain/failure-words.ts';
import { DateField } from './date-field.tsx';
import { type Option, Select } from './select.tsx';
import { TextArea, TextField, type TextFieldProps } from './text-field.tsx';

const REST_MS = 2_000;

type Commit<T> = (value: T) => Promise<Result<unknown>>;

interface Rules<T> {
  /** What is wrong with a value, in a sentence; null when it can be saved. */
  check?: ((value: T) => string | null) | undefined;
  /** The sentence for a field that was left empty and may not be; what is saved comes back into it then. */
  emptied?: ((value: T) => string | null) | undefined;
}

/** Keeps what is typed until it is saved; a value that is refused stays in the field with its sentence. */
export function useAutosave<T>(
  saved: T,
  commit: Commit<T>,
  { check = () => null, emptied = () => null }: Rules<T> = {},
) {
  const [typed, setTyped] = useState<{ value: T } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const latest = useRef({ typed, commit });
  useEffect(() => {
    latest.current = { typed, commit };
  });

  const flush = (isLeaving: boolean) => {
    const { typed: held, commit: send } = latest.current;
    if (!held) return;
    const left = emptied(held.value);
    if (left !== null) {
      // Emptied to type something else, until the field is left.
      if (!isLeaving) return;
      setTyped(null);
      setError(left);
      return;
    }
    latest.current.typed = null;
    if (Object.is(held.value, saved)) {
      setTyped(null);
      setError(null);
      return;
    }
    const problem = check(held.value);
    if (problem !== null) {
      setError(problem);
      return;
    }
    void send(held.value).then((reply) => {
      setError(reply.ok ? null : sentenceOf(reply.error));
      // What was typed since stays; what was refused stays to be put right.
      if (reply.ok) setTyped((now) => (now === held ? null : now));
    });
  };
  const flushRef = useRef(flush);
  useEffect(() => {
    flushRef.current = flush;
  });
  useEffect(() => {
    if (!typed) return;
    const timer = setTimeout(() => flushRef.current(false), REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Before the record is closed: a field that goes with its pane is saved in the moment it goes.
  useLayoutEffect(() => () => flushRef.current(true), []);

  return {
    value: typed ? typed.value : saved,
    error,
    change: (value: T) => {
      setTyped({ value });
      if (error !== null && check(value) === null) setError(null);
    },
    flush: () => flushRef.current(true),
  };
}

type TextProps = Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur' | 'error'> & {
  value: string;
  onCommit: Commit<string>;
  /** What is wrong with the text, in a sentence; null when it can be saved. */
  check?: (value: string) => string | null;
  /** It may not be left empty: what is saved comes back. */
  isNeeded?: boolean;
};

export function EditText({ value, onCommit, check, isNeeded = false, ...rest }: TextProps) {
  const emptied = (text: string) =>
    isNeeded && text.trim() === '' ? staysAsItWas(rest.label) : null;
  const field = useAutosave(value, onCommit, { check, emptied });
  return (
    <TextField
      {...rest}
      value={field.value}
      error={field.error}
      onChange={field.change}
      onBlur={field.flush}
    />
  );
}

export function EditTextArea({
  value,
  onCommit,
  check,
  ...rest
}: Omit<TextProps, 'isNeeded'> & { rows?: number }) {
  const field = useAutosave(value, onCommit, { check });
  return (
    <TextArea
      {...rest}
      value={field.value}
      error={field.error}
      onChange={field.change}
      onBlur={field.flush}
    />
  );
}

/** Choices are saved as they are made. */
export function EditSelect<T extends string>({
  value,
  onCommit,
  ...rest
}: {
  label: string;
  isLabelHidden?: boolean;
  value: T;
  options: readonly Option<T>[];
  onCommit: Commit<T>;
  help?: string;
  isDisabled?: boolean;
}) {
  const [error, setError] = useState<string | null>(null);
  return (
    <Select
      {...rest}
      value={value}
      error={error}
      onChange={(next) =>
        void onCommit(next).then((reply) => setError(reply.ok ? null : sentenceOf(reply.error)))
      }
    />
  );
}

/** A day is saved when the field is left, or two seconds after the last key. */
export function EditDate({
  value,
  onCommit,
  isNeeded = false,
  ...rest
}: {
  label: string;
  isLabelHidden?: boolean;
  value: PlainDate | null;
  onCommit: Commit<PlainDate | null>;
  help?: string;
  isDisabled?: boolean;
  /** It may not be left empty: what is saved comes back. */
  isNeeded?: boolean;
}) {
  const emptied = (day: PlainDate | null) =>
    isNeeded && day === null ? staysAsItWas(rest.label) : null;
  const field = useAutosave(value, onCommit, { emptied });
  return (
    <DateField
      {...rest}
      value={field.value}
      error={field.error}
      onChange={field.change}
      onBlur={field.flush}
    />
  );
}

function staysAsItWas(label: string): string {
  return `${label} cannot be left empty. It stays as it was.`;
}

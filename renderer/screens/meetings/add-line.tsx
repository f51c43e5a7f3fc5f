import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Result } from '../../domain/errors.ts';
import { sentenceOf } from '../../domain/failure-words.ts';

interface Props {
  label: string;
  onAdd: (words: string) => Promise<Result<unknown>>;
}

/** Adds to a list by typing a line and Enter; the field is empty again for the next. */
export function AddLine({ label, onAdd }: Props) {
  const [words, setWords] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = async () => {
    const typed = words.trim();
    if (typed === '') return;
    const reply = await onAdd(typed);
    setError(reply.ok ? null : sentenceOf(reply.error));
    if (reply.ok) setWords('');
  };
  return (
    <Form
      className="add-line"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={label}
        value={words}
        onChange={setWords}
        error={error}
        maxLength={300}
        dir="auto"
      />
      <Button type="submit" icon="plus" isDisabled={words.trim() === ''}>
        Add
      </Button>
    </Form>
  );
}

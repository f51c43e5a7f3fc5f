/** Several of something, chosen one by one: a line each with a cross, and a field below that adds one. */
import { type ReactNode, useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { sentenceOf } from '../../domain/failure-words.ts';
import { listIn } from '../../domain/fields.ts';
import type { FieldProps } from './field-props.ts';

interface Props extends FieldProps {
  /** What a line shows, and what its cross calls it where it has no name any more. */
  renderLine: (id: string) => ReactNode;
  unnamed: string;
  /** The field that adds one. Its key changes when one was added, so that it empties itself. */
  renderAdder: (adding: Adding) => ReactNode;
}

interface Adding {
  key: number;
  label: string;
  error: string | null;
  help: { help?: string };
  add: (id: string, named: Readonly<Record<string, string>>) => void;
}

export function ListField({
  field,
  value,
  names,
  commit,
  renderLine,
  unnamed,
  renderAdder,
}: Props) {
  const ids = listIn(value).filter((id) => typeof id === 'string');
  const [error, setError] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const save = (next: readonly string[], named?: Readonly<Record<string, string>>) =>
    void commit(next, named).then((reply) => {
      setError(reply.ok ? null : sentenceOf(reply.error));
      if (reply.ok) setRound(round + 1);
    });
  return (
    <fieldset className="list-field">
      <legend>{field.label}</legend>
      {ids.length > 0 && (
        <ul>
          {ids.map((id) => (
            <li key={id}>
              {renderLine(id)}
              <IconButton
                label={`Take out ${names[id] ?? unnamed}`}
                icon="close"
                onPress={() => save(ids.filter((one) => one !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      {renderAdder({
        key: round,
        label: `Add to ${field.label.toLowerCase()}`,
        error,
        help: field.help === undefined ? {} : { help: field.help },
        add: (id, named) => !ids.includes(id) && save([...ids, id], named),
      })}
    </fieldset>
  );
}

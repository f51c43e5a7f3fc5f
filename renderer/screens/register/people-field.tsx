/** Several people of the register: a line each, and a field that adds one. */
import { useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { Name } from '../../components/names.tsx';
import { sentenceOf } from '../../domain/failure-words.ts';
import { listIn } from '../../domain/fields.ts';
import { PersonPicker } from '../person-picker.tsx';
import type { FieldProps } from './field-props.ts';

export function PeopleField({ field, value, names, commit }: FieldProps) {
  const ids = listIn(value).filter((id) => typeof id === 'string');
  const [error, setError] = useState<string | null>(null);
  // Empties itself when somebody was added.
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
              <Name>{names[id] ?? 'No longer in the register'}</Name>
              <IconButton
                label={`Take out ${names[id] ?? 'this person'}`}
                icon="close"
                onPress={() => save(ids.filter((one) => one !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      <PersonPicker
        key={round}
        label={`Add to ${field.label.toLowerCase()}`}
        isLabelHidden
        value={null}
        names={names}
        placeholder="Add somebody"
        error={error}
        onChange={(id, name) =>
          id !== null && !ids.includes(id) && save([...ids, id], { [id]: name })
        }
        {...(field.help === undefined ? {} : { help: field.help })}
      />
    </fieldset>
  );
}

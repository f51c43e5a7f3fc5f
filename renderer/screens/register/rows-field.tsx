/** Rows of one shape: each edited in place, added and taken out as a whole. */
import { type ComponentType, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { sentenceOf } from '../../domain/failure-words.ts';
import { type Field, isObject, listIn, valueIn } from '../../domain/fields.ts';
import type { FieldProps } from './field-props.ts';
import { emptyOf } from './empty-value.ts';
import { useOpened } from '../../stores/session.ts';

interface Props extends FieldProps {
  field: Extract<Field, { as: 'rows' }>;
  /** Edits one field of a row. */
  editor: ComponentType<FieldProps>;
}

export function RowsField(props: Props) {
  const { field, value, commit, names, timeZone, editor: Editor } = props;
  const rows = listIn(value).filter(isObject);
  const { today } = useOpened();
  const [error, setError] = useState<string | null>(null);
  const save = (next: readonly object[]) =>
    commit(next).then((reply) => {
      setError(reply.ok ? null : sentenceOf(reply.error));
      return reply;
    });
  const add = () => {
    const fresh = Object.fromEntries(
      Object.entries(field.of).map(([name, one]) => [name, emptyOf(one, today)]),
    );
    void save([...rows, fresh]);
  };
  return (
    <fieldset className="list-field rows-field">
      <legend>{field.label}</legend>
      {field.help && <p className="help">{field.help}</p>}
      {rows.map((row, at) => (
        <div className="row-of-fields" key={at}>
          {Object.entries(field.of).map(([name, one]) => (
            <Editor
              names={names}
              timeZone={timeZone}
              key={name}
              field={one}
              value={valueIn(row, name)}
              commit={(next) => save(rows.with(at, { ...row, [name]: next }))}
            />
          ))}
          <IconButton
            label={`Take out this ${field.one}`}
            icon="close"
            onPress={() => void save(rows.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <div>
        <Button variant="quiet" icon="plus" onPress={add}>
          Add a {field.one}
        </Button>
      </div>
    </fieldset>
  );
}

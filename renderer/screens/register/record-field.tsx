/** A record of another register, or several, chosen by a few letters. */
import { useRef, useState } from 'react';
import { ComboBox } from '../../components/combo-box.tsx';
import { sentenceOf } from '../../domain/failure-words.ts';
import type { Kind } from '../../domain/kinds.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { findRecords } from '../../stores/finder.ts';
import { goToRecord } from '../../stores/navigation.ts';
import type { FieldProps } from './field-props.ts';
import { ListField } from './list-field.tsx';

type Props = FieldProps & { of: readonly Kind[] };

export function RecordField({ field, value, names, commit, of }: Props) {
  const [error, setError] = useState<string | null>(null);
  const { find, named } = useFinder(of);
  const save = (id: string | null) =>
    void commit(id, named(id)).then((reply) => setError(reply.ok ? null : sentenceOf(reply.error)));
  const id = typeof value === 'string' ? value : null;
  return (
    <ComboBox
      label={field.label}
      value={id}
      valueLabel={id === null ? '' : (names[id] ?? '(removed)')}
      onChange={save}
      find={find}
      error={error}
      nothingFound={`No ${registerOf(of[0] ?? 'person').one} by these words.`}
      {...(field.help === undefined ? {} : { help: field.help })}
    />
  );
}

export function RecordsField({ of, ...props }: Props) {
  const { names } = props;
  const { find, named } = useFinder(of);
  return (
    <ListField
      {...props}
      unnamed="this one"
      renderLine={(id) => (
        <button type="button" className="as-link" onClick={() => goToRecord(id)}>
          <bdi>{names[id] ?? '(removed)'}</bdi>
        </button>
      )}
      renderAdder={({ key, label, error, help, add }) => (
        <ComboBox
          key={key}
          label={label}
          isLabelHidden
          value={null}
          valueLabel=""
          placeholder="Add one"
          onChange={(id) => id !== null && add(id, named(id))}
          find={find}
          error={error}
          nothingFound={`No ${registerOf(of[0] ?? 'person').one} by these words.`}
          {...help}
        />
      )}
    />
  );
}

/** Finds records, and remembers what those that were found are called. */
function useFinder(of: readonly Kind[]) {
  const seen = useRef(new Map<string, string>());
  const find = async (text: string) => {
    const options = await findRecords(text, of);
    for (const { id, label } of options) seen.current.set(id, label);
    return options;
  };
  const named = (id: string | null) => {
    const title = id === null ? undefined : seen.current.get(id);
    return id === null || title === undefined ? {} : { [id]: title };
  };
  return { find, named };
}

import { useRef } from 'react';
import { ComboBox } from '../components/combo-box.tsx';
import { type PersonId, personId } from '../domain/ids.ts';
import { findPeople } from '../stores/people-options.ts';

interface Props {
  label: string;
  isLabelHidden?: boolean;
  value: PersonId | null;
  /** Names of the people that the record mentions. */
  names: Readonly<Record<string, string>>;
  /** Who was chosen, and the name they were chosen by; null and empty when the field was emptied. */
  onChange: (person: PersonId | null, name: string) => void;
  isDisabled?: boolean;
  isRequired?: boolean;
  error?: string | null;
  placeholder?: string;
  help?: string;
}

/** Chooses somebody from the register of people. */
export function PersonPicker({ value, names, onChange, ...rest }: Props) {
  const seen = useRef(new Map<string, string>());
  const find = async (text: string) => {
    const options = await findPeople(text);
    for (const { id, label } of options) seen.current.set(id, label);
    return options;
  };
  return (
    <ComboBox
      {...rest}
      value={value}
      valueLabel={value === null ? '' : (names[value] ?? 'No longer in the register')}
      onChange={(id) =>
        id === null ? onChange(null, '') : onChange(personId.parse(id), seen.current.get(id) ?? '')
      }
      find={find}
    />
  );
}

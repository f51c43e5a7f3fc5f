import { Name } from '../../components/names.tsx';
import { PersonPicker } from '../person-picker.tsx';
import type { FieldProps } from './field-props.ts';
import { ListField } from './list-field.tsx';

/** Several people of the register. */
export function PeopleField(props: FieldProps) {
  const { names } = props;
  return (
    <ListField
      {...props}
      unnamed="this person"
      renderLine={(id) => <Name>{names[id] ?? 'No longer in the register'}</Name>}
      renderAdder={({ key, label, error, help, add }) => (
        <PersonPicker
          key={key}
          label={label}
          isLabelHidden
          value={null}
          names={names}
          placeholder="Add somebody"
          error={error}
          onChange={(id, name) => id !== null && add(id, { [id]: name })}
          {...help}
        />
      )}
    />
  );
}

import { CheckboxButton, CheckboxField, CheckboxGroup, Label } from 'react-aria-components';
import { Icon } from './icons.tsx';
import type { Option } from './select.tsx';

/** Several of a few. */
export function CheckGroup<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: readonly T[];
  options: readonly Option<T>[];
  onChange: (value: T[]) => void;
}) {
  const choose = (chosen: readonly string[]) =>
    onChange(options.map(({ id }) => id).filter((id) => chosen.includes(id)));
  return (
    <CheckboxGroup className="field check-group" value={[...value]} onChange={choose}>
      <Label>{label}</Label>
      <div className="checks">
        {options.map(({ id, label: words }) => (
          <CheckboxField key={id} value={id}>
            <CheckboxButton className="check">
              <span className="check-box">
                <Icon name="check" />
              </span>
              {words}
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
    </CheckboxGroup>
  );
}

import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import type { Option } from './select.tsx';
import './radio-choice.css';

interface Props<T extends string> {
  label: string;
  isLabelHidden?: boolean;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  /** Side by side instead of one under the other. */
  isRow?: boolean;
}

/** One of very few, all of them shown. */
export function RadioChoice<T extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
  isRow = false,
}: Props<T>) {
  const choose = (chosen: string) => {
    const option = options.find(({ id }) => id === chosen);
    if (option) onChange(option.id);
  };
  return (
    <RadioGroup className="field" value={value} onChange={choose}>
      <Label {...(isLabelHidden ? { className: 'visually-hidden' } : {})}>{label}</Label>
      <div className={isRow ? 'choices choices-row' : 'choices'}>
        {options.map(({ id, label: words }) => (
          <RadioField key={id} value={id}>
            <RadioButton className="choice">{words}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}

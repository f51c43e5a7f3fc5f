import { useState } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { Icon } from './icons.tsx';
import type { Option } from './select.tsx';

interface Props {
  label: string;
  isLabelHidden?: boolean;
  /** The chosen id; null when nothing is. */
  value: string | null;
  /** What the field shows for `value`. */
  valueLabel: string;
  onChange: (value: string | null) => void;
  /** Finds options for what was typed; an empty text asks for the first few. */
  find: (text: string) => Promise<readonly Option<string>[]>;
  help?: string;
  error?: string | null | undefined;
  isDisabled?: boolean;
  placeholder?: string;
  nothingFound?: string;
  isRequired?: boolean;
}

/** Chooses one of many by typing a few letters; the options come from outside. Emptying it chooses nobody. */
export function ComboBox({
  label,
  isLabelHidden = false,
  value,
  valueLabel,
  onChange,
  find,
  help,
  error,
  placeholder,
  nothingFound = 'Nobody by that name.',
  ...rest
}: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [options, setOptions] = useState<readonly Option<string>[]>([]);
  const look = (text: string) => void find(text).then(setOptions);
  const leave = () => {
    if (typed !== null && typed.trim() === '' && value !== null) onChange(null);
    setTyped(null);
  };
  return (
    <AriaComboBox
      className="field"
      items={options}
      value={value}
      inputValue={typed ?? valueLabel}
      onInputChange={(text) => {
        if (text === (typed ?? valueLabel)) return;
        setTyped(text);
        look(text);
      }}
      onOpenChange={(isOpen) => {
        if (isOpen && typed === null) look('');
      }}
      onChange={(key) => {
        if (typeof key === 'string' && key !== value) onChange(key);
        if (key !== null) setTyped(null);
      }}
      onBlur={leave}
      isInvalid={Boolean(error)}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="input"
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...rest}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <div className="combo">
        <Input className="input" dir="auto" {...(placeholder ? { placeholder } : {})} />
        <Button className="button button-icon">
          <Icon name="chevron" />
        </Button>
      </div>
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover" offset={4}>
        <ListBox<Option<string>>
          className="options"
          renderEmptyState={() => <p className="no-option">{nothingFound}</p>}
        >
          {(option) => (
            <ListBoxItem className="option" textValue={option.label}>
              <Text slot="label">
                <bdi>{option.label}</bdi>
              </Text>
              {option.detail && <Text slot="description">{option.detail}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

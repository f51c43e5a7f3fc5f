import type { ReactNode } from 'react';
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { Icon } from './icons.tsx';

export interface Option<T extends string> {
  id: T;
  label: string;
  detail?: string;
}

/** A table of words as options, in its own order. */
export function optionsOf<T extends string>(table: Readonly<Record<T, string>>): Option<T>[] {
  // Object.entries widens the keys to string; they are exactly T.
  return (Object.entries(table) as [T, string][]).map(([id, label]) => ({ id, label }));
}

interface Props<T extends string> {
  label: string;
  /** The label is read out but not shown: a filter beside a search field. */
  isLabelHidden?: boolean;
  value: T | null;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  help?: ReactNode;
  error?: string | null | undefined;
  isDisabled?: boolean;
  isRequired?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
}

export function Select<T extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
  help,
  error,
  placeholder = 'Choose …',
  ...rest
}: Props<T>) {
  const choose = (key: unknown) => {
    const chosen = options.find((option) => option.id === key);
    if (chosen) onChange(chosen.id);
  };
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={choose}
      isInvalid={Boolean(error)}
      placeholder={placeholder}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...rest}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <Button className="input select-button">
        <SelectValue />
        <Icon name="chevron" />
      </Button>
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover" offset={4}>
        <ListBox className="options" items={options}>
          {(option) => (
            <ListBoxItem className="option" textValue={option.label}>
              <Text slot="label">{option.label}</Text>
              {option.detail && <Text slot="description">{option.detail}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

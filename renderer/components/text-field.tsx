import type { ReactNode } from 'react';
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  SearchField as AriaSearchField,
  Button as AriaButton,
  Text,
  TextArea as AriaTextArea,
} from 'react-aria-components';
import { Icon } from './icons.tsx';

export interface TextFieldProps {
  label: string;
  /** The label is read out but not shown: a row of a list whose heading says it. */
  isLabelHidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** A sentence of help under the field. */
  help?: ReactNode;
  /** A sentence that says what is wrong; the field is then marked invalid. */
  error?: string | null | undefined;
  type?: 'text' | 'email' | 'tel' | 'password';
  isRequired?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
  autoComplete?: string;
  maxLength?: number;
  placeholder?: string;
  /** Monospaced: keys and words that are compared letter by letter. */
  code?: boolean;
  /** For a name or other text of any script. */
  dir?: 'auto';
  onBlur?: () => void;
}

export function TextField({
  label,
  isLabelHidden = false,
  help,
  error,
  code,
  dir,
  placeholder,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      className="field"
      isInvalid={Boolean(error)}
      autoComplete="off"
      spellCheck="false"
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...rest}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <Input
        className={code ? 'input code' : 'input'}
        {...(dir ? { dir } : {})}
        {...(placeholder ? { placeholder } : {})}
      />
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

export function TextArea({
  label,
  isLabelHidden = false,
  help,
  error,
  rows = 4,
  code: _code,
  dir,
  type: _type,
  placeholder,
  ...rest
}: TextFieldProps & { rows?: number }) {
  return (
    <AriaTextField
      className="field"
      isInvalid={Boolean(error)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...rest}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <AriaTextArea
        className="input"
        rows={rows}
        {...(dir ? { dir } : {})}
        {...(placeholder ? { placeholder } : {})}
      />
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

/** Narrows a list as one types; Escape empties it. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <AriaSearchField
      className="search-field"
      aria-label={label}
      value={value}
      onChange={onChange}
      maxLength={200}
    >
      <Icon name="search" />
      <Input className="input" placeholder={label} dir="auto" />
      <AriaButton className="button button-icon clear" aria-label="Clear the search">
        <Icon name="close" />
      </AriaButton>
    </AriaSearchField>
  );
}

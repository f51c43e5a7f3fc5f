import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import { Icon } from './icons.tsx';

interface Props {
  /** Its name, where no words stand beside it. */
  label?: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  children?: ReactNode;
}

export function Checkbox({ label, children, ...rest }: Props) {
  return (
    <CheckboxField {...rest} {...(label ? { 'aria-label': label } : {})}>
      <CheckboxButton className="check">
        <span className="check-box">
          <Icon name="check" />
        </span>
        {children && <span>{children}</span>}
      </CheckboxButton>
    </CheckboxField>
  );
}

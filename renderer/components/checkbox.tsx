import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
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
    <AriaCheckbox className="check" {...rest} {...(label ? { 'aria-label': label } : {})}>
      <span className="check-box">
        <Icon name="check" />
      </span>
      {children && <span className="check-words">{children}</span>}
    </AriaCheckbox>
  );
}

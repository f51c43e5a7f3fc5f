import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon, type IconName } from './icons.tsx';

interface Props {
  children: ReactNode;
  onPress?: (() => void) | undefined;
  /** `primary`: the one thing to do here; `danger`: takes something away. */
  variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  icon?: IconName;
  isDisabled?: boolean;
  type?: 'button' | 'submit';
  /** Work is under way: the button keeps its place and takes no second press. */
  isPending?: boolean;
  autoFocus?: boolean;
  /** Of a button that shows and hides what stands below it. */
  isExpanded?: boolean;
}

export function Button({ children, onPress, variant = 'plain', icon, isExpanded, ...rest }: Props) {
  const expanded = isExpanded === undefined ? {} : { 'aria-expanded': isExpanded };
  return (
    <AriaButton
      {...rest}
      {...expanded}
      {...(onPress ? { onPress } : {})}
      className={`button button-${variant}`}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </AriaButton>
  );
}

/** A button that is only an icon; its label is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  onPress,
  isDisabled = false,
}: {
  label: string;
  icon: IconName;
  onPress: () => void;
  isDisabled?: boolean;
}) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        className="button button-icon"
        aria-label={label}
        onPress={onPress}
        isDisabled={isDisabled}
      >
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, Label, TimeField as AriaTimeField } from 'react-aria-components';

interface Props {
  label: string;
  /** `HH:MM`, or empty when not known. */
  value: string;
  onChange: (value: string) => void;
}

/** A time of day on the 24-hour clock. */
export function TimeField({ label, value, onChange }: Props) {
  return (
    <AriaTimeField
      className="field time-field"
      value={value === '' ? null : parseTime(value)}
      onChange={(time) => onChange(time ? time.toString().slice(0, 5) : '')}
      hourCycle={24}
      shouldForceLeadingZeros
    >
      <Label>{label}</Label>
      <DateInput className="input segments">
        {(segment) => <DateSegment className="segment" segment={segment} />}
      </DateInput>
    </AriaTimeField>
  );
}

import { CalendarDate, parseDate } from '@internationalized/date';
import { useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  Label,
  Popover,
  Text,
} from 'react-aria-components';
import { type PlainDate, parsePlainDate } from '../domain/dates.ts';
import { Icon } from './icons.tsx';

interface Props {
  label: string;
  isLabelHidden?: boolean;
  value: PlainDate | null;
  /** null when the field was emptied. Not called while a year is half typed. */
  onChange: (value: PlainDate | null) => void;
  help?: string;
  error?: string | null | undefined;
  isDisabled?: boolean;
  isRequired?: boolean;
  onBlur?: () => void;
}

/** A calendar day, typed or picked. */
export function DateField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  help,
  error,
  onBlur,
  ...rest
}: Props) {
  // A day that is not whole yet, such as one of the year 20.
  const [typed, setTyped] = useState<CalendarDate | null>(null);
  return (
    <DatePicker
      className="field date-field"
      value={typed ?? (value ? parseDate(value) : null)}
      onChange={(date) => {
        const day = toPlainDate(date);
        const isWhole = date === null || day !== null;
        setTyped(!isWhole && date instanceof CalendarDate ? date : null);
        if (isWhole) onChange(day);
      }}
      onBlur={() => {
        setTyped(null);
        onBlur?.();
      }}
      isInvalid={Boolean(error)}
      shouldForceLeadingZeros
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...rest}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <Group className="input date-input">
        <DateInput className="segments">
          {(segment) => <DateSegment className="segment" segment={segment} />}
        </DateInput>
        <Button className="button button-icon">
          <Icon name="today" />
        </Button>
      </Group>
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover" offset={4}>
        <Dialog className="calendar-dialog">
          <Calendar className="calendar">
            <header>
              <Button slot="previous" className="button button-icon">
                <Icon name="back" />
              </Button>
              <Heading />
              <Button slot="next" className="button button-icon">
                <Icon name="forward" />
              </Button>
            </header>
            <CalendarGrid>
              {(date) => <CalendarCell className="calendar-cell" date={date} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

/** The day of a date field as the program keeps it; null outside 1900–2199, as while a year is being typed. */
export function toPlainDate(date: { toString(): string } | null): PlainDate | null {
  return date instanceof CalendarDate ? parsePlainDate(date.toString()) : null;
}

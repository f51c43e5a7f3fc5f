/** A day and a time of day, in the vault's time zone, kept as a moment. */
import { useState } from 'react';
import { DateField } from '../../components/date-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type PlainDate, dayOf, momentOf, timeOf } from '../../domain/dates.ts';
import { sentenceOf } from '../../domain/failure-words.ts';
import type { FieldProps } from './field-props.ts';

/** Saved when both are there and one of them is left. */
export function MomentField({ field, value, timeZone, commit }: FieldProps) {
  const saved = typeof value === 'number' ? value : null;
  const [typed, setTyped] = useState<{ day: PlainDate | null; time: string } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const shown = typed ?? {
    day: saved === null ? null : dayOf(saved, timeZone),
    time: saved === null ? '' : timeOf(saved, timeZone),
  };
  const leave = () => {
    if (!typed || typed.day === null || typed.time === '') return;
    const moment = momentOf(typed.day, typed.time, timeZone);
    if (moment === null) return setError('The time is written as 17:30.');
    void commit(moment).then((reply) => {
      setError(reply.ok ? null : sentenceOf(reply.error));
      if (reply.ok) setTyped(null);
    });
  };
  return (
    <div className="fields">
      <DateField
        label={field.label}
        value={shown.day}
        onChange={(day) => setTyped({ ...shown, day })}
        onBlur={leave}
        {...(field.help === undefined ? {} : { help: field.help })}
      />
      <TextField
        label={`${field.label}: time`}
        value={shown.time}
        onChange={(time) => setTyped({ ...shown, time })}
        onBlur={leave}
        help="Such as 17:30."
        maxLength={5}
        error={error}
      />
    </div>
  );
}

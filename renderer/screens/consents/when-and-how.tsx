import { type ReactNode, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { METHODS } from '../../domain/consent.ts';
import type { PlainDate } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';

type How = keyof typeof METHODS;

interface Props {
  title: string;
  today: PlainDate;
  /** What is most likely, filled in. */
  how: How;
  confirm: string;
  isDanger?: boolean;
  onConfirm: (on: PlainDate, how: How) => Promise<Failure | null>;
  onCancel: () => void;
  /** What it means. */
  children?: ReactNode;
}

/** The day and the way of a giving or a withdrawing: filled in, one button. */
export function WhenAndHow({ title, today, confirm, isDanger = false, ...rest }: Props) {
  const [on, setOn] = useState<PlainDate | null>(today);
  const [how, setHow] = useState(rest.how);
  const [failure, setFailure] = useState<Failure | null>(null);
  return (
    <Form
      className="form when-and-how"
      onSubmit={(event) => {
        event.preventDefault();
        if (on) void rest.onConfirm(on, how).then(setFailure);
      }}
    >
      {rest.children && <p>{rest.children}</p>}
      <div className="fields">
        <DateField label={`${title} on`} value={on} onChange={setOn} isRequired />
        <Select label="How" value={how} options={optionsOf<How>(METHODS)} onChange={setHow} />
      </div>
      <FailureText failure={failure} />
      <div className="form-foot">
        <Button onPress={rest.onCancel}>Cancel</Button>
        <Button
          type="submit"
          variant={isDanger ? 'danger' : 'primary'}
          isDisabled={on === null}
          autoFocus
        >
          {confirm}
        </Button>
      </div>
    </Form>
  );
}

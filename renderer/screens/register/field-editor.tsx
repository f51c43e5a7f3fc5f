/** One field of a record, edited in place as its table says. */
import { type ReactNode, useState } from 'react';
import { CheckGroup } from '../../components/check-group.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { CountryField } from '../../components/country-field.tsx';
import {
  EditDate,
  EditSelect,
  EditText,
  EditTextArea,
  useAutosave,
} from '../../components/edit-in-place.tsx';
import { optionsOf } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { parsePlainDate } from '../../domain/dates.ts';
import { listIn, textIn } from '../../domain/fields.ts';
import { sentenceOf } from '../../domain/failure-words.ts';
import { inWords } from '../../domain/registers/in-words.ts';
import { goToRecord } from '../../stores/navigation.ts';
import { PersonPicker } from '../person-picker.tsx';
import type { FieldProps } from './field-props.ts';
import { MomentField } from './moment-field.tsx';
import { PeopleField } from './people-field.tsx';
import { RecordField, RecordsField } from './record-field.tsx';
import { RowsField } from './rows-field.tsx';

/** The editor that a field asks for; one that is filled in by an action of its own is shown in words. */
export function FieldEditor(props: FieldProps) {
  const { field, value, commit, names } = props;
  const { label } = field;
  const help = field.help === undefined ? {} : { help: field.help };
  const needed = field.isNeeded ? { isNeeded: true } : {};
  if (field.isFixed || field.as === 'kept' || field.as === 'part') return <Shown {...props} />;
  switch (field.as) {
    case 'text':
      return (
        <EditText
          label={label}
          value={textIn(value)}
          onCommit={commit}
          maxLength={field.most}
          dir="auto"
          {...help}
          {...needed}
        />
      );
    case 'long-text':
      return (
        <EditTextArea
          label={label}
          value={textIn(value)}
          onCommit={commit}
          maxLength={field.most}
          rows={3}
          dir="auto"
          {...help}
        />
      );
    case 'day':
      return (
        <EditDate
          label={label}
          value={typeof value === 'string' ? parsePlainDate(value) : null}
          onCommit={commit}
          {...help}
          {...needed}
        />
      );
    case 'moment':
      return <MomentField {...props} field={field} />;
    case 'count':
      return <NumberText {...props} toText={String} toValue={wholeNumber} />;
    case 'money':
      return <NumberText {...props} toText={poundsOf} toValue={penceOf} />;
    case 'choice':
      return (
        <EditSelect
          label={label}
          value={textIn(value)}
          options={optionsOf(field.of)}
          onCommit={commit}
          {...help}
        />
      );
    case 'choices':
      return (
        <Saved commit={commit}>
          {(save) => (
            <CheckGroup
              label={label}
              value={listIn(value).map(textIn)}
              options={optionsOf(field.of)}
              onChange={save}
            />
          )}
        </Saved>
      );
    case 'yes-no':
      return (
        <Saved commit={commit}>
          {(save) => (
            <Checkbox isSelected={value === true} onChange={save}>
              {label}
            </Checkbox>
          )}
        </Saved>
      );
    case 'person':
      return (
        <Saved commit={commit}>
          {(save) => (
            <PersonPicker
              label={label}
              // The record was parsed by its schema: a field of this kind holds an id or null.
              value={(value ?? null) as Parameters<typeof PersonPicker>[0]['value']}
              names={names}
              onChange={(person, name) => save(person, person === null ? {} : { [person]: name })}
              {...help}
            />
          )}
        </Saved>
      );
    case 'people':
      return <PeopleField {...props} field={field} />;
    case 'record':
      return <RecordField {...props} of={field.of} />;
    case 'records':
      return <RecordsField {...props} of={field.of} />;
    case 'country':
      return (
        <Saved commit={commit}>
          {(save) => (
            <CountryField
              label={label}
              value={typeof value === 'string' && value !== '' ? value : null}
              onChange={save}
              {...help}
            />
          )}
        </Saved>
      );
    case 'rows':
      return <RowsField {...props} field={field} editor={FieldEditor} />;
    default:
      return field satisfies never;
  }
}

/** Saves what is chosen at once, and says what was refused. */
function Saved({
  commit,
  children,
}: {
  commit: FieldProps['commit'];
  children: (save: (value: unknown, named?: Readonly<Record<string, string>>) => void) => ReactNode;
}) {
  const [error, setError] = useState<string | null>(null);
  const save = (value: unknown, named?: Readonly<Record<string, string>>) =>
    void commit(value, named).then((reply) => setError(reply.ok ? null : sentenceOf(reply.error)));
  return (
    <div className="saved-field">
      {children(save)}
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** A value that is not edited here: in words, and as a link where it names a record. */
function Shown({ field, value, names, timeZone }: FieldProps) {
  const words = inWords(field, value, { names: (id) => names[id] ?? '(removed)', timeZone });
  if (words === '') return null;
  const isLink = (field.as === 'person' || field.as === 'record') && typeof value === 'string';
  return (
    <dl className="details shown-field">
      <div>
        <dt>{field.label}</dt>
        <dd>
          {isLink && names[value] !== undefined && names[value] !== '(removed)' ? (
            <button type="button" className="as-link" onClick={() => goToRecord(value)}>
              <bdi>{words}</bdi>
            </button>
          ) : (
            words.split('\n').map((line, index) => (
              <bdi className="line" key={index}>
                {line}
              </bdi>
            ))
          )}
        </dd>
      </div>
    </dl>
  );
}

/** A number, typed as text; `toValue` answers undefined for what is none. */
function NumberText({
  field,
  value,
  commit,
  toText,
  toValue,
}: FieldProps & {
  toText: (value: number) => string;
  toValue: (text: string) => number | null | undefined;
}) {
  const saved = typeof value === 'number' ? toText(value) : '';
  const check = (text: string) =>
    toValue(text) === undefined ? `${field.label} is not a number that can be kept.` : null;
  const own = useAutosave(saved, (text) => commit(toValue(text) ?? null), { check });
  return (
    <TextField
      label={field.label}
      value={own.value}
      error={own.error}
      onChange={own.change}
      onBlur={own.flush}
      maxLength={16}
      help={field.help}
    />
  );
}

function wholeNumber(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
}

function poundsOf(pence: number): string {
  return (pence / 100).toFixed(2);
}

function penceOf(text: string): number | null | undefined {
  const typed = text.replaceAll(/[£,\s]/g, '');
  if (typed === '') return null;
  return /^-?\d{1,9}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : undefined;
}

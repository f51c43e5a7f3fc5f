/** A new record of any register: what has to be known at the start, and no more. */
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { type Failure, ok } from '../../domain/errors.ts';
import { type Field, valueIn } from '../../domain/fields.ts';
import { makeId } from '../../domain/ids.ts';
import { type Kind, anyRecord } from '../../domain/kinds.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { goToRecord } from '../../stores/navigation.ts';
import { saveNew } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { draftReader, useDraft } from '../use-draft.ts';
import { emptyOf } from './empty-value.ts';
import { FieldEditor } from './field-editor.tsx';

const readForm = draftReader(
  z.object({ values: z.record(z.string(), z.unknown()), names: z.record(z.string(), z.string()) }),
);

export function NewRecord({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const { today, opened } = useOpened();
  const { one, fields, blank } = registerOf(kind);
  const { form, change, drop } = useDraft(`${kind}/new`, { values: {}, names: {} }, readForm);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const all = Object.entries<Field>(fields);
  const begun: object = blank?.(today) ?? {};
  const valueOf = (name: string, field: Field) =>
    form.values[name] ?? valueIn(begun, name) ?? emptyOf(field, today);

  const save = async () => {
    const values = Object.fromEntries(all.map(([name, field]) => [name, valueOf(name, field)]));
    const id = makeId(kind, crypto.getRandomValues(new Uint8Array(16)));
    const parsed = anyRecord.safeParse({ ...begun, ...values, kind, id });
    if (!parsed.success) {
      const name = String(parsed.error.issues[0]?.path[0] ?? '');
      const field = all.find(([own]) => own === name)?.[1];
      const named = field ? `“${field.label}”` : 'A field';
      return setProblem(`${named} is needed, or cannot be kept as it is.`);
    }
    const saved = await saveNew(parsed.data);
    if (!saved.ok) return setFailure(saved.error);
    drop();
    goToRecord(parsed.data.id);
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  const leave = () => {
    drop();
    onClose();
  };

  return (
    <Dialog title={`New ${one}`} isOpen onClose={leave}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          // What is still being typed is taken when its field is left.
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          requestAnimationFrame(() => void latest.current());
        }}
      >
        {all
          .filter(([, { atStart }]) => atStart)
          .map(([name, field]) => (
            <FieldEditor
              key={name}
              field={asEditable(field)}
              value={valueOf(name, field)}
              names={form.names}
              timeZone={opened.group.timeZone}
              commit={(value, named) => {
                const values = { ...form.values, [name]: value };
                change({ values, names: { ...form.names, ...named } });
                return Promise.resolve(ok(null));
              }}
            />
          ))}
        {problem && (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <FailureText failure={failure} />
        <div className="form-foot">
          <Button onPress={leave}>Cancel</Button>
          <Button type="submit" variant="primary">
            Add {one}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** What stays once the record is made is still to be filled in here. */
function asEditable(field: Field): Field {
  const { isFixed: _isFixed, ...rest } = field;
  return rest;
}

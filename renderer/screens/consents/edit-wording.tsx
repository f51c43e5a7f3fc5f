/** A wording of the group's own: a new one, the next version of one, or one that nobody was asked with yet. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import { WITHDRAWING } from '../../domain/consent.ts';
import type { Failure, Result } from '../../domain/errors.ts';
import { makeId, wordingId } from '../../domain/ids.ts';
import {
  CONSENT_PURPOSES,
  type Wording,
  type WordingView,
  versionAfter,
} from '../../domain/wording.ts';
import { recordStoreOf, saveNew } from '../../stores/records.ts';

type Purpose = keyof typeof CONSENT_PURPOSES;
const OPTIONS = optionsOf<Purpose>(CONSENT_PURPOSES);

interface Props {
  /** The wording that it begins with; null: none. */
  of: WordingView | null;
  onClose: () => void;
}

export function EditWording({ of, onClose }: Props) {
  const [own, setOwn] = useState(() => beginning(of));
  const [failure, setFailure] = useState<Failure | null>(null);
  const isEdit = of !== null && of.own === own.id;
  const change = (part: Partial<Wording>) => setOwn({ ...own, ...part });
  const isComplete = [own.title, own.text, own.data, own.withdrawal].every(
    (text) => text.trim() !== '',
  );
  const save = async () => {
    const saved = isEdit ? await saveAgain(own) : await saveNew<'wording'>(own);
    if (!saved.ok) return setFailure(saved.error);
    onClose();
  };
  return (
    <Dialog
      title={of === null ? 'New wording' : `${of.wording.title}, version ${own.version}`}
      isOpen
      onClose={onClose}
    >
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {of === null && (
          <Select
            label="For"
            value={purposeOf(own)}
            options={OPTIONS}
            onChange={(purpose) => change({ purpose })}
          />
        )}
        <TextField
          label="Title"
          value={own.title}
          onChange={(title) => change({ title })}
          maxLength={200}
          dir="auto"
        />
        <TextArea
          label="Words"
          value={own.text}
          onChange={(text) => change({ text })}
          maxLength={5_000}
          rows={5}
          dir="auto"
          help="Beginning with “I agree that …”: who does what with which data."
        />
        <TextArea
          label="Data"
          value={own.data}
          onChange={(data) => change({ data })}
          maxLength={1_000}
          rows={3}
          dir="auto"
          help="One kind to a line."
        />
        <TextArea
          label="Withdrawing"
          value={own.withdrawal}
          onChange={(withdrawal) => change({ withdrawal })}
          maxLength={1_000}
          rows={3}
          dir="auto"
        />
        <FailureText failure={failure} />
        <div className="form-foot">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={!isComplete}>
            {isEdit ? 'Save wording' : of === null ? 'Add wording' : 'Add version'}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

async function saveAgain(own: Wording): Promise<Result<unknown>> {
  const store = recordStoreOf('wording');
  await store.load(own.id);
  return store.change(() => own);
}

/** What the form begins with: the wording itself while it may be edited, else the next version of it. */
function beginning(of: WordingView | null): Wording {
  const id = makeId('wording', crypto.getRandomValues(new Uint8Array(16)));
  if (of === null) {
    return {
      kind: 'wording',
      id,
      purpose: 'publications',
      series: id,
      version: '1.0',
      title: '',
      text: '',
      data: '',
      withdrawal: WITHDRAWING,
    };
  }
  const { id: series, version, purpose, title, text, dataTypes, withdrawal } = of.wording;
  const isEdit = of.own !== null && !of.isUsed;
  return {
    kind: 'wording',
    id: isEdit ? wordingId.parse(of.own) : id,
    purpose,
    series,
    version: isEdit ? version : versionAfter(version),
    title,
    text,
    data: dataTypes.join('\n'),
    withdrawal,
  };
}

function purposeOf({ purpose }: Wording): Purpose | null {
  return OPTIONS.find(({ id }) => id === purpose)?.id ?? null;
}

/** Another lawful basis for a purpose: it rests on a decision that has backed no other change (clause BASIS). */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { type Failure, ok } from '../../domain/errors.ts';
import type { Field } from '../../domain/fields.ts';
import { decisionId } from '../../domain/ids.ts';
import { BASIS_WORDS } from '../../domain/purposes.ts';
import { type PurposeView, changePurpose } from '../../stores/purposes.ts';
import { useOpened } from '../../stores/session.ts';
import { FieldEditor } from '../register/field-editor.tsx';

const DECISION: Field = {
  label: 'Decision',
  why: 'To prove who decided on the basis.',
  help: 'By its words, as they stand in Office → Decisions.',
  as: 'record',
  of: ['decision'],
};

interface Props {
  view: PurposeView;
  isOpen: boolean;
  onClose: () => void;
}

export function ChangeBasis({ view, isOpen, onClose }: Props) {
  return isOpen ? <Form view={view} onClose={onClose} /> : null;
}

function Form({ view: { id, purpose }, onClose }: Omit<Props, 'isOpen'>) {
  const { timeZone } = useOpened().opened.group;
  const [decision, setDecision] = useState<unknown>(null);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const to = purpose.basis === 'consent' ? 'legitimate-interests' : 'consent';
  const chosen = decisionId.safeParse(decision);
  const save = async () => {
    if (!chosen.success) return;
    const saved = await changePurpose(id, { basis: { to, decision: chosen.data } });
    if (!saved.ok) return setFailure(saved.error);
    onClose();
  };
  return (
    <Dialog title="Change the basis" isOpen onClose={onClose}>
      <div className="form">
        <p>
          “{purpose.name}” rests on {BASIS_WORDS[purpose.basis].toLowerCase()}. From today it would
          rest on {BASIS_WORDS[to].toLowerCase()}. Say why in its balance of interests, too.
        </p>
        <FieldEditor
          field={DECISION}
          value={decision}
          names={names}
          timeZone={timeZone}
          commit={(value, named) => {
            setDecision(value);
            setNames({ ...names, ...named });
            return Promise.resolve(ok(null));
          }}
        />
        <FailureText failure={failure} />
        <div className="form-foot">
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!chosen.success} onPress={() => void save()}>
            Change the basis
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

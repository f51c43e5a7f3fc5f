import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { RadioChoice } from '../../components/radio-choice.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { CONSENT_WORDINGS, type Consent, METHODS } from '../../domain/consent.ts';
import type { PlainDate } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import { type PersonId, makeId } from '../../domain/ids.ts';
import { consentEvent } from '../../stores/consents.ts';
import { go } from '../../stores/navigation.ts';
import { saveNew } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { PersonPicker } from '../person-picker.tsx';

const WORDINGS = CONSENT_WORDINGS.map(({ id, title, version }) => ({
  id,
  label: title,
  detail: `version ${version}`,
}));

const STATES = optionsOf({ given: 'Given already', asked: 'Asked for, not given yet' });

/** Who agrees to what: given already, or asked for and open. */
export function NewConsent({ onClose }: { onClose: () => void }) {
  const { today } = useOpened();
  const [person, setPerson] = useState<{ id: PersonId; name: string } | null>(null);
  const [wordingId, setWording] = useState<string | null>(null);
  const [isGiven, setGiven] = useState(true);
  const [on, setOn] = useState<PlainDate | null>(today);
  const [how, setHow] = useState<keyof typeof METHODS>('paper');
  const [failure, setFailure] = useState<Failure | null>(null);
  const wording = CONSENT_WORDINGS.find(({ id }) => id === wordingId);
  const isComplete = person !== null && wording !== undefined && (!isGiven || on !== null);

  const save = async () => {
    if (!person || !wording) return;
    const { id, version, title, text, dataTypes, withdrawal } = wording;
    const consent: Consent = {
      kind: 'consent',
      id: makeId('consent', crypto.getRandomValues(new Uint8Array(16))),
      person: person.id,
      purpose: wording.purpose,
      wording: { id, version, title, text, dataTypes: [...dataTypes], withdrawal },
      language: 'en-GB',
      given: isGiven && on ? await consentEvent(on, how) : null,
      withdrawn: null,
      expires: null,
      notes: '',
    };
    const saved = await saveNew(consent);
    if (!saved.ok) return setFailure(saved.error);
    go('consents', consent.id);
  };

  return (
    <Dialog title="New consent" isOpen onClose={onClose}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <PersonPicker
          label="Person"
          value={person?.id ?? null}
          names={person ? { [person.id]: person.name } : {}}
          onChange={(id, name) => setPerson(id && { id, name })}
          isRequired
        />
        <Select
          label="Wording"
          value={wordingId}
          options={WORDINGS}
          onChange={setWording}
          isRequired
        />
        {wording && <blockquote className="wording">{wording.text}</blockquote>}
        <RadioChoice
          label="State"
          value={isGiven ? 'given' : 'asked'}
          options={STATES}
          onChange={(state) => setGiven(state === 'given')}
        />
        {isGiven && (
          <div className="fields">
            <DateField label="Given on" value={on} onChange={setOn} isRequired />
            <Select
              label="How"
              value={how}
              options={optionsOf<keyof typeof METHODS>(METHODS)}
              onChange={setHow}
            />
          </div>
        )}
        <FailureText failure={failure} />
        <div className="form-foot">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={!isComplete}>
            Add consent
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

import { useState } from 'react';
import { Form } from 'react-aria-components';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { RadioChoice } from '../../components/radio-choice.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { CONSENT_WORDINGS, type Consent, METHODS } from '../../domain/consent.ts';
import { plainDate } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import { makeId, personId } from '../../domain/ids.ts';
import { consentEvent } from '../../stores/consents.ts';
import { go } from '../../stores/navigation.ts';
import { saveNew } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { PersonPicker } from '../person-picker.tsx';
import { draftReader, useDraft } from '../use-draft.ts';

const WORDINGS = CONSENT_WORDINGS.map(({ id, title, version }) => ({
  id,
  label: title,
  detail: `version ${version}`,
}));

const newConsentForm = z.object({
  person: z.object({ id: personId, name: z.string() }).nullable(),
  wordingId: z.string().nullable(),
  isGiven: z.boolean(),
  on: plainDate.nullable(),
  // Object.keys widens to string[]; the keys are exactly the methods.
  how: z.enum(Object.keys(METHODS) as [Method, ...Method[]]),
});
type NewConsentForm = z.infer<typeof newConsentForm>;
type Method = keyof typeof METHODS;
const readForm = draftReader(newConsentForm);

const STATES = optionsOf({ given: 'Given already', asked: 'Asked for, not given yet' });

/** Who agrees to what: given already, or asked for and open. */
export function NewConsent({ onClose }: { onClose: () => void }) {
  const { today } = useOpened();
  const { form, change, drop } = useDraft<NewConsentForm>(
    'consent/new',
    { person: null, wordingId: null, isGiven: true, on: today, how: 'paper' },
    readForm,
  );
  const { person, wordingId, isGiven, on, how } = form;
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
    drop();
    go('consents', consent.id);
  };
  const leave = () => {
    drop();
    onClose();
  };

  return (
    <Dialog title="New consent" isOpen onClose={leave}>
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
          onChange={(id, name) => change({ person: id && { id, name } })}
          isRequired
        />
        <Select
          label="Wording"
          value={wordingId}
          options={WORDINGS}
          onChange={(id) => change({ wordingId: id })}
          isRequired
        />
        {wording && <blockquote className="wording">{wording.text}</blockquote>}
        <RadioChoice
          label="State"
          value={isGiven ? 'given' : 'asked'}
          options={STATES}
          onChange={(state) => change({ isGiven: state === 'given' })}
        />
        {isGiven && (
          <div className="fields">
            <DateField
              label="Given on"
              value={on}
              onChange={(day) => change({ on: day })}
              isRequired
            />
            <Select
              label="How"
              value={how}
              options={optionsOf<keyof typeof METHODS>(METHODS)}
              onChange={(chosen) => change({ how: chosen })}
            />
          </div>
        )}
        <FailureText failure={failure} />
        <div className="form-foot">
          <Button onPress={leave}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={!isComplete}>
            Add consent
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { RadioChoice } from '../../components/radio-choice.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { METHODS, askedConsent } from '../../domain/consent.ts';
import { plainDate } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import { type PersonId, makeId, personId } from '../../domain/ids.ts';
import type { PurposeId } from '../../domain/purposes.ts';
import { consentEvent } from '../../stores/consents.ts';
import { go } from '../../stores/navigation.ts';
import { saveNew } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { loadWordings, useWordings } from '../../stores/wordings.ts';
import { PersonPicker } from '../person-picker.tsx';
import { draftReader, useDraft } from '../use-draft.ts';

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

interface Props {
  /** Who is asked for what, where that is known: then it stays where it was asked from. */
  asked?: { person: { id: PersonId; name: string }; purpose: PurposeId };
  onClose: () => void;
}

/** Who agrees to what: given already, or asked for and open. */
export function NewConsent({ asked, onClose }: Props) {
  const { today } = useOpened();
  const { form, change, drop } = useDraft<NewConsentForm>(
    asked ? `consent/new/${asked.person.id}` : 'consent/new',
    { person: asked?.person ?? null, wordingId: null, isGiven: true, on: today, how: 'paper' },
    readForm,
  );
  useEffect(() => void loadWordings(), []);
  const wordings = useWordings(({ all }) => all).map((one) => one.wording);
  const fitting = asked ? wordings.filter(({ purpose }) => purpose === asked.purpose) : wordings;
  const { person, isGiven, on, how } = form;
  const wordingId = form.wordingId ?? (asked ? (fitting[0]?.id ?? null) : null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const wording = fitting.find(({ id }) => id === wordingId);
  const isComplete = person !== null && wording !== undefined && (!isGiven || on !== null);

  const save = async () => {
    if (!person || !wording) return;
    const id = makeId('consent', crypto.getRandomValues(new Uint8Array(16)));
    const given = isGiven && on ? await consentEvent(on, how) : null;
    const saved = await saveNew<'consent'>({ ...askedConsent(id, person.id, wording), given });
    if (!saved.ok) return setFailure(saved.error);
    drop();
    if (asked) onClose();
    else go('consents', id);
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
          options={fitting.map(({ id, title, version }) => ({
            id,
            label: title,
            detail: `version ${version}`,
          }))}
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

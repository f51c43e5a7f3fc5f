/** A new person begins with how they came: that decides what may be kept, and what for. */
import { useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Failure } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import { ROUTES } from '../../domain/person.ts';
import { POSTS } from '../../domain/posts.ts';
import { BASIS_WORDS } from '../../domain/purposes.ts';
import { go } from '../../stores/navigation.ts';
import { usePurpose } from '../../stores/purposes.ts';
import { saveNew } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { sayUndoable } from '../shell/undo-last.ts';
import { useDraft } from '../use-draft.ts';
import {
  EMPTY_FORM,
  type NewPersonForm,
  mayBeProspect,
  personFrom,
  problemsOf,
  purposeFor,
  readForm,
} from './new-person-draft.ts';

const DRAFT = 'person/new';
// COLLECT-CQI: nothing is stored under that route, not even a draft.
const kept = (form: NewPersonForm) => (form.route === 'cqi-form' ? null : form);
const REFUSED: Failure = { code: 'person/cqi-route' };

export function NewPerson() {
  const { today } = useOpened();
  const { form, change, drop } = useDraft(DRAFT, EMPTY_FORM, readForm, kept);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const leave = (to: string) => {
    drop();
    go('people', to);
  };
  const { route } = form;
  const isRefused = route === 'cqi-form';
  const purpose = usePurpose(purposeFor(form, route ?? 'direct'));
  const problems = tried ? problemsOf(form) : {};

  const submit = async (event: { preventDefault: () => void }) => {
    event.preventDefault();
    setTried(true);
    if (!route || isRefused || Object.keys(problemsOf(form)).length > 0) return;
    const id = makeId('person', crypto.getRandomValues(new Uint8Array(16)));
    const reply = await saveNew<'person'>(personFrom(form, route, id, today));
    setFailure(reply.ok ? null : reply.error);
    if (!reply.ok) return;
    sayUndoable('Added.');
    leave(id);
  };

  return (
    <form className="pane" onSubmit={(event) => void submit(event)} noValidate>
      <header className="pane-head">
        <div className="pane-title">
          <h2>New person</h2>
        </div>
        <IconButton label="Close" icon="close" onPress={() => leave('')} />
      </header>
      <div className="form">
        <Select
          label="How they came to the group"
          value={route}
          options={optionsOf(ROUTES)}
          onChange={(chosen) => change({ route: chosen })}
          autoFocus
        />
        {isRefused && <FailureText failure={REFUSED} />}
        {route && !isRefused && (
          <>
            <p className="help">
              Kept for: {purpose.name}. Basis: {BASIS_WORDS[purpose.basis].toLowerCase()}.
            </p>
            <TextField
              label="Name"
              value={form.name}
              onChange={(name) => change({ name })}
              error={problems.name}
              maxLength={200}
              dir="auto"
            />
            {route === 'steering-group' && (
              <Select
                label="Post, from today"
                value={form.post}
                options={optionsOf(POSTS)}
                onChange={(chosen) => change({ post: chosen })}
                placeholder="None"
              />
            )}
            <TextField
              label="E-mail"
              type="email"
              value={form.email}
              onChange={(email) => change({ email })}
              error={problems.email}
              maxLength={254}
            />
            <TextField
              label="Phone"
              type="tel"
              value={form.phone}
              onChange={(phone) => change({ phone })}
              maxLength={60}
            />
            <TextField
              label="Organisation"
              value={form.organisation}
              onChange={(organisation) => change({ organisation })}
              maxLength={200}
              dir="auto"
            />
            {mayBeProspect(route) && (
              <Checkbox
                isSelected={form.isProspect}
                onChange={(isProspect) => change({ isProspect })}
              >
                To be informed as a prospective member: consent is asked for
              </Checkbox>
            )}
            <FailureText failure={failure} />
            <div className="form-foot">
              <Button onPress={() => leave('')}>Cancel</Button>
              <Button type="submit" variant="primary">
                Add person
              </Button>
            </div>
          </>
        )}
      </div>
    </form>
  );
}

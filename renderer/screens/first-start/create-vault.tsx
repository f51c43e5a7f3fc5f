import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { CountryField } from '../../components/country-field.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Failure } from '../../domain/errors.ts';
import { POSTS, type Post } from '../../domain/posts.ts';
import { createVault } from '../../stores/session.ts';
import { Door } from '../unlock/door.tsx';
import { StrengthMeter, useStrength } from './strength-meter.tsx';

/** Whose vault it is, and the passphrase that opens it. */
export function CreateVault({ onBack }: { onBack: () => void }) {
  const [groupName, setGroupName] = useState('');
  const [name, setName] = useState('');
  const [post, setPost] = useState<Post>('secretary');
  const [country, setCountry] = useState('GB');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const strength = useStrength(passphrase, [groupName, name]);

  const submit = async (event: { preventDefault: () => void }) => {
    event.preventDefault();
    setFailure(null);
    const missing = whatIsMissing(groupName, name, passphrase, again);
    setWrong(missing);
    if (missing || busy) return;
    setBusy(true);
    try {
      const reply = await createVault({
        groupName: groupName.trim(),
        owner: { name: name.trim(), post, country },
        passphrase,
      });
      if (!reply.ok) setFailure(reply.error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Door title="Create a vault" isWide>
      <form className="form create" onSubmit={(event) => void submit(event)}>
        <fieldset>
          <legend>The group and you</legend>
          <TextField
            label="Name of the group"
            value={groupName}
            onChange={setGroupName}
            maxLength={200}
            dir="auto"
            autoFocus
          />
          <TextField label="Your name" value={name} onChange={setName} maxLength={200} dir="auto" />
          <Select label="Your post" value={post} onChange={setPost} options={optionsOf(POSTS)} />
          <CountryField
            label="Where you work from"
            value={country}
            onChange={setCountry}
            help="Officers outside the EU are noted when something is shared with them."
          />
        </fieldset>
        <fieldset>
          <legend>The passphrase</legend>
          <TextField
            label="Passphrase"
            type="password"
            value={passphrase}
            onChange={setPassphrase}
            maxLength={1000}
            help="Four or more words that have nothing to do with one another are easy to remember and hard to guess."
          />
          <StrengthMeter strength={strength} isAsked={passphrase !== ''} />
          <TextField
            label="Passphrase again"
            type="password"
            value={again}
            onChange={setAgain}
            maxLength={1000}
          />
          <p className="help">
            Nobody can reset it. If it is forgotten, only the recovery sheet, which comes next,
            opens the vault.
          </p>
        </fieldset>
        <div className="create-end">
          {wrong && (
            <p className="field-error" role="alert">
              {wrong}
            </p>
          )}
          <FailureText failure={failure} />
          <div className="form-foot">
            <Button onPress={onBack}>Back</Button>
            <Button type="submit" variant="primary" isPending={busy}>
              {busy ? 'Making the vault …' : 'Create the vault'}
            </Button>
          </div>
        </div>
      </form>
    </Door>
  );
}

function whatIsMissing(
  groupName: string,
  name: string,
  passphrase: string,
  again: string,
): string | null {
  if (groupName.trim() === '') return 'The group needs a name.';
  if (name.trim() === '') return 'Your name is needed: minutes and bundles say who wrote them.';
  if (passphrase === '') return 'Choose a passphrase.';
  if (passphrase !== again) return 'The two passphrases are not the same. Type them once more.';
  return null;
}

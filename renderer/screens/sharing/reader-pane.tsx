/** From a sealed file to what is in it: passphrase if needed, words to compare, then everything or nothing. */
import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { countryName } from '../../components/country-field.tsx';
import { FailureText } from '../../components/failure.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { Progress } from '../../components/progress.tsx';
import { TextField } from '../../components/text-field.tsx';
import { POSTS } from '../../domain/posts.ts';
import { takeHandedOver, useHandedOver } from '../../stores/handed-over.ts';
import {
  cancelOpening,
  chooseBundle,
  closeBundle,
  dropBundle,
  openBundle,
  takeBundle,
  useReader,
} from '../../stores/reader.ts';
import { OpenedBundle } from './opened-bundle.tsx';
import { Words } from './words.tsx';

/** @param hasVault a bundle can also be sealed for this vault's card; without one it needs a passphrase. */
export function ReaderPane({ hasVault }: { hasVault: boolean }) {
  const { step, bundle, progress } = useReader();
  // Kept here only while the words are compared: the vault asks for it again to open.
  const [passphrase, setPassphrase] = useState('');
  const handed = useHandedOver((state) => state.file);
  useEffect(() => {
    if (handed?.kind !== 'bundle') return;
    takeBundle(handed);
    if (hasVault) takeHandedOver('bundle');
  }, [handed, hasVault]);

  const open = (acceptUnknown: boolean) =>
    void openBundle(passphrase === '' ? null : passphrase, acceptUnknown);
  const close = () => {
    setPassphrase('');
    void closeBundle();
  };

  if (step === 'open' && bundle) return <OpenedBundle bundle={bundle} onClose={close} />;
  return (
    <div className="sharing-column reader">
      {step === 'opening' && (
        <Progress label="Checking the bundle" progress={progress} onCancel={cancelOpening} />
      )}
      {step === 'compare' && <CompareSender onAgree={() => open(true)} onRefuse={close} />}
      {step === 'choose' && (
        <ChooseBundle
          hasVault={hasVault}
          passphrase={passphrase}
          onPassphrase={setPassphrase}
          onOpen={() => open(false)}
        />
      )}
    </div>
  );
}

function ChooseBundle({
  hasVault,
  passphrase,
  onPassphrase,
  onOpen,
}: {
  hasVault: boolean;
  passphrase: string;
  onPassphrase: (typed: string) => void;
  onOpen: () => void;
}) {
  const { file, error } = useReader();
  const isReady = file !== null && (hasVault || passphrase.trim() !== '');
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onOpen();
      }}
    >
      <FileDrop
        label="Drop the sealed file here"
        choose="Choose a bundle"
        chosen={file?.name ?? null}
        onChoose={() => void chooseBundle()}
        onDrop={dropBundle}
      />
      {file && (
        <TextField
          label="Passphrase"
          value={passphrase}
          onChange={onPassphrase}
          isRequired={!hasVault}
          autoFocus
          code
          maxLength={1_000}
          help={
            hasVault
              ? 'Leave it empty when the bundle was sealed for your card.'
              : 'The words that the sender told you by phone.'
          }
        />
      )}
      <FailureText failure={error} />
      {file && (
        <div className="form-foot">
          <Button type="submit" variant="primary" isDisabled={!isReady}>
            Open bundle
          </Button>
        </div>
      )}
    </Form>
  );
}

/** A signature says only that a key signed: whose it is, only a voice can say. */
function CompareSender({ onAgree, onRefuse }: { onAgree: () => void; onRefuse: () => void }) {
  const sender = useReader((state) => state.sender);
  if (!sender) return null;
  const { card, words } = sender;
  return (
    <section className="compare" aria-label="Compare the words">
      <h2>
        Is this from <bdi>{card.name}</bdi>?
      </h2>
      <p>
        The bundle says so: {POSTS[card.post]}, {countryName(card.country)}. Their card is not known
        here. Ring them on a number that you know, and ask them to read out the words of their card.
        Nothing of the bundle is shown until you say that every word agrees.
      </p>
      <Words words={words} label="The words of the sender’s card" />
      <div className="pane-actions">
        <Button variant="primary" icon="check" onPress={onAgree}>
          The words agree
        </Button>
        <Button onPress={onRefuse}>They do not agree</Button>
      </div>
    </section>
  );
}

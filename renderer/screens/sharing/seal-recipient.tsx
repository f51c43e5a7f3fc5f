import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { CountryField, countryName } from '../../components/country-field.tsx';
import { RadioChoice } from '../../components/radio-choice.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { POSTS, type Post } from '../../domain/posts.ts';
import { copyText } from '../../stores/host.ts';
import type { CardRow } from '../../stores/lists.ts';
import { go } from '../../stores/navigation.ts';
import { bundlePassphrase, useCards } from '../../stores/sharing.ts';
import { say } from '../../stores/toasts.ts';
import { NOBODY, type Recipient } from './seal-draft.ts';

const METHODS = optionsOf({ card: 'For an officer’s card', passphrase: 'By a passphrase' });

interface Props {
  value: Recipient;
  onChange: (value: Recipient) => void;
}

/** Officers by their cards, or anybody with a passphrase that travels by another way. */
export function SealRecipient({ value, onChange }: Props) {
  return (
    <>
      <RadioChoice
        label="How it is sealed"
        isLabelHidden
        isRow
        value={value.method}
        options={METHODS}
        onChange={(method) => onChange({ ...NOBODY, method })}
      />
      {value.method === 'card' ? (
        <ByCard value={value} onChange={onChange} />
      ) : (
        <ByPassphrase value={value} onChange={onChange} />
      )}
    </>
  );
}

function ByCard({ value, onChange }: Props) {
  const cards = useCards((state) => state.cards) ?? [];
  const choose = (card: CardRow, isChosen: boolean) => {
    const chosen = cards.filter(({ id }) => (id === card.id ? isChosen : value.cards.includes(id)));
    onChange({
      ...value,
      cards: chosen.map(({ id }) => id),
      post: chosen[0]?.post ?? null,
      countries: chosen.map(({ country }) => country),
    });
  };
  if (cards.length === 0) {
    return (
      <p className="muted">
        No officer’s card is here yet.{' '}
        <Button variant="quiet" onPress={() => go('sharing', 'card')}>
          Add a card
        </Button>
      </p>
    );
  }
  return (
    <ul className="check-list">
      {cards.map((card) => {
        const isOtherPost = value.post !== null && card.post !== value.post;
        return (
          <li key={card.id}>
            <Checkbox
              isSelected={value.cards.includes(card.id)}
              onChange={(isChosen) => choose(card, isChosen)}
              isDisabled={isOtherPost}
            >
              <bdi>{card.name}</bdi>{' '}
              <span className="muted">
                {POSTS[card.post]}, {countryName(card.country)}
                {isOtherPost && ' · another post needs a bundle of its own'}
              </span>
            </Checkbox>
          </li>
        );
      })}
    </ul>
  );
}

function ByPassphrase({ value, onChange }: Props) {
  const { passphrase } = value;
  useEffect(() => {
    if (passphrase !== '') return;
    let isStale = false;
    void bundlePassphrase().then((made) => {
      if (made && !isStale) onChange({ ...value, passphrase: made });
    });
    return () => {
      isStale = true;
    };
  }, [passphrase, value, onChange]);
  return (
    <>
      <div className="fields">
        <Select
          label="Recipient’s post"
          value={value.post}
          options={optionsOf<Post>(POSTS)}
          onChange={(post) => onChange({ ...value, post })}
          isRequired
        />
        <CountryField
          value={value.countries[0] ?? null}
          onChange={(country) => onChange({ ...value, countries: [country] })}
        />
      </div>
      <div className="passphrase">
        <span className="label" id="bundle-passphrase">
          Passphrase
        </span>
        <output className="code" aria-labelledby="bundle-passphrase">
          {passphrase}
        </output>
        <Button
          icon="key"
          isDisabled={passphrase === ''}
          onPress={() =>
            void copyText(passphrase).then(() => say('Copied; it is cleared after 30 seconds.'))
          }
        >
          Copy passphrase
        </Button>
        <p className="help">
          Tell it over the phone, never in the same message as the file. It is not kept here.
        </p>
      </div>
    </>
  );
}

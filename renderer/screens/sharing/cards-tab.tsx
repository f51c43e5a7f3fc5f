/** The public halves: mine to send, others' to trust after their words were read out. */
import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { countryName } from '../../components/country-field.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section, Tag } from '../../components/layout.tsx';
import { formatDay } from '../../domain/dates.ts';
import { POSTS } from '../../domain/posts.ts';
import { takeHandedOver, useHandedOver } from '../../stores/handed-over.ts';
import type { CardRow } from '../../stores/lists.ts';
import {
  chooseCard,
  dropCard,
  keepCard,
  readCard,
  saveOwnCard,
  useCards,
} from '../../stores/sharing.ts';
import { Words } from './words.tsx';

export function CardsTab() {
  const { own, cards, reading, done, error } = useCards();
  const handed = useHandedOver((state) => state.file);
  useEffect(() => {
    const file = takeHandedOver('card');
    if (file) void readCard(file);
  }, [handed]);

  return (
    <div className="page-body sharing-column">
      <FailureText failure={error} />
      {done && <p role="status">{done}</p>}
      {reading && <Compare />}
      <Section title="Your card">
        <p className="muted">
          Send it by any means: it holds no secret. When its receiver rings you, read these words
          out, so that they know it is yours.
        </p>
        {own && (
          <>
            <p>
              <bdi>{own.content.name}</bdi>, {POSTS[own.content.post]},{' '}
              {countryName(own.content.country)}
            </p>
            <Words words={own.words} label="The words of your card" />
          </>
        )}
        <div>
          <Button icon="save" onPress={() => void saveOwnCard()} isDisabled={!own}>
            Save my card
          </Button>
        </div>
      </Section>
      <Section
        title="Other officers"
        action={
          <Button icon="plus" onPress={() => void chooseCard()}>
            Add a card
          </Button>
        }
      >
        {cards?.length === 0 && (
          <p className="muted">
            No cards yet. Ask an officer to send you theirs; bundles can then be sealed so that only
            they can open them.
          </p>
        )}
        <ul className="card-list">
          {cards?.map((card) => (
            <OfficerCard key={card.id} card={card} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function OfficerCard({ card }: { card: CardRow }) {
  return (
    <li>
      <div>
        <bdi className="card-name">{card.name}</bdi>{' '}
        <span className="muted">
          {POSTS[card.post]}, {countryName(card.country)}
        </span>
      </div>
      <div className="card-tags">
        {card.outsideEu && <Tag>Outside the EU</Tag>}
        {card.outsideUk && <Tag>Outside the UK</Tag>}
        {!card.adequate && <Tag tone="warning">Needs a safeguard</Tag>}
        <span className="muted">Words compared on {formatDay(card.checkedOn)}</span>
      </div>
      <details>
        <summary>Words</summary>
        <Words words={card.words} label={`The words of ${card.name}`} />
      </details>
    </li>
  );
}

/** A card proves nothing by itself: only its owner's voice does. */
function Compare() {
  const reading = useCards((state) => state.reading);
  if (!reading) return null;
  const { content, words } = reading;
  return (
    <section className="compare" aria-label="Compare the words">
      <h2>
        Ring <bdi>{content.name}</bdi>
      </h2>
      <p>
        The card says it is theirs: {POSTS[content.post]}, {countryName(content.country)}. Ring them
        on a number that you know and ask them to read out the words of their card. Keep it only if
        every word agrees.
      </p>
      <Words words={words} label="The words of the card" />
      <div className="pane-actions">
        <Button variant="primary" icon="check" onPress={() => void keepCard()}>
          The words agree
        </Button>
        <Button onPress={dropCard}>They do not agree</Button>
      </div>
    </section>
  );
}

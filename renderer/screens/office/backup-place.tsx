import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Icon } from '../../components/icons.tsx';
import { Tag } from '../../components/layout.tsx';
import { formatDay, formatInstant } from '../../domain/dates.ts';
import {
  type GenerationView,
  type PlaceView,
  checkBackup,
  useBackups,
} from '../../stores/backups.ts';
import { useOpened } from '../../stores/session.ts';
import { bytesInWords } from '../bytes-in-words.ts';
import { isOverdue, placeInWords } from './backup-words.ts';

const number = new Intl.NumberFormat('en-GB');

/** One place: how old its last backup is, and every generation that is kept there. */
export function BackupPlace({ place, onForget }: { place: PlaceView; onForget: () => void }) {
  const found = useBackups(({ generations }) => generations[place.id]);
  return (
    <section className="backup-place" aria-label={place.name}>
      <header>
        <Icon name="open" />
        <div>
          <h2>
            <bdi>{place.name}</bdi>
          </h2>
          <p className={isOverdue(place) ? 'overdue' : 'muted'}>{placeInWords(place)}</p>
        </div>
        {!place.here && <Tag tone="warning">Not there</Tag>}
        <Button variant="quiet" onPress={onForget}>
          Forget this place
        </Button>
      </header>
      {!place.here && (
        <p className="muted">
          Connect the disk: the next backup is made by itself. What is on it stays as it is.
        </p>
      )}
      {place.here && found && !found.ok && <FailureText failure={found.error} />}
      {place.here && found?.ok && found.value.length > 0 && (
        <Generations place={place} generations={found.value} />
      )}
    </section>
  );
}

function Generations({
  place,
  generations,
}: {
  place: PlaceView;
  generations: readonly GenerationView[];
}) {
  const { timeZone } = useOpened().opened.group;
  const { checking, checked } = useBackups();
  return (
    <table className="office-table">
      <thead>
        <tr>
          <th scope="col">Made</th>
          <th scope="col" className="end">
            Changes
          </th>
          <th scope="col" className="end">
            Size
          </th>
          <th scope="col">Read back</th>
          <th scope="col">
            <span className="visually-hidden">Check</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {generations.map(({ name, day, madeAt, changes, size, failure }) => (
          <tr key={name}>
            <td>{madeAt === null ? formatDay(day) : formatInstant(madeAt, timeZone)}</td>
            <td className="end">{number.format(changes)}</td>
            <td className="end">{bytesInWords(size)}</td>
            <td>
              {failure && <FailureText failure={failure} />}
              {checked?.name === name && !checked.outcome.ok && (
                <FailureText failure={checked.outcome.error} />
              )}
              {checked?.name === name && checked.outcome.ok && <Whole words="Just now, whole" />}
              {checked?.name !== name && !failure && <Whole words="When it was made" />}
            </td>
            <td className="end">
              <Button
                variant="quiet"
                isPending={checking === name}
                onPress={() => void checkBackup(place.id, name)}
              >
                {checking === name ? 'Checking …' : 'Check this backup'}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Whole({ words }: { words: string }) {
  return (
    <span className="done">
      <Icon name="check" /> {words}
    </span>
  );
}

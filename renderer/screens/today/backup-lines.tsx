import { useEffect } from 'react';
import { Icon } from '../../components/icons.tsx';
import { type PlaceView, loadPlaces, useBackups } from '../../stores/backups.ts';
import { go } from '../../stores/navigation.ts';
import { isOverdue, placeInWords } from '../office/backup-words.ts';

/**
 * The age of the last good backup in each place; each line opens Office → Backups.
 * @param urgent whether this is the place for what is overdue, or the one for all that is well.
 */
export function BackupLines({ urgent }: { urgent: boolean }) {
  const places = useBackups((backups) => backups.places);
  useEffect(() => void loadPlaces(), []);
  if (places === null || places.some(isOverdue) !== urgent) return null;
  return (
    <section className="owed" aria-label="Backups">
      <h2 className={urgent ? 'overdue' : ''}>Backups</h2>
      <ul>
        {places.length === 0 && (
          <Line
            title="There is no copy anywhere else yet"
            words="Choose a folder on another disk; a sealed copy is then put there at every lock."
          />
        )}
        {places.map((place) => (
          <Line
            key={place.id}
            title={place.name}
            words={placeInWords(place)}
            due={dueOf(place)}
            isOverdue={isOverdue(place)}
          />
        ))}
      </ul>
    </section>
  );
}

function Line({
  title,
  words,
  due = '',
  isOverdue: isLate = false,
}: {
  title: string;
  words: string;
  due?: string;
  isOverdue?: boolean;
}) {
  return (
    <li>
      <button type="button" className="owed-line" onClick={() => go('office', 'backups')}>
        <Icon name="save" />
        <span className="owed-what">
          <bdi className="owed-title">{title}</bdi>
          <span className="owed-working">{words}</span>
        </span>
        {due && <span className={isLate ? 'owed-due overdue' : 'owed-due'}>{due}</span>}
        <Icon name="forward" />
      </button>
    </li>
  );
}

function dueOf(place: PlaceView): string {
  if (place.failure) return 'Not made';
  if (isOverdue(place)) return 'Overdue';
  return place.here ? '' : 'Not there';
}

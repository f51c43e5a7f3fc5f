import { formatInstant } from '../../domain/dates.ts';
import type { BackupFacts as Facts } from '../../stores/restore.ts';

const number = new Intl.NumberFormat('en-GB');
/** The vault is not open yet, so its own zone is not known: the group's home. */
const ZONE = 'Europe/London';

/** What a backup says of itself before it is opened. */
export function BackupFacts({ facts }: { facts: Facts }) {
  return (
    <dl className="facts backup-facts">
      <div>
        <dt>Vault</dt>
        <dd>
          <bdi>{facts.vaultName}</bdi>
        </dd>
      </div>
      <div>
        <dt>Made</dt>
        <dd>{formatInstant(facts.madeAt, ZONE)}</dd>
      </div>
      <div>
        <dt>Changes in it</dt>
        <dd>{number.format(facts.changes)}</dd>
      </div>
    </dl>
  );
}

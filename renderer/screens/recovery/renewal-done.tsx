import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icons.tsx';
import { useOpened } from '../../stores/session.ts';
import { lockNow } from '../shell/lock.ts';
import { RENEWAL_WORDS, type RenewalReason } from './renewal-words.ts';

/** What was done, and what is left for people to do. */
export function RenewalDone({ why, onClose }: { why: RenewalReason; onClose: () => void }) {
  const { profile } = useOpened().opened;
  const isHandover = why === 'handover';
  return (
    <>
      <p className="success" role="status">
        <Icon name="check" />
        <span>
          <strong>{RENEWAL_WORDS[why].done}.</strong> What opened the vault before opens nothing
          that is written or kept from now on.
        </span>
      </p>
      <ul className="points">
        <li>Destroy the old recovery sheet, and old recovery shares that officers bring back.</li>
        <li>
          The keys of <bdi>{profile.name}</bdi> are new, so the officer’s card is too. Save it under
          Sharing and send it to the officers who seal bundles for you: what is sealed for the old
          card no longer opens here.
        </li>
        <li>
          Copies that you made yourself elsewhere are as they were. Delete those that you can reach.
        </li>
      </ul>
      <div className="form-foot">
        {isHandover ? (
          <>
            <Button onPress={onClose}>Stay unlocked</Button>
            <Button variant="primary" icon="lock" onPress={() => void lockNow()}>
              Lock, and try the new passphrase
            </Button>
          </>
        ) : (
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        )}
      </div>
    </>
  );
}

/** What Today says before all else: what the unlock has erased, and whether the clock can be believed. */
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Icon } from '../../components/icons.tsx';
import { type PlainDate, formatDay } from '../../domain/dates.ts';
import { go } from '../../stores/navigation.ts';
import { type ClockQuestion, confirmClock, putErasedAway, useToday } from '../../stores/today.ts';
import { setsOfMinutes } from './in-words.ts';
import './notices.css';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export function Notices() {
  const { clock, clockFailure, erased } = useToday();
  return (
    <>
      {erased.length > 0 && <ErasedNotice meetings={erased} />}
      {clock && <ClockNotice clock={clock} />}
      <FailureText failure={clockFailure} />
    </>
  );
}

/** Stays until it is put away, over a lock too. */
function ErasedNotice({ meetings }: { meetings: readonly PlainDate[] }) {
  const days = list.format(meetings.map(formatDay));
  return (
    <section className="notice" aria-label="Erased at the unlock">
      <Icon name="trash" />
      <div>
        <h2>{setsOfMinutes(meetings.length)} erased for good</h2>
        <p>
          Meeting of {days}. The last day had passed, so it went before anything was shown, with
          forms that were not saved yet. Backups are being sealed anew without it; a certificate is
          kept.
        </p>
        <div className="notice-foot">
          <Button onPress={() => go('office', 'erasures')}>See the certificate</Button>
          <Button variant="quiet" onPress={() => void putErasedAway()}>
            Put away
          </Button>
        </div>
      </div>
    </section>
  );
}

function ClockNotice({ clock: { stands, today, last, waiting } }: { clock: ClockQuestion }) {
  const behind = stands === 'behind';
  return (
    <section className="notice" aria-label="The clock">
      <Icon name="clock" />
      <div>
        <h2>
          The clock says {formatDay(today)}, the last entry is of {formatDay(last)}.{' '}
          {!behind && 'Is that right?'}
        </h2>
        <p>
          {behind
            ? 'Set this computer’s clock right. Until then, what may be kept for a limited time goes by the last entry.'
            : `By this clock, ${setsOfMinutes(waiting).toLowerCase()} passed the last day: hidden now, and erased at the unlock after you say that it is right. If it is wrong, set this computer’s clock right instead.`}
        </p>
        {!behind && (
          <div className="notice-foot">
            <Button onPress={() => void confirmClock()}>Yes, it is {formatDay(today)}</Button>
          </div>
        )}
      </div>
    </section>
  );
}

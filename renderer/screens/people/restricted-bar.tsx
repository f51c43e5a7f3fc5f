import { Button } from '../../components/button.tsx';
import { formatDay } from '../../domain/dates.ts';
import type { Restriction } from '../../domain/restrictions.ts';
import { goToRecord } from '../../stores/navigation.ts';
import './restricted-bar.css';

/** Says that a person's data may not be used now, since when, and by which request. */
export function RestrictedBar({ restrictions }: { restrictions: readonly Restriction[] }) {
  return restrictions.map(({ request, type, since }) => (
    <div key={request} className="restricted-bar" role="note">
      <p>
        {type === 'restriction' ? 'Restricted' : 'Objection'} since {formatDay(since)} at their
        request: not printed, sent or mailed.
      </p>
      <Button variant="quiet" onPress={() => goToRecord(request)}>
        See the request
      </Button>
    </div>
  ));
}

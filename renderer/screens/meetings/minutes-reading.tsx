import { RichTextView } from '../../components/rich-text-view.tsx';
import { formatDay } from '../../domain/dates.ts';
import type { AgendaItem, Minutes } from '../../domain/meeting.ts';

type Names = Readonly<Record<string, string>>;

/** Approved minutes, to read. */
export function MinutesReading({ minutes, names }: { minutes: Minutes; names: Names }) {
  return (
    <>
      <ol className="reading">
        {minutes.items.map((item, index) => (
          <li key={index}>
            <h3 dir="auto">
              {index + 1}. {item.title}
            </h3>
            <RichTextView text={item.discussion} />
            <Decided item={item} names={names} />
            {item.actions.map((action, at) => (
              <p key={at} className="action-line">
                <b>Action:</b> <bdi>{action.what}</bdi>
                {action.owner && (
                  <>
                    {' '}
                    · <bdi>{names[action.owner]}</bdi>
                  </>
                )}
                {action.due && ` · by ${formatDay(action.due)}`}
                {action.done && ' · done'}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {minutes.nextMeeting && <p>Next meeting: {formatDay(minutes.nextMeeting)}</p>}
    </>
  );
}

function Decided({ item, names }: { item: AgendaItem; names: Names }) {
  if (!item.decision) return null;
  return (
    <p className="decided" dir="auto">
      <b>Decision:</b> {item.decision}
      {item.proposer && (
        <>
          {' '}
          Proposed by <bdi>{names[item.proposer]}</bdi>
        </>
      )}
      {item.seconder && (
        <>
          , seconded by <bdi>{names[item.seconder]}</bdi>
        </>
      )}
    </p>
  );
}

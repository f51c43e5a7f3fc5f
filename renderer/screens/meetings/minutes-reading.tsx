import { RichTextView } from '../../components/rich-text-view.tsx';
import { formatDay } from '../../domain/dates.ts';
import {
  type AgendaItem,
  type Minutes,
  type MinutesAction,
  PREVIOUS_OUTCOMES,
  arisingIn,
  previousOf,
} from '../../domain/meeting.ts';

type Names = Readonly<Record<string, string>>;

/** Approved minutes, to read. */
export function MinutesReading({ minutes, names }: { minutes: Minutes; names: Names }) {
  const { of, outcome, amendments } = previousOf(minutes);
  const arising = arisingIn(minutes);
  return (
    <>
      {outcome && (
        <section className="reading">
          <h3>Minutes of the previous meeting</h3>
          <p>
            {of && `Of ${formatDay(of)}: `}
            {PREVIOUS_OUTCOMES[outcome].toLowerCase()}.
          </p>
          {amendments && <p dir="auto">{amendments}</p>}
        </section>
      )}
      {arising.length > 0 && (
        <section className="reading">
          <h3>Matters arising</h3>
          {arising.map((matter, at) => (
            <div key={at}>
              <h4 dir="auto">{matter.title}</h4>
              {matter.outcome && <p dir="auto">{matter.outcome}</p>}
              <ActionLines actions={matter.actions} names={names} />
            </div>
          ))}
        </section>
      )}
      <ol className="reading">
        {minutes.items.map((item, index) => (
          <li key={index}>
            <h3 dir="auto">
              {index + 1}. {item.title}
            </h3>
            <ItemReading item={item} names={names} />
          </li>
        ))}
      </ol>
      {minutes.nextMeeting && <p>Next meeting: {formatDay(minutes.nextMeeting)}</p>}
    </>
  );
}

/** What was said of an item, decided, and is to be done. */
export function ItemReading({ item, names }: { item: AgendaItem; names: Names }) {
  return (
    <>
      <RichTextView text={item.discussion} />
      <Decided item={item} names={names} />
      <ActionLines actions={item.actions} names={names} />
    </>
  );
}

function ActionLines({ actions, names }: { actions: readonly MinutesAction[]; names: Names }) {
  return actions.map((action, at) => (
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
  ));
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

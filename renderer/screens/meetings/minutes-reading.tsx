import { useEffect, useState } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
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
import type { ActionId } from '../../domain/ids.ts';
import { actionsCarried } from '../../stores/meetings.ts';
import { minutesRecord } from '../../stores/records.ts';
import { changedAt } from './agenda.ts';
import { orSay } from './or-say.ts';

type Names = Readonly<Record<string, string>>;

interface Ticking {
  /** Those that later minutes have taken over, and tick. */
  carried: ReadonlySet<ActionId>;
  /** What the actions are of: "item 2". */
  of: string;
  onTick: (at: number, done: boolean) => void;
}

/** Approved minutes, to read. Of them an action can be ticked off, and nothing else is changed. */
export function MinutesReading({ minutes, names }: { minutes: Minutes; names: Names }) {
  const carried = useCarried(minutes);
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
              <ActionLines
                actions={matter.actions}
                names={names}
                ticking={{
                  carried,
                  of: `matter ${at + 1}`,
                  onTick: (action, done) => tick('arising', at, action, done),
                }}
              />
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
            <ItemReading
              item={item}
              names={names}
              ticking={{
                carried,
                of: `item ${index + 1}`,
                onTick: (action, done) => tick('items', index, action, done),
              }}
            />
          </li>
        ))}
      </ol>
      {minutes.nextMeeting && <p>Next meeting: {formatDay(minutes.nextMeeting)}</p>}
    </>
  );
}

/** What was said of an item, decided, and is to be done. */
export function ItemReading({
  item,
  names,
  ticking = null,
}: {
  item: AgendaItem;
  names: Names;
  /** null: they are only looked at. */
  ticking?: Ticking | null;
}) {
  return (
    <>
      <RichTextView text={item.discussion} />
      <Decided item={item} names={names} />
      <ActionLines actions={item.actions} names={names} ticking={ticking} />
    </>
  );
}

function ActionLines({
  actions,
  names,
  ticking,
}: {
  actions: readonly MinutesAction[];
  names: Names;
  ticking: Ticking | null;
}) {
  return actions.map((action, at) => {
    const isCarried = action.id !== undefined && ticking?.carried.has(action.id);
    return (
      <div key={at} className="action-line">
        {ticking && !isCarried && (
          <Checkbox
            label={`Action ${at + 1} of ${ticking.of} done`}
            isSelected={action.done}
            onChange={(done) => ticking.onTick(at, done)}
          />
        )}
        <p>
          <b>Action:</b> <bdi>{action.what}</bdi>
          {action.owner && (
            <>
              {' '}
              · <bdi>{names[action.owner]}</bdi>
            </>
          )}
          {action.due && ` · by ${formatDay(action.due)}`}
          {action.done && ' · done'}
          {isCarried && ' · carried on in later minutes'}
        </p>
      </div>
    );
  });
}

/** Ticks an action off, or back on. */
function tick(part: 'arising' | 'items', at: number, action: number, done: boolean): void {
  const ticked = <T extends { actions: MinutesAction[] }>(list: readonly T[]): T[] =>
    list.map((one, place) =>
      place === at ? { ...one, actions: changedAt(one.actions, action, { done }) } : one,
    );
  orSay(
    minutesRecord.change((now) =>
      part === 'items'
        ? { ...now, items: ticked(now.items) }
        : { ...now, arising: ticked(arisingIn(now)) },
    ),
  );
}

function useCarried({ id }: Minutes): ReadonlySet<ActionId> {
  const [carried, setCarried] = useState<ReadonlySet<ActionId>>(new Set());
  useEffect(() => {
    let isStale = false;
    void actionsCarried(id).then((found) => {
      if (!isStale) setCarried(found);
    });
    return () => {
      isStale = true;
    };
  }, [id]);
  return carried;
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

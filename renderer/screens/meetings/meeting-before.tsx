/** Which meeting a meeting follows on: asked once, and said wherever something is taken over from it. */
import { useEffect, useState } from 'react';
import { formatDay } from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Likeness } from '../../domain/same-body.ts';
import { type Before, meetingBefore } from '../../stores/meetings.ts';

/** null: not known yet. */
export function useMeetingBefore({ id, title, date, type }: Meeting): Before | null {
  const [before, setBefore] = useState<Before | null>(null);
  useEffect(() => {
    let isStale = false;
    void meetingBefore(id).then((found) => {
      if (!isStale) setBefore(found);
    });
    return () => {
      isStale = true;
    };
    // Its own title, day and kind decide which one it is.
  }, [id, title, date, type]);
  return before;
}

const WHY: Readonly<Record<Likeness, string>> = {
  title: 'the last with the same title',
  general: 'the last general meeting; none has the same title',
  others: 'the last but for general meetings; none has the same title',
  any: 'the last before this one; none has the same title',
};

/** The meeting before, and why it is taken for that. */
export function MeetingBefore({
  before: { title, date, like },
}: {
  before: NonNullable<Before['before']>;
}) {
  return (
    <>
      <bdi>{title}</bdi>, {formatDay(date)} ({WHY[like]})
    </>
  );
}

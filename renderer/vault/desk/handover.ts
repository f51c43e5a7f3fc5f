/** What the next Secretary is told of the vault, on paper. */
import { type HandedDuty, handoverDocument } from '../../documents/handover-document.ts';
import { type StampedDocument, stamp } from '../../documents/stamp.ts';
import { type Result, ok } from '../../domain/errors.ts';
import { standingOf } from '../../domain/post-terms.ts';
import { POST_ORDER } from '../../domain/posts.ts';
import { KINDS } from '../../domain/registers/table.ts';
import type { TodayLine } from '../protocol.ts';
import { placesOf } from './backup-places.ts';
import type { OpenContext } from './context.ts';
import type { Shelf } from './document-sources.ts';
import { minutesOver } from './minutes-over.ts';
import { noticeLines } from './notice-given.ts';
import { linesOwed } from './owed.ts';
import { everInPost, postLines } from './posts.ts';
import { retentionLines } from './retention-lines.ts';
import { holdersRecord, presentSlot } from './share-sets.ts';

/** The stamped handover list with the records that it names. @param shelf its people as they may be named. */
export async function handoverMade(
  context: OpenContext,
  { people, group, today: day }: Shelf,
): Promise<Result<{ stamped: StampedDocument; ids: readonly string[] }>> {
  const { session } = context;
  const { state } = session;
  const places = await placesOf(context);
  if (!places.ok) return places;
  const officers = everInPost(context);
  const standing = POST_ORDER.map((post) => {
    const { holders } = standingOf(post, officers, day);
    return {
      post,
      holders: holders.map(({ id, name, from }) => ({
        id,
        name: people.get(id)?.name.full ?? name,
        from,
      })),
    };
  });
  const cards = [...state.all('card')];
  const slot = presentSlot(session);
  const noted = holdersRecord(session);
  const stamped = stamp(
    handoverDocument({
      kinds: KINDS.map((kind) => ({ kind, count: state.count(kind) })).filter(
        ({ kind, count }) => count > 0 && kind !== 'group',
      ),
      duties: dutiesIn([
        ...linesOwed(context),
        ...postLines(context),
        ...retentionLines(minutesOver(context), context),
        ...noticeLines(context),
      ]),
      backups: places.value.map(({ name, here, good }) => ({
        name,
        here,
        last: good?.day ?? null,
      })),
      shares: slot && { ...slot, holders: noted?.set === slot.set ? noted.holders : [] },
      posts: standing,
      cards: cards.map(({ content: { name, post }, checkedOn }) => ({ name, post, checkedOn })),
      group,
      day,
    }),
  );
  const held = standing.flatMap(({ holders }) => holders.map(({ id }): string => id));
  return ok({ stamped, ids: [...new Set([...held, ...cards.map(({ id }) => id)])] });
}

/** The same duty of the same day once, with how many lines of Today it has. */
function dutiesIn(lines: readonly TodayLine[]): HandedDuty[] {
  const found = new Map<string, HandedDuty>();
  for (const { what, kind, due } of lines) {
    const key = `${what} ${kind} ${due ?? ''}`;
    found.set(key, { what, kind, due, lines: (found.get(key)?.lines ?? 0) + 1 });
  }
  const last = ({ due }: HandedDuty) => due ?? '9999';
  return [...found.values()].toSorted((a, b) =>
    last(a) < last(b) ? -1 : Number(last(a) > last(b)),
  );
}

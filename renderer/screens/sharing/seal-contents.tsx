import { useEffect, useState } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import { capital } from '../../domain/capital.ts';
import type { Kind } from '../../domain/kinds.ts';
import { POSTS, type Post } from '../../domain/posts.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { type Contents, contentsFor } from '../../stores/sharing.ts';

interface Props {
  post: Post | null;
  /** With the Chair's leave: all of everything. */
  isWider: boolean;
  value: readonly Kind[];
  onChange: (kinds: readonly Kind[]) => void;
}

/** What the recipient's post may see; the rest is greyed, with the reason. One for each post. */
export function SealContents({ post, isWider, value, onChange }: Props) {
  const [contents, setContents] = useState<Contents | null>(null);
  useEffect(() => {
    let isStale = false;
    if (post)
      void contentsFor(post, isWider).then((found) => {
        if (!isStale) setContents(found);
      });
    return () => {
      isStale = true;
    };
  }, [post, isWider]);

  if (!post) return <p className="muted">The recipient’s post decides what may go in.</p>;
  // What there is none of, and the post may not see either, would only make the list long.
  const shown = contents?.filter(({ kind, allowed, count }) =>
    ALWAYS.includes(kind) ? true : allowed && count > 0,
  );
  return (
    <>
      <ul className="check-list">
        {shown?.map((one) => (
          <li key={one.kind}>
            <Checkbox
              isSelected={value.includes(one.kind)}
              isDisabled={!one.allowed || one.count === 0}
              onChange={(isChosen) =>
                onChange(
                  isChosen ? [...value, one.kind] : value.filter((held) => held !== one.kind),
                )
              }
            >
              {wordsFor(one.kind)} <span className="muted">{whatGoes(one, post)}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {shown?.some(({ masked }) => masked !== null) && (
        <p className="muted">
          Names of people whose data is restricted, or who object, are left out as far as the
          program finds them.
        </p>
      )}
    </>
  );
}

/** Shown even where nothing of them goes, with the reason. */
const ALWAYS: readonly Kind[] = ['person', 'meeting', 'minutes', 'consent'];

function wordsFor(kind: Kind): string {
  if (kind === 'minutes') return 'Minutes';
  if (kind === 'meeting') return 'Meetings and attendance';
  const { many } = registerOf(kind);
  return capital(many);
}

function whatGoes(
  { allowed, count, committeeOnly, without, restricted, masked }: Contents[number],
  post: Post,
): string {
  if (!allowed) return `not needed by the ${POSTS[post]}’s work (policy: ACCESS)`;
  if (count === 0 && restricted === 0) return 'none here';
  return [
    String(count),
    ...(committeeOnly ? ['of the committee only'] : []),
    ...(restricted > 0 ? [`${restricted} left out: restricted`] : []),
    ...(masked ? [`${masked} with a name left out: restricted`] : []),
    ...(without.length > 0 ? [`without ${without.join(', ').toLowerCase()}`] : []),
  ].join(', ');
}

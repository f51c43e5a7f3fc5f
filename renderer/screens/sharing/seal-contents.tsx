import { useEffect, useState } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import type { SharedKind } from '../../domain/access.ts';
import { POSTS, type Post } from '../../domain/posts.ts';
import { type Contents, contentsFor } from '../../stores/sharing.ts';

const KIND_WORDS = {
  person: 'People',
  meeting: 'Meetings and attendance',
  minutes: 'Minutes',
  consent: 'Consents',
} as const satisfies Record<SharedKind, string>;

interface Props {
  post: Post | null;
  value: readonly SharedKind[];
  onChange: (kinds: readonly SharedKind[]) => void;
}

/** What the recipient's post may see; the rest is greyed, with the reason. One for each post. */
export function SealContents({ post, value, onChange }: Props) {
  const [contents, setContents] = useState<Contents | null>(null);
  useEffect(() => {
    let isStale = false;
    if (post)
      void contentsFor(post).then((found) => {
        if (!isStale) setContents(found);
      });
    return () => {
      isStale = true;
    };
  }, [post]);

  if (!post) return <p className="muted">The recipient’s post decides what may go in.</p>;
  return (
    <ul className="check-list">
      {contents?.map(({ kind, allowed, count }) => (
        <li key={kind}>
          <Checkbox
            isSelected={value.includes(kind)}
            isDisabled={!allowed || count === 0}
            onChange={(isChosen) =>
              onChange(isChosen ? [...value, kind] : value.filter((held) => held !== kind))
            }
          >
            {KIND_WORDS[kind]} <span className="muted">{whatGoes(kind, allowed, count, post)}</span>
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}

function whatGoes(kind: SharedKind, allowed: boolean, count: number, post: Post): string {
  if (!allowed) return `not needed by the ${POSTS[post]}’s work (policy: ACCESS)`;
  if (count === 0) return 'none here';
  return kind === 'person' ? `${count}, as far as the post needs them` : String(count);
}

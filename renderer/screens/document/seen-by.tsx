import { Select, optionsOf } from '../../components/select.tsx';
import { POSTS, type Post, post } from '../../domain/posts.ts';
import { openDocument } from '../../stores/document.ts';

const EVERY_FIELD = { id: 'all', label: 'With every field' };
const OPTIONS = [
  EVERY_FIELD,
  ...optionsOf(POSTS).map(({ id, label }) => ({ id, label: `For the ${label}` })),
];

interface Props {
  /** How the list of people is filtered and searched. */
  filter: string;
  text: string;
  /** undefined: with every field. */
  chosen: Post | undefined;
}

/** As which post the contact list is shown: the fields that it may not see are left out (clause ACCESS). */
export function SeenBy({ filter, text, chosen }: Props) {
  const list = { what: 'contacts', filter, text } as const;
  return (
    <Select
      label="As which post may see it"
      isLabelHidden
      value={chosen ?? EVERY_FIELD.id}
      options={OPTIONS}
      onChange={(id) =>
        void openDocument(id === EVERY_FIELD.id ? list : { ...list, post: post.parse(id) })
      }
    />
  );
}

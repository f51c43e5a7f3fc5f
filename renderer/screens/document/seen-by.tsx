import { Select, optionsOf } from '../../components/select.tsx';
import { POSTS, post } from '../../domain/posts.ts';
import { openDocument } from '../../stores/document.ts';
import type { DocumentName } from '../../vault/protocol.ts';

const EVERY_FIELD = { id: 'all', label: 'With every field' };
const OPTIONS = [
  EVERY_FIELD,
  ...optionsOf(POSTS).map(({ id, label }) => ({ id, label: `For the ${label}` })),
];

/** As which post the contact list is shown: the fields that it may not see are left out (clause ACCESS). */
export function SeenBy({ name }: { name: Extract<DocumentName, { what: 'contacts' }> }) {
  const { post: chosen, ...list } = name;
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

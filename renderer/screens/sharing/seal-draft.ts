import { z } from 'zod';
import { SHARED_KINDS } from '../../domain/access.ts';
import { plainDate } from '../../domain/dates.ts';
import { post } from '../../domain/posts.ts';
import { draftReader } from '../use-draft.ts';

const recipient = z.object({
  method: z.enum(['card', 'passphrase']),
  cards: z.array(z.string()),
  passphrase: z.string(),
  /** The post that decides what may go in; null until somebody is chosen. */
  post: post.nullable(),
  countries: z.array(z.string()),
});
export type Recipient = z.infer<typeof recipient>;

/** What the form of a bundle holds while it is being filled in; kept as a draft in the vault. */
const sealForm = z.object({
  recipient,
  kinds: z.array(z.enum(SHARED_KINDS)),
  purpose: z.string(),
  safeguard: z.string(),
  expires: plainDate.nullable(),
});
type SealForm = z.infer<typeof sealForm>;

export const NOBODY: Recipient = {
  method: 'card',
  cards: [],
  passphrase: '',
  post: null,
  countries: [],
};

export const EMPTY_FORM: SealForm = {
  recipient: NOBODY,
  kinds: [],
  purpose: '',
  safeguard: '',
  expires: null,
};

/** The form as it was kept; null when it was kept by another version of the program. */
export const readForm = draftReader(sealForm);

/** What is kept of the form: a bundle's passphrase is not kept here, and another is made. */
export function withoutPassphrase(form: SealForm): SealForm {
  return { ...form, recipient: { ...form.recipient, passphrase: '' } };
}

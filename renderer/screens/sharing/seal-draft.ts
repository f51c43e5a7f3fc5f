import { z } from 'zod';
import { plainDate } from '../../domain/dates.ts';
import { decisionId } from '../../domain/ids.ts';
import { post } from '../../domain/posts.ts';
import { SHARED_KINDS } from '../../domain/registers/sharing-rules.ts';
import { footing } from '../../domain/sharing.ts';
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

/** More than the post needs: the Chair's leave for it. */
const wider = z.object({
  isAsked: z.boolean(),
  reason: z.string(),
  decision: decisionId.nullable(),
  /** The decision's words, to be shown. */
  title: z.string(),
});
export type Wider = z.infer<typeof wider>;

/** What the form of a bundle holds while it is being filled in; kept as a draft in the vault. */
const sealForm = z.object({
  recipient,
  kinds: z.array(z.enum(SHARED_KINDS)),
  purpose: z.string(),
  wider,
  footing,
  safeguard: z.string(),
  expires: plainDate.nullable(),
});
export type FilledIn = z.infer<typeof sealForm>;

export const NOBODY: Recipient = {
  method: 'card',
  cards: [],
  passphrase: '',
  post: null,
  countries: [],
};

export const EMPTY_FORM: FilledIn = {
  recipient: NOBODY,
  kinds: [],
  purpose: '',
  wider: { isAsked: false, reason: '', decision: null, title: '' },
  footing: 'idta',
  safeguard: '',
  expires: null,
};

/** The form as it was kept; null when it was kept by another version of the program. */
export const readForm = draftReader(sealForm);

/** What is kept of the form: a bundle's passphrase is not kept here, and another is made. */
export function withoutPassphrase(form: FilledIn): FilledIn {
  return { ...form, recipient: { ...form.recipient, passphrase: '' } };
}

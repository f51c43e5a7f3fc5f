/** What the vault answers of posts, of the access matrix, and of bundles that left or came. */
import type { AccessVersion } from '../domain/access-version.ts';
import type { TransferView } from '../domain/countries.ts';
import type { PlainDate } from '../domain/dates.ts';
import type { Post } from '../domain/posts.ts';

/** A bundle that left. */
export interface TransferRow {
  id: string;
  sealedAt: number;
  recipients: string;
  post: Post;
  countries: string[];
  /** Each country as it stood when the bundle left. */
  views: TransferView[];
  method: 'card' | 'passphrase';
  acknowledged: PlainDate | null;
  expires: PlainDate;
  count: number;
}

/** A post as the office shows it. */
export interface PostView {
  post: Post;
  holders: PostTerm[];
  /** Who held it before, the latest first, and who is to. */
  others: PostTerm[];
  role: { id: string; version: number; state: string } | null;
}
interface PostTerm {
  id: string;
  name: string;
  from: PlainDate;
  until: PlainDate | null;
}

/** A version of the access matrix with what the screen needs to save it. */
export interface AccessVersionView {
  record: AccessVersion;
  revision: number;
  state: string;
  /** The resolution that it rests on. */
  decision: string | null;
}

export interface OpenBundle {
  sender: { name: string; post: Post; country: string; words: string[]; known: boolean };
  created: number;
  expires: PlainDate;
  purpose: string;
  entries: { name: string; size: number }[];
  /** Documents that can be shown, printed and saved. */
  documents: { name: string; title: string }[];
  /** What the post of the recipient does not need, by kind, in words. */
  leftOut: { kind: string; fields: string[] }[];
  people: { name: string; post: string; email: string; phone: string; address: string }[];
}

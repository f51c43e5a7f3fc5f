/** One officer's recovery share on paper: enough of them together open the vault, and fewer say nothing of it. */
import type { PlainDate } from '../domain/dates.ts';
import { READING, listed, receipt } from './recovery-parts.ts';
import { type DocumentTree, words } from './tree.ts';

interface ShareSources {
  readonly vaultName: string;
  /** Which set, which share of it, how many there are, and how many open the vault. */
  readonly set: number;
  readonly index: number;
  readonly count: number;
  readonly threshold: number;
  readonly groups: readonly string[];
  /** Who is to have it; empty where nobody was named. */
  readonly holder: string;
  /** The day it is made. */
  readonly day: PlainDate;
}

export function recoveryShareDocument(sources: ShareSources): DocumentTree {
  const { vaultName, set, index, count, threshold, groups, holder, day } = sources;
  return {
    language: 'en-GB',
    title: `Recovery share ${index} of ${count}`,
    subtitle: `Set ${set}: any ${threshold} of the ${count} shares open the vault together`,
    issuer: vaultName,
    status: '',
    fileName: `recovery-share-${index}`,
    made: day,
    contacts: null,
    blocks: [
      {
        type: 'notice',
        tone: 'warning',
        content: words(
          `${threshold === 2 ? 'This share and one more' : `This share and ${threshold - 1} more`} open the vault. Fewer open nothing and say nothing of what is in it. Keep the shares apart.`,
        ),
      },
      { type: 'letters', groups },
      { type: 'paragraph', quiet: true, content: words(READING) },
      listed('How to use it', true, [
        'On the computer with the vault, start Muniment and choose “Use recovery shares”.',
        `${threshold} officers, one after another, type the 24 groups of their shares in their order, or choose their files.`,
        'In Office, under Security, choose a new passphrase.',
      ]),
      listed('Where to keep it', false, [
        'Each officer keeps their own, under lock, and never beside another share or the computer.',
        'Not as a photograph and not in an e-mail. Give it back when you leave the office, so that a new set is made.',
      ]),
      receipt(holder),
    ],
  };
}

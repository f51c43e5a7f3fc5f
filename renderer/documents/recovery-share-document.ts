/** One officer's recovery share on paper: enough of them together open the vault, and fewer say nothing of it. */
import { capital } from '../domain/capital.ts';
import type { PlainDate } from '../domain/dates.ts';
import { READING, receipt } from './recovery-parts.ts';
import { list, section } from './sections.ts';
import { type DocumentTree, words } from './tree.ts';

interface ShareSources {
  readonly vaultName: string;
  /** The vault's id. */
  readonly vaultId: string;
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

/** A set has 9 shares at most. */
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const LONGEST_ON_A_LINE = 40;

export function recoveryShareDocument(sources: ShareSources): DocumentTree {
  const { vaultName, vaultId, set, index, count, threshold, groups, holder, day } = sources;
  // It would push the place to sign onto a second sheet.
  const isLong = holder.length > LONGEST_ON_A_LINE;
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
          `This share and ${NUMBERS[threshold - 1]} more open the vault. Fewer open nothing and say nothing of what is in it. Keep the shares apart.`,
        ),
      },
      {
        type: 'fields',
        small: true,
        rows: [
          { term: 'Vault', value: [[{ text: vaultName, isolate: true, bold: true }]] },
          { term: 'Number of the vault', value: [words(vaultId)] },
          ...(isLong ? [{ term: 'For', value: [[{ text: holder, isolate: true }]] }] : []),
        ],
      },
      { type: 'letters', groups },
      { type: 'paragraph', quiet: true, content: words(READING) },
      section('How to use it', [
        list('numbers', [
          'On the computer with the vault, start Muniment and choose “Use recovery shares”.',
          `${capital(NUMBERS[threshold] ?? '')} officers, one after another, type their 24 groups in order or choose their files.`,
          'In Office, under Security, choose a new passphrase.',
        ]),
      ]),
      section('Where to keep it', [
        list('bullets', [
          'Each officer keeps their own, under lock, and never beside another share or the computer.',
          'Not as a photograph, not in an e-mail. Give it back when you leave the office.',
        ]),
      ]),
      receipt(isLong ? '' : holder),
    ],
  };
}

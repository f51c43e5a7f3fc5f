/** The recovery sheet: the printed key that opens a vault when its passphrase is forgotten. */
import type { PlainDate } from '../domain/dates.ts';
import { READING, receipt } from './recovery-parts.ts';
import { list, section } from './sections.ts';
import { type DocumentTree, words } from './tree.ts';

interface SheetSources {
  readonly vaultName: string;
  /** The recovery key's groups. */
  readonly groups: readonly string[];
  /** The day it is made. */
  readonly day: PlainDate;
}

export function recoverySheetDocument({ vaultName, groups, day }: SheetSources): DocumentTree {
  return {
    language: 'en-GB',
    title: 'Recovery sheet',
    subtitle: 'Opens the vault when its passphrase is forgotten',
    issuer: vaultName,
    status: '',
    fileName: 'recovery-sheet',
    made: day,
    contacts: null,
    blocks: [
      {
        type: 'notice',
        tone: 'warning',
        content: words(
          'Whoever has this sheet and a copy of the vault can open it. Nobody can make the sheet again: if it is lost, replace it while the vault still opens.',
        ),
      },
      {
        type: 'fields',
        small: true,
        rows: [
          { term: 'Vault', value: [[{ text: vaultName, isolate: true, bold: true }]] },
          { term: 'Takes the place of', value: [words('every earlier recovery sheet of it')] },
        ],
      },
      { type: 'letters', groups },
      { type: 'paragraph', quiet: true, content: words(READING) },
      section('How to use it', [
        list('numbers', [
          'Start Muniment. On the screen that asks for the passphrase, choose “Use the recovery key instead”.',
          'Type the eight groups in their order and unlock.',
          'In Office, under Security, choose a new passphrase.',
        ]),
      ]),
      section('Where to keep it', [
        list('bullets', [
          'With passports and deeds, or in a sealed envelope with somebody you trust; not beside the computer.',
          'Not as a photograph, not in an e-mail, not in a file and not in a cloud.',
          'Test it once a year in Office, under Security. Destroy it when a newer sheet replaces it.',
        ]),
      ]),
      receipt(''),
    ],
  };
}

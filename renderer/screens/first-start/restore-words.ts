/** How a backup stands to what is on this computer, in sentences. */
import type { Comparison, FilesBeside } from '../../stores/restore.ts';

const number = new Intl.NumberFormat('en-GB');

interface Words {
  readonly heading: string;
  readonly sentences: readonly string[];
  /** Something that is only here would be gone. */
  readonly isLoss: boolean;
}

export function comparisonInWords(comparison: Comparison): Words {
  switch (comparison.state) {
    case 'nothing-here':
      return words('Ready to restore', [
        'The backup is whole. There is no vault on this computer, so nothing is replaced.',
      ]);
    case 'store-missing':
      return words('Ready to restore', ['The backup is whole.', ...lostInWords(comparison.lost)]);
    case 'same':
      return words('The same as what is here', [
        'The vault on this computer holds exactly what the backup holds.',
      ]);
    case 'backup-newer':
      return words('The backup is newer', [
        `The backup has ${changes(comparison.by)} that the vault on this computer does not have, and lacks none.`,
      ]);
    case 'store-newer':
      return loss('The vault here is newer', [
        `The vault on this computer has ${changes(comparison.by)} made after this backup. Restoring takes them away.`,
      ]);
    case 'forked':
      return loss('Both have gone on since', [
        `The vault on this computer has ${changes(comparison.here)} that the backup does not have, and the backup ${changes(comparison.backup)} that are not here. Restoring takes away those that are only here.`,
      ]);
    case 'unreadable':
      return loss('What is here does not open', [
        'The vault on this computer does not open, so it cannot be said what is in it. Restoring replaces it.',
        ...lostInWords(comparison.lost),
        'What was erased for good in it is only known as far as it could be read, and may come back with the backup.',
      ]);
    default:
      return comparison satisfies never;
  }
}

/** What becomes of the attached files; null: there are none. */
export function filesInWords({ named, lost }: FilesBeside): string | null {
  if (named === 0) return null;
  const all = named === 1 ? 'The attached file' : `All ${number.format(named)} attached files`;
  if (lost === 0) return `${all} ${named === 1 ? 'is' : 'are'} there too, whole.`;
  const some =
    named === 1 ? all : `${number.format(lost)} of ${number.format(named)} attached files`;
  const are = lost === 1 ? 'is' : 'are';
  return `${some} ${are} missing beside the backup or damaged, and cannot be brought back from it. The records are whole.`;
}

/** Where nobody could be asked what was erased since; null: everywhere somebody was. */
export function unaskedInWords(places: readonly string[]): string | null {
  if (places.length === 0) return null;
  const where = places.map((name) => `“${name}”`).join(', ');
  return `A newer backup in ${where} does not open with what you gave, so it could not be asked what was erased for good since. That may come back with this backup; restore the newest one if you can.`;
}

function words(heading: string, sentences: readonly string[]): Words {
  return { heading, sentences, isLoss: false };
}

function loss(heading: string, sentences: readonly string[]): Words {
  return { heading, sentences, isLoss: true };
}

function lostInWords(lost: number): string[] {
  if (lost === 0) return [];
  return [
    `The key file on this computer knows of ${changes(lost)} made after this backup. A newer backup may have them.`,
  ];
}

function changes(count: number): string {
  return count === 1 ? '1 change' : `${number.format(count)} changes`;
}

/**
 * Checks a backup without the program's window: the same engine, built for Node, behind electron/setup/verify.mjs. It
 * writes nothing.
 */
import '../../domain/zod-without-eval.ts';
import type { Failure } from '../../domain/errors.ts';
import { sentenceOf } from '../../domain/failure-words.ts';
import { utf8 } from '../bytes.ts';
import { readHeader } from '../header.ts';
import { readRecoveryKey } from '../recovery-key.ts';
import type { Opener } from '../vault.ts';
import type { ReadAt } from './format.ts';
import { openInMemory } from './in-memory.ts';
import { type ReadBackup, readBackup } from './read.ts';

/**
 * Says in plain sentences what a backup is and whether it is whole. Answers whether everything that was checked fits.
 * @param secret passphrase or recovery key; null: only what needs no key is checked.
 */
export async function verifyBackup(
  readAt: ReadAt,
  secret: string | null,
  say: (sentence: string) => void,
): Promise<boolean> {
  const read = await readBackup(readAt);
  if (!read.ok) return refuse(read.error, say);
  for (const sentence of factsOf(read.value)) say(sentence);
  if (secret === null) {
    say('Whose signature it is was not checked: that takes --passphrase.');
    return true;
  }
  const opened = await openInMemory(read.value, openerFrom(secret));
  if (!opened.ok) return refuse(opened.error, say);
  const { session } = opened.value;
  const people = [...session.state.all('person')].length;
  say('It opens. The key file and the root are signed by the owner; every page and commit opens.');
  say(`The chain is whole: ${count(session.state.revision, 'change')}, each linked and signed.`);
  say(`It holds ${people === 1 ? '1 person' : `${number.format(people)} people`}.`);
  return true;
}

const number = new Intl.NumberFormat('en-GB');

function factsOf({ manifest, snapshot }: ReadBackup): string[] {
  const header = readHeader(utf8(manifest.header));
  const name = header.ok ? header.value.body.vaultName : '';
  const rows = manifest.pages.length + manifest.commits.length;
  const bytes = [
    ...snapshot.pages,
    ...snapshot.commits.flatMap(({ envelope, parts }) => [{ bytes: envelope }, ...parts]),
  ].reduce((sum, row) => sum + row.bytes.length, 0);
  return [
    `A backup of “${name}”, made on ${new Date(manifest.madeAt).toISOString()}, after ${count(manifest.head.sequence, 'change')}.`,
    `The list is signed, and ${count(rows, 'row')} (${number.format(bytes)} bytes) are as it says.`,
  ];
}

/** A recovery key has check letters, so that nothing else is taken for one. */
function openerFrom(secret: string): Opener {
  return readRecoveryKey(secret).ok ? { recoveryKey: secret } : { passphrase: secret };
}

function refuse(failure: Failure, say: (sentence: string) => void): false {
  const row = failure.detail?.['row'];
  say(row ? `${sentenceOf(failure)} (Row ${row}.)` : sentenceOf(failure));
  return false;
}

function count(amount: number, what: string): string {
  return `${number.format(amount)} ${what}${amount === 1 ? '' : 's'}`;
}

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
import { blobName } from '../../domain/backup-plan.ts';
import { type BackupSource, soundBlobs } from './blob-files.ts';
import type { Manifest } from './format.ts';
import { openInMemory } from './in-memory.ts';
import { type ReadBackup, readBackup, shortId } from './read.ts';

/**
 * Says in plain sentences what a backup is and whether it is whole. Answers whether everything that was checked fits.
 * @param secret passphrase or recovery key; null: only what needs no key is checked.
 */
export async function verifyBackup(
  source: BackupSource,
  secret: string | null,
  say: (sentence: string) => void,
): Promise<boolean> {
  const read = await readBackup(source.readAt);
  if (!read.ok) return refuse(read.error, say);
  for (const sentence of factsOf(read.value)) say(sentence);
  const isComplete = await sayFiles(source, read.value.manifest, say);
  if (secret === null) {
    say('Whose signature it is was not checked: that takes --passphrase.');
    return isComplete;
  }
  const opened = await openInMemory(read.value, openerFrom(secret));
  if (!opened.ok) return refuse(opened.error, say);
  const { session } = opened.value;
  const people = [...session.state.all('person')].length;
  say('It opens. The key file and the root are signed by the owner; every page and commit opens.');
  say(`The chain is whole: ${count(session.state.revision, 'change')}, each linked and signed.`);
  say(`It holds ${people === 1 ? '1 person' : `${number.format(people)} people`}.`);
  return isComplete;
}

/** The sealed files beside a backup: whether all are there and as listed, and the names of those that are not. */
async function sayFiles(
  { beside }: BackupSource,
  manifest: Manifest,
  say: (sentence: string) => void,
): Promise<boolean> {
  const { vaultId, blobs } = manifest;
  if (blobs.length === 0) {
    say('It lists no attached files.');
    return true;
  }
  const sound = await soundBlobs(beside, manifest);
  if (!sound.ok) return refuse(sound.error, say);
  const whole = new Set(sound.value.map(({ id }) => id));
  const bytes = number.format(blobs.reduce((sum, { length }) => sum + length, 0));
  const listed = `It lists ${count(blobs.length, 'sealed file')} beside it (${bytes} bytes)`;
  const bad = blobs.filter(({ id }) => !whole.has(id));
  if (bad.length === 0) say(`${listed}; all there, and as it says.`);
  else say(`${listed}; ${number.format(bad.length)} missing or damaged:`);
  for (const { id } of bad) say(`  ${blobName(shortId(vaultId), id)}`);
  return bad.length === 0;
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

import { utf8ToBytes } from '@noble/hashes/utils.js';
import { BANNER } from '../domain/banner.ts';
import { formatDay, formatInstant } from '../domain/dates.ts';
import { POSTS } from '../domain/posts.ts';
import type { BundleManifest } from './manifest.ts';

/**
 * CONFIDENTIAL.txt, the first file of every bundle: the sentence of the policy, what this is, how to open it
 * without this program, and whom to ask. UTF-8 with the line ends of Windows, for the plainest of editors.
 */
export function coverNote(facts: Omit<BundleManifest, 'entries'>): Uint8Array {
  const { sender, recipients, purpose, created, expires } = facts;
  const from = `${sender.name}, ${POSTS[sender.post]} (${sender.country})`;
  const byPassphrase = recipients.kind === 'passphrase';
  const lines = [
    BANNER,
    '',
    'This is a bundle of records that was sealed by Muniment for one purpose.',
    '',
    `From:        ${from}`,
    `Sealed for:  ${byPassphrase ? 'whoever was told its passphrase' : `${recipients.cards.length} officer’s card(s)`}`,
    `Purpose:     ${purpose.replace(/\s+/g, ' ')}`,
    `Made:        ${formatInstant(created, 'UTC')} UTC`,
    `Use until:   ${formatDay(expires)}, then delete it`,
    '',
    'How to open it',
    '  With Muniment: open the bundle. It checks who signed it, for whom, and that nothing was changed.',
    '  Without Muniment, where the sealed file is called bundle.age:',
    byPassphrase
      ? '    age -d -o bundle.zip bundle.age            (it asks for the passphrase)'
      : '    age -d -i identity.txt -o bundle.zip bundle.age            (age 1.3 or newer)',
    '    unzip bundle.zip',
    '  age is a free program: https://age-encryption.org. It does not check who sent the bundle.',
    '',
    'What is unpacked is no longer sealed. Keep it only where nobody else can read it, and delete it',
    'when the purpose is met.',
    '',
    `Whom to ask: ${from}.`,
    '',
  ];
  return utf8ToBytes(lines.join('\r\n'));
}

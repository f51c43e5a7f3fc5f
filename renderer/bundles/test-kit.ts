/** Two officers and a bundle between them, for the tests of this folder. */
import { generateHybridIdentity } from 'age-encryption';
import { plainDate } from '../domain/dates.ts';
import type { CardContent } from '../domain/sharing.ts';
import { recipientOf } from './envelope.ts';
import type { SealInput } from './seal.ts';
import { verifyKeyOf } from './signature.ts';

export interface Officer {
  readonly identity: string;
  readonly signKey: Uint8Array;
  readonly card: CardContent;
}

export async function makeOfficer(name: string, post: CardContent['post']): Promise<Officer> {
  const identity = await generateHybridIdentity();
  const signKey = crypto.getRandomValues(new Uint8Array(32));
  const recipient = await recipientOf(identity);
  const verifyKey = verifyKeyOf(signKey);
  const format = 'muniment-card' as const;
  const card = { format, version: 1 as const, name, post, country: 'GB', recipient, verifyKey };
  return { identity, signKey, card };
}

export const EXPIRES = plainDate.parse('2026-12-31');

export const PASSPHRASE = 'abandon-ability-able-about-above-absent-absorb-abstract';

export const ENTRIES = [
  { name: 'records/people.json', bytes: new TextEncoder().encode('[{"kind":"person"}]') },
  { name: 'documents/Minutes 2026-03-05.html', bytes: new TextEncoder().encode('<p>Minutes</p>') },
];

export function sealInput(sender: Officer, to: SealInput['to']): SealInput {
  return {
    entries: ENTRIES,
    to,
    bundle: 'bun_0123456789',
    vault: 'vault_0123456789',
    sequence: 7,
    sender: sender.card,
    signKey: sender.signKey,
    purpose: 'Handing over the minutes',
    created: Date.UTC(2026, 10, 1),
    expires: EXPIRES,
    policyVersion: '2018-05',
  };
}

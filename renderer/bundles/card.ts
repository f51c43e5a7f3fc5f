import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { type Result, fail, ok } from '../domain/errors.ts';
import { type CardContent, cardContent } from '../domain/sharing.ts';
import { isHybridRecipient } from './envelope.ts';
import { MAX } from './limits.ts';
import { isVerifyKey } from './signature.ts';
import { wordsOf } from './words.ts';

const ABOUT =
  'This is an officer’s card, made by Muniment. It holds no secret and may be sent by any means. ' +
  'Open it in Muniment, and read its eight words to its owner over the phone before you trust it.';

/** What would let a name look like another one on screen: controls and changes of writing direction. */
const DECEPTIVE = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** A card as a file: UTF-8 JSON whose first field says in words what it is. */
export function writeCard(content: CardContent): Uint8Array {
  return utf8ToBytes(`${JSON.stringify({ about: ABOUT, ...content }, null, 2)}\n`);
}

/** Reads a card; `card/damaged` for anything else, `card/newer` when it is of a later format. */
export function readCard(bytes: Uint8Array): Result<CardContent> {
  if (bytes.length > MAX.card) return fail('card/damaged');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('card/damaged');
  }
  if (later.safeParse(json).success) return fail('card/newer');
  const parsed = cardContent.safeParse(json);
  return parsed.success && isSoundCard(parsed.data) ? ok(parsed.data) : fail('card/damaged');
}

const later = z.object({ format: z.literal('muniment-card'), version: z.int().min(2) });

/** Whether the keys of a card are real keys of the kinds that we seal and sign with, and its name is plain. */
export function isSoundCard(content: CardContent): boolean {
  return (
    content.name.trim() !== '' &&
    !DECEPTIVE.test(content.name) &&
    isHybridRecipient(content.recipient) &&
    isVerifyKey(content.verifyKey)
  );
}

/**
 * Eight words to compare over the phone: the first 88 bits of SHA-256 over `muniment card fingerprint v1`, a
 * zero byte, and the JSON array [recipient, verify key, name, post, country] in UTF-8. The post is in it
 * because it decides what its holder is sent; whoever changes any of them on the way changes the words. To
 * make another card with the same words takes about 2^88 tries.
 */
export function fingerprintWords(content: CardContent): string[] {
  const { recipient, verifyKey, name, post, country } = content;
  const facts = JSON.stringify([recipient, verifyKey, name, post, country]);
  return wordsOf(sha256(utf8ToBytes(`muniment card fingerprint v1\0${facts}`)), 8);
}

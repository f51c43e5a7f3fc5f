/**
 * Vaults as they were on disk in every format that was ever written, kept in e2e/fixtures/vaults. One folder for each
 * format: `vault.json` is the disk, `opens-with.json` its made-up secrets, `holds.json` what has to come out of it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { owned } from '../../renderer/vault/bytes.ts';

export const FOLDER = fileURLToPath(new URL('../fixtures/vaults/', import.meta.url));
const bytes = z.base64().transform((text) => owned(Buffer.from(text, 'base64')));
const count = z.number().int();
const vaultFile = z.strictObject({
  vaultId: z.string(),
  /** The generations of the key file, newest first. */
  keys: z.array(bytes),
  pages: z.array(z.strictObject({ key: z.string(), epoch: count, generation: count, bytes })),
  commits: z.array(
    z.strictObject({
      sequence: count,
      generation: count,
      epoch: count,
      envelope: bytes,
      parts: z.array(z.strictObject({ compartment: z.string(), epoch: count, bytes })),
      signature: bytes,
    }),
  ),
  drafts: z.array(z.strictObject({ key: z.string(), epoch: count, bytes })),
});
const opensWith = z.strictObject({ passphrase: z.string(), recoveryKey: z.string() });
const holds = z.strictObject({
  commits: count,
  folds: count,
  records: count,
  /** SHA-256 of all records as JSON, in the order of their ids, fields in the order of their names; hex. */
  fingerprint: z.string(),
  /** By id, those that are not of a list that was imported. */
  some: z.record(z.string(), z.unknown()),
  draft: z.string(),
});

export interface Fixture {
  readonly name: string;
  readonly vault: z.output<typeof vaultFile>;
  readonly opensWith: z.output<typeof opensWith>;
  readonly holds: z.output<typeof holds>;
}

/** Every committed fixture, oldest format first. */
export function fixtures(): Fixture[] {
  return readdirSync(FOLDER)
    .toSorted((a, b) => Number(/\d+$/.exec(a)) - Number(/\d+$/.exec(b)))
    .map((name) => {
      const json = (file: string): unknown =>
        JSON.parse(readFileSync(join(FOLDER, name, file), 'utf8'));
      return {
        name,
        vault: vaultFile.parse(json('vault.json')),
        opensWith: opensWith.parse(json('opens-with.json')),
        holds: holds.parse(json('holds.json')),
      };
    });
}

/** The cryptography as it is used here, against what its authors and its breakers have published (e2e/fixtures/vectors). */
import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { argon2id } from 'hash-wasm';
import { describe, expect, test, vi } from 'vitest';
import argon2Vectors from '../../e2e/fixtures/vectors/argon2id.json';
import gcmVectors from '../../e2e/fixtures/vectors/aes-256-gcm.json';
import edVectors from '../../e2e/fixtures/vectors/ed25519.json';
import rfcVectors from '../../e2e/fixtures/vectors/rfc8032-ed25519.json';
import { signatureFits } from '../bundles/signature.ts';
import { decrypt, encrypt, importKey } from './aes-key.ts';
import { fromHex, owned, toHex, utf8 } from './bytes.ts';
import { stretch } from './keyslots.ts';
import { sign, verifies } from './signing.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('AES-256-GCM', () => {
  test.each(gcmVectors.tests)('Wycheproof $tcId is $result', async (vector) => {
    const key = await importKey(fromHex(vector.key));
    const [nonce, bound, plain] = [vector.iv, vector.aad, vector.msg].map(fromHex);
    if (!nonce || !bound || !plain) throw new Error('no vector');
    const opened = await decrypt(key, nonce, bound, fromHex(vector.ct + vector.tag));
    expect(opened && toHex(opened)).toBe(vector.result === 'valid' ? vector.msg : null);
    // Of an invalid one all is right but the tag.
    const sealed = toHex(await encrypt(key, nonce, bound, plain));
    expect(sealed.startsWith(vector.ct)).toBe(true);
    expect(sealed.endsWith(vector.tag)).toBe(vector.result === 'valid');
  });
});

describe('Ed25519', () => {
  test.each(rfcVectors.tests)('RFC 8032, signature $sig', (vector) => {
    const [seed, key, message] = [vector.secretKey, vector.publicKey, vector.msg].map(fromHex);
    if (!seed || !key || !message) throw new Error('no vector');
    expect(toHex(sign(seed, message))).toBe(vector.sig);
    expect(verifies(key, message, fromHex(vector.sig))).toBe(true);
    expect(signatureFits('', message, fromHex(vector.sig), vector.publicKey)).toBe(true);
  });

  const key = fromHex(edVectors.publicKey);
  test.each(edVectors.tests)('Wycheproof $tcId is $result', ({ msg, sig, result }) => {
    const isValid = result === 'valid';
    expect(verifies(key, fromHex(msg), fromHex(sig))).toBe(isValid);
    expect(signatureFits('', fromHex(msg), fromHex(sig), edVectors.publicKey)).toBe(isValid);
  });
});

describe('Argon2id', () => {
  test.each(argon2Vectors.tests)(
    'reference: $password, $salt, $passes, $memoryKiB',
    async (vector) => {
      const { password, salt, tag, ...parameters } = vector;
      expect(toHex(await stretch(password, utf8(salt), parameters))).toBe(tag);
    },
  );

  /**
   * RFC 9106's own vector has associated data, which hash-wasm does not take and nothing here uses. So another
   * implementation is held against it, and ours against that one.
   */
  test('RFC 9106, section 5.3, by way of another implementation', async () => {
    const [password, salt, secret, data] = [32, 16, 8, 12].map((length, at) =>
      owned(new Uint8Array(length).fill(at + 1)),
    );
    if (!password || !salt || !secret || !data) throw new Error('no vector');
    const costs = { t: 3, m: 32, p: 4, dkLen: 32, version: 0x13 };
    const whole = nobleArgon2id(password, salt, { ...costs, key: secret, personalization: data });
    expect(toHex(whole)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
    const inputs = { password, salt, secret, hashLength: 32, outputType: 'hex' } as const;
    const ours = await argon2id({ ...inputs, iterations: 3, memorySize: 32, parallelism: 4 });
    expect(ours).toBe(toHex(nobleArgon2id(password, salt, { ...costs, key: secret })));
  });
});

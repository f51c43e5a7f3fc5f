import { expect, it } from 'vitest';
import { randomBytes } from './bytes.ts';
import { newSigningKey, signAs, signSoon, signedAs } from './signing.ts';

it('signs with the same bytes at once and by WebCrypto, also the second time', async () => {
  const { seed, verifyKey } = newSigningKey();
  for (let round = 0; round < 3; round += 1) {
    const fields = ['a link', randomBytes(32)];
    const soon = await signSoon('muniment commit v1', seed, fields);
    expect(soon).toEqual(signAs('muniment commit v1', seed, fields));
    expect(signedAs('muniment commit v1', verifyKey, soon, fields)).toBe(true);
    expect(signedAs('muniment root v1', verifyKey, soon, fields)).toBe(false);
  }
});

it('signs without Ed25519 in WebCrypto too', async () => {
  // As Chromium before 137 answers, which this Node is not.
  const { seed } = newSigningKey();
  const importKey = crypto.subtle.importKey.bind(crypto.subtle);
  Object.assign(crypto.subtle, { importKey: () => Promise.reject(new Error('NotSupportedError')) });
  try {
    const soon = await signSoon('muniment commit v1', seed, ['a link']);
    expect(soon).toEqual(signAs('muniment commit v1', seed, ['a link']));
  } finally {
    Object.assign(crypto.subtle, { importKey });
  }
});

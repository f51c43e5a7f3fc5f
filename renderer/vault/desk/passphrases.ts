/** What is asked of a passphrase before a vault is made to open with it. */
import { type Result, fail, ok } from '../../domain/errors.ts';

/** Below this score of zxcvbn (0 to 4) a stolen laptop would not hold out. */
const LEAST_SCORE = 3;

/** The dictionaries are large, so they are loaded when a passphrase is first typed. */
export async function measure(passphrase: string, hints: readonly string[]) {
  const { passphraseStrength } = await import('../passphrase-strength.ts');
  return passphraseStrength(passphrase, hints);
}

/** Errors: vault/passphrase-weak. @param hints words that a thief knows too. */
export async function strongEnough(
  passphrase: string,
  hints: readonly string[],
): Promise<Result<null>> {
  const { score } = await measure(passphrase, hints);
  return score < LEAST_SCORE ? fail('vault/passphrase-weak') : ok(null);
}

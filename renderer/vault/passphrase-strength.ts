import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
  translations: english.translations,
});

/**
 * How long a thief would guess, honestly: score 0 to 4, the time in words for an offline attack on a slow
 * hash (which Argon2id is), and one piece of advice.
 * @param hints words the thief knows too: names, the group
 */
export function passphraseStrength(
  passphrase: string,
  hints: readonly string[],
): { score: number; crackTime: string; advice: string } {
  // The estimate of a long text is slow and adds nothing: 100 characters are beyond guessing.
  const { score, crackTimes, feedback } = zxcvbn.check(passphrase.slice(0, 100), [...hints]);
  return {
    score,
    crackTime: crackTimes.offlineSlowHashingXPerSecond.display,
    advice: feedback.warning ?? feedback.suggestions[0] ?? '',
  };
}

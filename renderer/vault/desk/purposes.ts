/** The processing register of the open vault: each purpose as it is here, and what hangs on it. */
import { consentState } from '../../domain/consent.ts';
import { purposeIn, recordAbout } from '../../domain/processing.ts';
import { PURPOSE_IDS } from '../../domain/purposes.ts';
import type { PurposeView } from '../protocol.ts';
import type { OpenContext } from './context.ts';
import { findIn, titleOf } from './titles.ts';

export function purposesOf({ session: { state }, today }: OpenContext): PurposeView[] {
  const records = [...state.all('processing')];
  const consents = [...state.all('consent')];
  return PURPOSE_IDS.map((id) => {
    const record = recordAbout(id, records);
    const own = consents.filter(({ purpose }) => purpose === id);
    return {
      id,
      purpose: purposeIn(id, records),
      record: record?.id ?? null,
      bases: (record?.bases ?? []).map((change) => ({
        ...change,
        resolution: titleOf(change.decision, findIn(state)),
      })),
      consents: own.length,
      inForce: own.filter((consent) => consentState(consent, today) === 'in-force').length,
    };
  });
}

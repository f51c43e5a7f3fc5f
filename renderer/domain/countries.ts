import { z } from 'zod';
import type { PlainDate } from './dates.ts';

/** ISO 3166-1 alpha-2, upper case. A code that no country has counts as outside every list below. */
export const country = z.string().regex(/^[A-Z]{2}$/);

/** EU member states, for "outside the EU" (clause TRANSFER); ISO 3166-1 alpha-2. As of 1 Nov 2026. */
const EU = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);
/** UK adequacy regulations besides the EEA; as of 1 Nov 2026. US for certified recipients only, so not here. */
const UK_ADEQUATE = new Set('IS LI NO GI CH CA AR GG JE IM AD FO IL UY NZ JP KR'.split(' '));
/** What the shipped list rests on. */
const SHIPPED_SOURCE = 'UK adequacy regulations as of 1 Nov 2026, as shipped';

/** What the group has noted of a country since: the table is dated, and law changes. */
interface AdequacyChange {
  readonly country: string;
  readonly from: PlainDate;
  readonly standing: 'adequate' | 'none';
  readonly source: string;
}

/** What a transfer to a country is, by the policy and by UK law. */
export interface TransferView {
  readonly outsideEu: boolean;
  readonly outsideUk: boolean;
  readonly adequate: boolean;
  /** Where it is written that it is adequate, or not. */
  readonly source: string;
}

/**
 * Both views of a transfer on a day: the policy's (outside the EU) and UK law's (outside the UK, adequate or not). Of the
 * group's own changes the latest that is in force by then counts.
 */
export function transferView(
  code: string,
  day: PlainDate,
  changes: Iterable<AdequacyChange>,
): TransferView {
  const outsideUk = code !== 'GB';
  let latest: AdequacyChange | null = null;
  for (const change of changes) {
    if (change.country !== code || change.from > day) continue;
    if (latest === null || change.from >= latest.from) latest = change;
  }
  const shipped = EU.has(code) || UK_ADEQUATE.has(code);
  return {
    outsideEu: !EU.has(code),
    outsideUk,
    adequate: !outsideUk || (latest ? latest.standing === 'adequate' : shipped),
    source: latest?.source ?? SHIPPED_SOURCE,
  };
}

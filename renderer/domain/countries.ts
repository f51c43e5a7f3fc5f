import { z } from 'zod';

/** ISO 3166-1 alpha-2, upper case. A code that no country has counts as outside every list below. */
export const country = z.string().regex(/^[A-Z]{2}$/);

/** EU member states, for "outside the EU" (clause TRANSFER); ISO 3166-1 alpha-2. As of 1 Nov 2026. */
const EU = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);
/** UK adequacy regulations besides the EEA; as of 1 Nov 2026. US for certified recipients only, so not here. */
const UK_ADEQUATE = new Set('IS LI NO GI CH CA AR GG JE IM AD FO IL UY NZ JP KR'.split(' '));

/** Both views of a transfer: the policy's (outside the EU) and UK law's (outside the UK, adequate or not). */
export function transferView(code: string): {
  outsideEu: boolean;
  outsideUk: boolean;
  adequate: boolean;
} {
  const outsideUk = code !== 'GB';
  return {
    outsideEu: !EU.has(code),
    outsideUk,
    adequate: !outsideUk || EU.has(code) || UK_ADEQUATE.has(code),
  };
}

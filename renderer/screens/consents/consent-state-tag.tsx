import { Tag } from '../../components/layout.tsx';
import { CONSENT_STATES, type ConsentState } from '../../domain/consent.ts';

const TONES = {
  asked: 'warning',
  'in-force': 'accent',
  expired: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<ConsentState, string>;

/** Where a consent stands, in words. */
export function ConsentStateTag({ state }: { state: ConsentState }) {
  return <Tag tone={TONES[state]}>{CONSENT_STATES[state]}</Tag>;
}

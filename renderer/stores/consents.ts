/** What the consents' room needs beside the open record: the host's clock for what is recorded. */
import type { Consent } from '../domain/consent.ts';
import type { PlainDate } from '../domain/dates.ts';

type ConsentEvent = NonNullable<Consent['given']>;

/** A giving or a withdrawing on a day, recorded now. */
export async function consentEvent(on: PlainDate, how: ConsentEvent['how']): Promise<ConsentEvent> {
  return { on, how, recordedAt: await window.host.ask('clock', null) };
}

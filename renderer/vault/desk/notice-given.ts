/** Who has been given the privacy notice, as far as a hundred thousand summaries tell it (clause TRANSPARENCY). */
import { NOTICE_VERSION } from '../../domain/notice.ts';
import type { TodayLine } from '../protocol.ts';
import type { VaultState } from '../state.ts';
import type { OpenContext } from './context.ts';
import { NOTICE_FACT, type Summary } from '../summary.ts';

const PRESENT = `${NOTICE_FACT}${NOTICE_VERSION}`;

/** Whether a person has not been given the present notice. */
export function lacksNotice(
  { id, facts }: Pick<Summary, 'id' | 'facts'>,
  state: VaultState,
): boolean {
  if (facts.includes(NOTICE_FACT)) return !facts.split(' ').includes(PRESENT);
  // Its summary is of a version of the program that did not note it.
  const person = state.get(id)?.record;
  return person?.kind === 'person' && person.noticeVersion !== NOTICE_VERSION;
}

/** People who have not been given the present privacy notice, as one line (clause TRANSPARENCY). */
export function noticeLines({ session: { state } }: OpenContext): TodayLine[] {
  const count = withoutNotice(state);
  if (count === 0) return [];
  const who = count === 1 ? '1 person has' : `${count} people have`;
  return [
    {
      what: 'Privacy notice to give',
      id: '',
      kind: 'person',
      title: `${who} not been given the privacy notice`,
      due: null,
      at: null,
      days: null,
      working: `Version ${NOTICE_VERSION}: a welcome letter carries it, and the person’s record notes it.`,
      filter: 'without-notice',
    },
  ];
}

/** How many have not. */
function withoutNotice(state: VaultState): number {
  let count = 0;
  for (const id of state.ids('person')) {
    const summary = state.summary(id);
    if (summary && lacksNotice(summary, state)) count += 1;
  }
  return count;
}

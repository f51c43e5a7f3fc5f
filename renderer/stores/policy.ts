/** The policy clause by clause, as it stands, and the summary that leaves without personal data. */
import { create } from 'zustand';
import type { ClauseState } from '../domain/clause-state.ts';
import type { PlainDate } from '../domain/dates.ts';
import { type Failure, type Result, ok } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';

interface Policy {
  /** By clause; null until they have come. */
  states: ReadonlyMap<string, ClauseState> | null;
  failure: Failure | null;
}

export const usePolicy = create<Policy>(() => ({ states: null, failure: null }));

/** Asks how each clause stands, now and after every change, until the answer is called. */
export function watchPolicy(): () => void {
  void read();
  return vault().onChanged(() => void read());
}

async function read(): Promise<void> {
  const reply = await vault().ask('policy', {});
  usePolicy.setState(
    reply.ok
      ? { states: new Map(reply.value.map((clause) => [clause.id, clause])), failure: null }
      : { failure: reply.error },
  );
}

/** Asks for a place, then writes the summary there as a data file; answers its name, null when it was cancelled. */
export async function writeSummary(asked: {
  from: PlainDate;
  until: PlainDate;
  threshold: number;
}): Promise<Result<string | null>> {
  const place = await window.host.ask('chooseSave', {
    kind: 'csv',
    suggestedName: `summary-${asked.until}.csv`,
  });
  if (!place.ok || place.value === null) return place.ok ? ok(null) : place;
  const { handle, name } = place.value;
  const written = await vault().ask('summary.write', { ...asked, to: handle });
  return written.ok ? ok(name) : written;
}

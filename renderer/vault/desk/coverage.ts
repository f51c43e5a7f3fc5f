/** What rests on consents, as it is shown beside a record: whose consent it needs, or what rests on a consent. */
import { coverageOf, isResting } from '../../domain/coverage.ts';
import type { AnyRecord } from '../../domain/kinds.ts';
import type { Around } from '../../domain/registers/register.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { restingOn } from '../../domain/take-down.ts';
import type { OpenRecord } from '../protocol.ts';
import { titleOf } from './titles.ts';

/** Whose consent a record needs, and where it stands; nobody's for kinds that rest on none. */
export function coveredBy(record: AnyRecord, around: Around): OpenRecord['covering'] {
  if (!isResting(record)) return [];
  return coverageOf(record, around).map(({ person, consent, state }) => ({
    person,
    name: titleOf(person, around.find),
    consent: consent?.id ?? null,
    state,
  }));
}

/** What rests on a consent: that which its withdrawal makes necessary to take down. */
export function resting(record: AnyRecord, around: Around): OpenRecord['resting'] {
  if (record.kind !== 'consent') return [];
  return restingOn(record, around).map((one) => {
    const { state, states } = registerOf(one.kind);
    return {
      id: one.id,
      kind: one.kind,
      title: titleOf(one.id, around.find),
      detail: states?.[state?.(one, around) ?? '']?.words ?? '',
    };
  });
}

/** The documents that leave without personal data: what is counted, suppressed and said in them. */
import {
  type AnonymousDocument,
  type AnonymousPart,
  type Fact,
  type Sentence,
  anonymous,
} from '../../documents/anonymous.ts';
import { clauseState } from '../../domain/clause-state.ts';
import { CLAUSES } from '../../domain/clauses.ts';
import { dayOf, daysBetween } from '../../domain/dates.ts';
import { type Result, ok } from '../../domain/errors.ts';
import type { Kind } from '../../domain/kinds.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { type Period, countsOf } from '../../domain/summary/counting.ts';
import { type Label, word } from '../../domain/summary/labels.ts';
import {
  type Count,
  type SafeCount,
  USUAL_THRESHOLD,
  suppressed,
} from '../../domain/summary/suppress.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';
import { policyFacts } from './policy-facts.ts';

/** The summary of a period for the CQI (clause ANONYMISE). @param threshold the smallest count that is shown, but for noughts */
export function summaryOf(
  period: Period,
  threshold: number,
  context: OpenContext,
): AnonymousDocument {
  const { state } = context.session;
  // People are counted by what their summaries say: none of them is parsed.
  const people = state.sorted('person').map(({ facts }) => facts);
  const counts = countsOf(period, people, aroundOf(context)).map((count) =>
    suppressed(count, threshold),
  );
  const part = (title: Label, some: readonly SafeCount<Label>[]): AnonymousPart[] =>
    some.length === 0 ? [] : [{ title, sentences: [], facts: [], counts: some }];
  return anonymous({
    what: 'summary',
    made: context.today,
    sentences: [
      { say: 'period', with: [period.from, period.until, context.today] },
      withheldBelow(threshold),
      { say: 'once', with: [] },
      { say: 'overlap', with: [] },
    ],
    parts: [
      ...counts.flatMap((count) => (count.by.length > 0 ? part(count.label, [count]) : [])),
      // What is not broken down needs no heading of its own.
      ...part(
        word('registers'),
        counts.filter(({ by }) => by.length === 0),
      ),
    ],
  });
}

/** What the CQI’s Data Controller may see of the arrangements (clause OVERSIGHT). Errors: those of the host. */
export async function evidenceOf(context: OpenContext): Promise<Result<AnonymousDocument>> {
  const { session, today } = context;
  const facts = policyFacts(context);
  const counts = (of: (kind: Kind) => Count<Label> | null) =>
    [...facts.kinds.keys()].flatMap((kind) => {
      const count = of(kind);
      return count ? [suppressed(count, USUAL_THRESHOLD)] : [];
    });
  const verified = await session.verifyTrail();
  const chain: Sentence[] = verified.ok
    ? [
        { say: 'verified', with: [today, verified.value.entries] },
        { say: 'link', with: [{ link: session.linkAt(verified.value.commits) ?? '' }] },
      ]
    : [{ say: 'damaged', with: [] }];
  const places = await context.host.backupPlaces();
  if (!places.ok) return places;
  const backups = backupFacts(places.value, context);
  const document = anonymous({
    what: 'evidence',
    made: today,
    sentences: [{ say: 'day', with: [today] }, withheldBelow(USUAL_THRESHOLD)],
    parts: [
      {
        title: word('clauses'),
        sentences: [],
        facts: CLAUSES.map((clause) => ({
          label: { of: 'clause', id: clause.id },
          value: stateCell(clauseState(clause, facts).overdue),
        })),
        counts: [],
      },
      {
        title: word('clocks'),
        sentences: [],
        facts: [],
        counts: counts((kind) => clockCount(kind, facts.kinds.get(kind))),
      },
      {
        title: word('registers'),
        sentences: [],
        facts: [],
        counts: counts((kind) => ({
          label: { of: 'kind', id: kind },
          value: facts.kinds.get(kind)?.total ?? 0,
        })),
      },
      { title: word('trail'), sentences: chain, facts: [], counts: [] },
      {
        title: word('backups'),
        sentences: backups.length === 0 ? [{ say: 'no-places', with: [] }] : [],
        facts: backups,
        counts: [],
      },
    ],
  });
  return ok(document);
}

function withheldBelow(threshold: number): Sentence {
  return { say: 'withheld', with: [threshold - 1, threshold] };
}

function stateCell(overdue: number | null): Fact['value'] {
  if (overdue === null) return 'built-in';
  return overdue === 0 ? 'not-overdue' : 'overdue';
}

/** What was promised by a day, and whether it was kept; null where a kind promises nothing by a day. */
function clockCount(
  kind: Kind,
  facts: { inTime: number; late: number } | undefined,
): Count<Label> | null {
  if (!registerOf(kind).inTime) return null;
  const { inTime, late } = facts ?? { inTime: 0, late: 0 };
  const parts = [
    { label: word('in-time'), value: inTime },
    { label: word('late'), value: late },
  ];
  return {
    label: { of: 'kind', id: kind },
    value: inTime + late,
    by: [{ title: word('kept'), parts }],
  };
}

/** How old the last good backup is in each place. */
function backupFacts(
  places: readonly { good: { at: number } | null }[],
  { today, group }: OpenContext,
): Fact[] {
  return places.map(({ good }) => ({
    label: word('days-since-backup'),
    value: good ? daysBetween(dayOf(good.at, group.timeZone), today) : 'none',
  }));
}

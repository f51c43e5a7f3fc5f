/** The policy clause by clause, as this vault carries it out, and its counts as a data file. */
import { toAnonymousCsv } from '../../documents/anonymous-csv.ts';
import { fail, ok } from '../../domain/errors.ts';
import { summaryOf } from '../desk/anonymous-sources.ts';
import type { Command } from '../desk/context.ts';
import { leaveAsFile } from '../desk/leaving-elsewhere.ts';
import { clauseStates } from '../desk/policy-facts.ts';

export const policy: Command<'policy'> = (_asked, context) => ok(clauseStates(context));

export const writeSummary: Command<'summary.write'> = async (asked, context) => {
  const { from, until, threshold, to } = asked;
  if (until < from) return fail('record/ends-before-start');
  const text = toAnonymousCsv(summaryOf({ from, until }, threshold, context));
  if (!text.ok) return text;
  const left = { what: 'summary', form: 'csv' } as const;
  const told = { action: 'summarised', about: [], changes: [], left } as const;
  return leaveAsFile(ok(new TextEncoder().encode(text.value)), to, told, context);
};

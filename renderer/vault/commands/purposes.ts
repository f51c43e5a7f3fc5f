/** The purposes of processing as this vault has them, and their changes (clause BASIS). */
import { fail, ok } from '../../domain/errors.ts';
import {
  type Processing,
  checkProcessing,
  purposeIn,
  recordAbout,
} from '../../domain/processing.ts';
import { purposeWords } from '../../domain/purposes.ts';
import { checkDecisions } from '../../domain/registers/decision-use.ts';
import { aroundOf } from '../desk/around.ts';
import { applyChanges } from '../desk/change.ts';
import type { Command } from '../desk/context.ts';
import { purposesOf } from '../desk/purposes.ts';

export const purposes: Command<'purposes'> = (_request, context) => ok(purposesOf(context));

/** Errors: record/gone (the decision), purpose/same-basis, approval/used, those of `checkProcessing` and of a commit. */
export const changePurpose: Command<'purpose.change'> = async (asked, context) => {
  const { all, find, newId, today } = aroundOf(context);
  const { about, words, basis } = asked;
  const before = recordAbout(about, all('processing')) ?? null;
  const { basis: present, ...now } = purposeIn(about, all('processing'));
  const after: Processing = {
    kind: 'processing',
    id: before?.id ?? newId('processing'),
    purpose: 'accountability',
    about,
    ...purposeWords.parse({ ...now, ...words }),
    bases: before?.bases ?? [],
  };
  if (basis) {
    if (find(basis.decision)?.kind !== 'decision') return fail('record/gone');
    if (basis.to === present) return fail('purpose/same-basis');
    const change = { basis: basis.to, on: today, decision: basis.decision };
    after.bases = [...after.bases, change];
  }
  const checked = checkProcessing(after, before, all('processing'));
  if (!checked.ok) return checked;
  const decided = checkDecisions(after, before, { all });
  if (!decided.ok) return decided;
  const action = basis ? 'basis-changed' : before === null ? 'added' : 'edited';
  return applyChanges([{ id: after.id, before, after: checked.value }], action, context);
};

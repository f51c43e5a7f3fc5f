/** The wordings that consents are asked in: the newest of each, shipped ones and the group's own. */
import { ok } from '../../domain/errors.ts';
import { isUsed, newestWordings } from '../../domain/wording.ts';
import type { Command } from '../desk/context.ts';

export const wordings: Command<'wordings'> = (_request, { session: { state } }) => {
  const own = [...state.all('wording')];
  const consents = [...state.all('consent')];
  return ok(
    newestWordings(own).map((wording) => {
      const { id: series, version } = wording;
      const kept = own.find((one) => one.series === series && one.version === version);
      return { wording, own: kept?.id ?? null, isUsed: isUsed({ series, version }, consents) };
    }),
  );
};

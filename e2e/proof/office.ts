/** A vault that holds something for every document, made past the screen. */
import type { ErasureId, RequestId, ReviewId, TransferId } from '../../renderer/domain/ids.ts';
import type { AnyRecord } from '../../renderer/domain/kinds.ts';
import type { Request } from '../../renderer/domain/request.ts';
import type { Muniment } from '../launch.ts';
import { must } from '../store/office.ts';
import { askVault, askVaultAll } from '../vault-wire.ts';
import { eraseSomebody, sealForAbroad } from './gone.ts';
import {
  TODAY,
  complaint,
  consents,
  incident,
  meetings,
  minutes,
  one,
  people,
  request,
} from './records.ts';

/** Noon of that day. */
export const NOW = Date.parse(`${TODAY}T12:00:00Z`);

export interface Office {
  readonly requests: Readonly<Record<Request['type'], RequestId>>;
  readonly review: ReviewId;
  /** Any record, for the plain document of its fields. */
  readonly record: string;
  readonly bundle: TransferId;
  readonly erasure: ErasureId;
}

/** Fills an open vault. Whom a request is about is nobody whom another document needs. */
export async function fillOffice(program: Muniment): Promise<Office> {
  const { page } = program;
  const types = ['access', 'rectification', 'erasure', 'portability', 'removal'] as const;
  const asked = types.map((type, n) => request(type, n + 9));
  const objected = [request('objection', 14), request('restriction', 13)];
  const records: readonly AnyRecord[] = [
    ...people,
    ...Object.values(meetings),
    ...Object.values(minutes),
    ...consents,
    complaint,
    incident,
    ...asked,
    ...objected,
  ];
  const saved = await askVaultAll(
    page,
    'save',
    records.map((record) => ({ record, base: null })),
    NOW,
  );
  for (const reply of saved) must(reply);
  const begun = must(await askVault(page, 'review.begin', { scope: 'all' }, NOW));
  const [review] = begun.ids;
  const ids = Object.fromEntries(
    [...asked, ...objected].map(({ type, id }) => [type, id] as const),
  );
  return {
    // fromEntries widens to any string; each type was asked for once.
    requests: ids as Office['requests'],
    // What was begun is the review, and nothing else.
    review: review as ReviewId,
    record: one(5).id,
    bundle: await sealForAbroad(program, NOW),
    erasure: await eraseSomebody(program, NOW),
  };
}

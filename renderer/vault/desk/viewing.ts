import type { OpenContext } from './context.ts';

const ONE_VIEW_MS = 15 * 60_000;

/** Looking at a person in full is an entry of the trail (clause AUDIT); the reply does not wait for it. */
export function noteView(id: string, { session, desk, now }: OpenContext): void {
  const last = desk.viewed.get(id);
  if (last !== undefined && now - last < ONE_VIEW_MS) return;
  desk.viewed.set(id, now);
  void session.commit([], 'viewed', now, [id]);
}

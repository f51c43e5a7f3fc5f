import type { Command } from '../desk/context.ts';

/** Walks the whole chain and the trail; the figures are of what was verified. */
export const verify: Command<'verify'> = (_asked, { session }) => session.verifyTrail();

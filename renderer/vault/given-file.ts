import { z } from 'zod';

/** What the host keeps a chosen file or place by: 128 random bits in hex. */
export const handle = z.string().regex(/^[0-9a-f]{32}$/);

/** A file for the vault: chosen in a dialog, as a handle; or dropped on the page, as itself, so that no path is named. */
export const givenFile = z.union([
  z.object({ handle, size: z.number().int().min(0) }),
  z.object({ dropped: z.instanceof(Blob) }),
]);
export type GivenFile = z.infer<typeof givenFile>;

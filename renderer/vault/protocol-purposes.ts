/** The processing register as the screen and its document are told. */
import type { Processing } from '../domain/processing.ts';
import type { Purpose, PurposeId } from '../domain/purposes.ts';

/** A purpose of processing as it is in this vault, and what hangs on it. */
export interface PurposeView {
  id: PurposeId;
  purpose: Purpose;
  /** The record that changes it; null: it is as shipped. */
  record: string | null;
  /** Changes of its basis, oldest first, each with its decision's words. */
  bases: (Processing['bases'][number] & { resolution: string })[];
  consents: number;
  inForce: number;
}

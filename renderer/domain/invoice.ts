import { z } from 'zod';
import { attachments } from './attachment.ts';
import { plainDate } from './dates.ts';
import { invoiceId, personId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** Which way the money goes. */
export const DIRECTIONS = { pay: 'To pay', collect: 'To collect' } as const;

/** What the collection or payment of an invoice needs, and no more (clause COLLECT-INVOICES). */
export const invoice = z.object({
  kind: z.literal('invoice'),
  id: invoiceId,
  purpose: purposeId,
  reference: z.string().trim().min(1).max(80),
  direction: z.enum(['pay', 'collect']),
  /** Who pays or is paid: a person, an organisation, or a person for one. It is not erased with them: accounts need it. */
  person: personId.nullable(),
  organisation: z.string().max(200),
  /** Pence. */
  amount: z.number().int().min(-99_999_999_999).max(99_999_999_999),
  issued: plainDate,
  due: plainDate.nullable(),
  /** null while it is open. */
  paid: plainDate.nullable(),
  what: z.string().max(500),
  attachments,
});

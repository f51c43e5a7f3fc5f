import { z } from 'zod';
import { plainDate } from './dates.ts';
import { taskId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** Why something is to be done. */
export const TASK_KINDS = {
  'take-down': 'Take down',
  'stop-mailing': 'Take off a mailing list',
  'tell-recipient': 'Tell a recipient',
  letter: 'Send a letter',
  other: 'To do',
} as const;

/** Something that a promise makes necessary: to take down, to tell somebody, to send. It names records, never people. */
export const task = z.object({
  kind: z.literal('task'),
  id: taskId,
  purpose: purposeId,
  what: z.enum(['take-down', 'stop-mailing', 'tell-recipient', 'letter', 'other']),
  /** In a sentence, without a name. */
  words: z.string().min(1).max(500),
  /** What has to be dealt with: a publication, a person; null where it is gone or none. */
  about: z.string().max(40).nullable(),
  /** What made it necessary: a consent that was withdrawn, a request; null where it is none. */
  because: z.string().max(40).nullable(),
  due: plainDate.nullable(),
  done: plainDate.nullable(),
  notes: z.string().max(2_000),
});

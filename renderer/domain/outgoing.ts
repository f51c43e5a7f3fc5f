/** What left the program and in which form, in the words of the trail (clause AUDIT): what it was, never whose. */
import { z } from 'zod';

const DOCUMENTS = {
  minutes: 'minutes',
  agenda: 'agenda',
  actions: 'action list',
  attendance: 'attendance register',
  contacts: 'contact list',
  consent: 'consent',
  'consent-form': 'blank consent form',
  'consent-receipt': 'receipt of a consent',
  welcome: 'welcome letter',
  record: 'record',
  'request-letter': 'letter about a request',
  'complaint-letter': 'letter about a complaint',
  'breach-report': 'incident report',
  'breach-letter': 'letter about an incident',
  erasure: 'erasure certificate',
  bundle: 'sheet of a bundle',
  opened: 'document of an opened bundle',
  access: 'access matrix',
  'processing-register': 'processing register',
  policy: 'policy',
  trail: 'trail',
  summary: 'summary',
  evidence: 'evidence pack',
  handover: 'handover list',
  attachment: 'attached file',
  deadlines: 'deadlines',
  'recovery-sheet': 'recovery sheet',
  share: 'recovery share',
} as const;

const FORMS = {
  paper: 'on paper',
  pdf: 'PDF',
  protected: 'PDF with password',
  docx: 'Word file',
  text: 'text on the clipboard',
  csv: 'CSV',
  vcf: 'vCard',
  json: 'JSON',
  ics: 'calendar file',
  copy: 'as it was attached',
  share: 'share file',
} as const;

// Object.keys widens to string[]; the keys are exactly these.
const documents = Object.keys(DOCUMENTS) as [keyof typeof DOCUMENTS];
const forms = Object.keys(FORMS) as [keyof typeof FORMS];

export const outgoing = z.object({
  what: z.enum(documents),
  /** Absent: it was only looked at. */
  form: z.enum(forms).optional(),
});
export type Outgoing = z.infer<typeof outgoing>;

/** `minutes, PDF`. */
export function outgoingInWords({ what, form }: Outgoing): string {
  return form === undefined ? DOCUMENTS[what] : `${DOCUMENTS[what]}, ${FORMS[form]}`;
}

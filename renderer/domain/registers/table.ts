import type { Kind } from '../kinds.ts';
import { calendars } from './calendar.ts';
import { complaints } from './complaints.ts';
import { accessVersions } from './access-versions.ts';
import { adequacyChanges } from './adequacy.ts';
import { consents } from './consents.ts';
import { decisions } from './decisions.ts';
import { disclosures } from './disclosures.ts';
import { enquiries } from './enquiries.ts';
import { holds } from './holds.ts';
import { incidents } from './incidents.ts';
import { invoices } from './invoices.ts';
import { meetings } from './meetings.ts';
import { minutes } from './minutes.ts';
import { people } from './people.ts';
import { processings } from './processing.ts';
import { events } from './events.ts';
import { mailings } from './mailings.ts';
import { photographs } from './photographs.ts';
import { publications } from './publications.ts';
import type { Register } from './register.ts';
import { requests } from './requests.ts';
import { roles } from './roles.ts';
import { reviews } from './reviews.ts';
import { cards, imports, transfers } from './sharing.ts';
import { suppliers } from './suppliers.ts';
import { tasks } from './tasks.ts';
import { erasures, groups, shareSets } from './vault.ts';
import { wordings } from './wordings.ts';

type Registers = { readonly [K in Kind]: Register<K> };

/** What the program knows of every kind of record. */
const REGISTERS: Registers = {
  person: people,
  meeting: meetings,
  minutes,
  consent: consents,
  card: cards,
  transfer: transfers,
  import: imports,
  group: groups,
  erasure: erasures,
  shares: shareSets,
  enquiry: enquiries,
  task: tasks,
  decision: decisions,
  hold: holds,
  calendar: calendars,
  processing: processings,
  complaint: complaints,
  incident: incidents,
  request: requests,
  role: roles,
  access: accessVersions,
  adequacy: adequacyChanges,
  review: reviews,
  publication: publications,
  event: events,
  photograph: photographs,
  mailing: mailings,
  wording: wordings,
  supplier: suppliers,
  invoice: invoices,
  disclosure: disclosures,
};

// Object.keys widens to string[]; the keys are exactly the kinds.
export const KINDS = Object.keys(REGISTERS) as Kind[];

export function registerOf<K extends Kind>(kind: K): Register<K> {
  return REGISTERS[kind];
}

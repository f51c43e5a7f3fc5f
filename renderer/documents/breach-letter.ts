/** UK GDPR Art 34(2): what somebody is told whom a breach puts at a high risk (clause BREACH). */
import { type PlainDate, dayOf, formatDay } from '../domain/dates.ts';
import type { Incident } from '../domain/incident.ts';
import { CONTROLLER } from '../domain/notice.ts';
import type { Person } from '../domain/person.ts';
import type { Group } from '../domain/sharing.ts';
import { TO_THE_ICO, letterDocument, paragraph, quoted } from './letter.ts';
import { section } from './sections.ts';
import type { Block, DocumentTree } from './tree.ts';

interface Sources {
  readonly incident: Incident;
  readonly to: Person;
  readonly group: Group;
  /** The day the letter is written. */
  readonly day: PlainDate;
}

export function breachLetter(sources: Sources): DocumentTree {
  const { incident, group } = sources;
  const known = formatDay(dayOf(incident.aware, group.timeZone));
  return letterDocument({
    ...sources,
    title: 'A breach that affects your personal data',
    fileName: 'breach-letter',
    reference: incident.id,
    blocks: [
      paragraph(
        `We write because personal data of yours that we hold was affected by a breach of its security, which we became aware of on ${known}.`,
      ),
      ...part('What happened', incident.what),
      ...part('What it may mean for you', incident.consequences),
      ...part('What we have done', incident.actionTaken),
      ...part('What we will do', incident.actionPlanned),
      paragraph(
        `We are sorry that this has happened. The Group Secretary answers your questions at ${CONTROLLER.contact}. You may also complain to ${TO_THE_ICO}.`,
      ),
    ],
  });
}

function part(title: string, text: string): Block[] {
  const blocks = quoted(text);
  return blocks.length === 0 ? [] : [section(title, blocks)];
}

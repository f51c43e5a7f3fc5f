/**
 * The report of a breach to the ICO as a draft, in the order of the ICO’s own form (clause BREACH; UK GDPR Art 33(3)).
 * Nobody whom it affects is named on it.
 */
import { type PlainDate, formatDay, formatInstant } from '../domain/dates.ts';
import { breachClocks } from '../domain/deadlines.ts';
import { DATA_CATEGORIES, type Incident, LOSSES } from '../domain/incident.ts';
import { CONTROLLER } from '../domain/notice.ts';
import { CATEGORIES } from '../domain/person.ts';
import { POSTS } from '../domain/posts.ts';
import { LIKELIHOODS, RISKS, SEVERITIES, riskOf } from '../domain/risk.ts';
import type { Group } from '../domain/sharing.ts';
import { type Block, type DocumentTree, type Field, words } from './tree.ts';

interface Sources {
  readonly incident: Incident;
  readonly form: 'initial' | 'follow-up';
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

type Row = readonly [term: string, answer: string];

export function breachReport({ incident, form, group, day }: Sources): DocumentTree {
  const parts: readonly (readonly [title: string, rows: readonly Row[]])[] = [
    ['About this report', aboutReport(form, incident)],
    ['About the breach', aboutBreach(incident)],
    ['When', moments(incident, group.timeZone)],
    ['The data and the people', dataAndPeople(incident)],
    ['Consequences', consequences(incident)],
    [
      'Measures',
      [
        ['Measures in place before', incident.measuresBefore],
        ['Training in the last two years', incident.training],
        ['Action taken', incident.actionTaken],
        ['Action planned', incident.actionPlanned],
      ],
    ],
    ['Who was told', whoWasTold(incident)],
    [
      'About us',
      [
        ['Controller', CONTROLLER.name],
        ['Reported by', `${group.owner.name}, ${POSTS[group.owner.post]}`],
        ['Address', CONTROLLER.contact],
      ],
    ],
  ];
  return {
    language: 'en-GB',
    title: 'Report of a personal data breach',
    subtitle: form === 'initial' ? 'Initial report' : 'Follow-up report',
    issuer: group.name,
    status: 'DRAFT',
    fileName: `breach-report-${form}-${day}`,
    made: day,
    contacts: null,
    blocks: parts.map(([title, rows], index) => section(index + 1, title, rows)),
  };
}

function aboutReport(form: Sources['form'], { reference = '' }: Incident): Row[] {
  if (form === 'initial') return [['Report', 'Initial']];
  return [
    ['Report', 'Follow-up'],
    ['The ICO’s reference', reference],
  ];
}

function aboutBreach(incident: Incident): Row[] {
  return [
    ['What happened', incident.what],
    ['A cyber incident', incident.isCyber ? 'Yes' : 'No'],
    ...(incident.isCyber
      ? ([
          ['Affected', namesOf(LOSSES, incident.losses)],
          ['Impact', incident.impact],
          ['Time to recover', incident.recovery],
        ] as const)
      : []),
    ['How it was discovered', incident.howDiscovered],
  ];
}

function moments({ aware, occurred, reported, lateReason }: Incident, timeZone: string): Row[] {
  const at = (moment: number) => `${formatInstant(moment, timeZone)} (${timeZone})`;
  const { law } = breachClocks(aware, occurred, timeZone);
  const isLate = reported !== null && reported > law.at;
  return [
    ['Discovered', at(aware)],
    ['Happened', occurred === null ? '' : at(occurred)],
    ['72 hours end', at(law.at)],
    ...(isLate || lateReason !== '' ? ([['Reason for the delay', lateReason]] as const) : []),
  ];
}

function dataAndPeople({ data, records, people, peopleCategories }: Incident): Row[] {
  return [
    ['Categories of data', namesOf(DATA_CATEGORIES, data)],
    ['Number of records', numberOf(records)],
    ['Number of people', numberOf(people)],
    ['Categories of people', namesOf(CATEGORIES, peopleCategories)],
  ];
}

function consequences({ consequences: likely, likelihood, severity }: Incident): Row[] {
  return [
    ['Likely consequences', likely],
    ['Likelihood', likelihood === null ? '' : LIKELIHOODS[likelihood]],
    ['Severity', severity === null ? '' : SEVERITIES[severity]],
    [
      'Assessment',
      likelihood === null || severity === null ? '' : RISKS[riskOf(likelihood, severity)],
    ],
  ];
}

function whoWasTold({ tell, tellWhy, told, othersTold }: Incident): Row[] {
  const people =
    told !== null
      ? `Told on ${formatDay(told)}`
      : tell === 'tell'
        ? 'They are being told'
        : tell === 'not'
          ? 'They are not told'
          : '';
  return [
    ['The people affected', people],
    ['Why', tellWhy],
    ['Other organisations', othersTold],
  ];
}

function section(number: number, title: string, rows: readonly Row[]): Block {
  return {
    type: 'section',
    number,
    title: words(title),
    blocks: [{ type: 'fields', rows: rows.map(answered) }],
  };
}

function answered([term, answer]: Row): Field {
  const text = answer.trim();
  return {
    term,
    value: [text === '' ? [{ text: 'Not known yet', italic: true }] : [{ text, isolate: true }]],
  };
}

function namesOf<T extends string>(table: Readonly<Record<T, string>>, chosen: readonly T[]) {
  return chosen.map((one) => table[one]).join(', ');
}

function numberOf(count: number | null): string {
  return count === null ? '' : String(count);
}

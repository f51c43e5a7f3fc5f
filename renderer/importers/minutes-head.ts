/** What the head of old minutes says: when and where they met, who was there, and who was not. */
import type { PlainDate } from '../domain/dates.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Mark } from '../domain/meeting.ts';
import { type RichBlock, plainTextOf } from '../domain/rich-text.ts';
import type { FindPeople } from './find-people.ts';
import { dayIn, timeIn } from './minutes-words.ts';

export interface Headed {
  /** What the meeting is called; empty when it does not say. */
  readonly title: string;
  readonly date: PlainDate | null;
  /** `HH:MM`, or empty. */
  readonly time: string;
  readonly place: string;
  readonly chair: PersonId | null;
  readonly attendance: readonly { readonly person: PersonId; readonly mark: Mark }[];
  /** Names that nobody on file has. */
  readonly strangers: readonly string[];
}

const LABELS: readonly [RegExp, Mark | 'chair' | 'place' | 'when'][] = [
  [/^(?:members\s+)?(?:present|attendees|attending|in attendance|attendance)\b/i, 'present'],
  [/^apologies(?:\s+for\s+absence|\s+received(?:\s+from)?)?\b/i, 'apologies'],
  [/^(?:absent|not present)\b/i, 'absent'],
  [/^(?:in the chair|chair(?:ed by|man|woman|person)?)\b/i, 'chair'],
  [/^(?:place|venue|location|where)\b/i, 'place'],
  [/^(?:date|time|when|held on|date and time)\b/i, 'when'],
];
/** The lines in which a head is looked for. */
const HEAD_LINES = 60;
const MOST_NAMES = 200;

interface Section {
  readonly title: string;
  readonly body: readonly RichBlock[];
}

/** Reads the lines before the first heading, and the parts that are headed by one of the labels. */
export function readHead(
  sections: readonly Section[],
  people: FindPeople,
  today: PlainDate,
): Headed {
  const [first] = sections;
  const lines = first ? linesOf(first.body).slice(0, HEAD_LINES) : [];
  const labelled = [
    ...underLabels(lines),
    ...sections.slice(1).flatMap(({ title, body }) => {
      const under = labelOf(title)?.is;
      const isOfPeople = under === 'present' || under === 'apologies' || under === 'absent';
      return isOfPeople ? underLabels([title, ...linesOf(body).slice(0, HEAD_LINES)]) : [];
    }),
  ];
  const marks = new Map<PersonId, Mark>();
  const strangers: string[] = [];
  let chair: PersonId | null = null;
  let place = '';
  for (const { is, text } of labelled) {
    if (is === 'place') place ||= text.slice(0, 300);
    else if (is === 'chair') chair ??= people.called(nameIn(text));
    else if (is !== 'when') {
      for (const written of namesIn(text)) {
        const name = nameIn(written);
        const person = people.called(name);
        if (person && !marks.has(person)) marks.set(person, is);
        else if (!person && isName(name) && strangers.length < MOST_NAMES) strangers.push(name);
        if (person && /\bchair\b/i.test(written)) chair ??= person;
      }
    }
  }
  const when = labelled.filter(({ is }) => is === 'when').map(({ text }) => text);
  return {
    title: titleIn(lines),
    date: dayIn([...when, ...lines].join('\n'), today),
    time: timeIn([...when, ...lines].join('\n')),
    place,
    chair,
    attendance: [...marks].map(([person, mark]) => ({ person, mark })),
    strangers: [...new Set(strangers)],
  };
}

function labelOf(line: string) {
  for (const [label, is] of LABELS) {
    const found = label.exec(line.trim());
    if (found)
      return {
        is,
        rest: line
          .trim()
          .slice(found[0].length)
          .replace(/^\s*[:–—·-]?\s*/, ''),
      };
  }
  return null;
}

/** Lines with the label that they stand under; one without a label of its own goes on with the one before it. */
function underLabels(lines: readonly string[]) {
  const found: { is: (typeof LABELS)[number][1]; text: string }[] = [];
  let under: (typeof LABELS)[number][1] | null = null;
  for (const line of lines) {
    const label = labelOf(line);
    if (label) {
      under = label.is;
      if (label.rest !== '') found.push({ is: under, text: label.rest });
    } else if (under !== null && under !== 'when' && under !== 'place' && line.length <= 120) {
      found.push({ is: under, text: line });
    }
  }
  return found;
}

function namesIn(text: string): string[] {
  return text.split(/[,;\n\t]|\band\b|&/).map((name) => name.trim());
}

/** A name without what is said of it: `Jo Bloggs (Chair)`, `Jo Bloggs – Treasurer`. */
function nameIn(text: string): string {
  return text.replace(/\(.*$|\s[–—-]\s.*$/, '').trim();
}

function isName(text: string): boolean {
  return (
    text.length <= 60 &&
    /^\p{Lu}[^\d:]*\s+\p{Lu}[^\d:]*$/u.test(text) &&
    text.split(/\s+/).length <= 5
  );
}

/** `Minutes of the steering group meeting held on …` → `Steering group meeting`. */
function titleIn(lines: readonly string[]): string {
  for (const line of lines.slice(0, 10)) {
    const found = /^(?:draft\s+)?(?:minutes\s+of\s+(?:the|a)\s+)?(.*\bmeeting\b)/i.exec(
      line.trim(),
    );
    const title = found?.[1]?.trim() ?? '';
    if (title !== '' && title.length <= 100)
      return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
  }
  return '';
}

function linesOf(body: readonly RichBlock[]): string[] {
  return plainTextOf({ type: 'doc', content: [...body] })
    .split('\n')
    .filter((line) => line.trim() !== '');
}

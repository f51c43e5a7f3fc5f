/**
 * Minutes out of the text of an old document: its headings are the items, and what it says of day, place, people,
 * decisions and actions is taken up where it is written as minutes usually write it. Nothing is dropped: what was not
 * understood stays in the text of an item.
 */
import type { PlainDate } from '../domain/dates.ts';
import type { PersonId } from '../domain/ids.ts';
import type { AgendaItem, MinutesAction } from '../domain/meeting.ts';
import { RICH_TEXT_LIMITS, type RichBlock, plainTextOf } from '../domain/rich-text.ts';
import type { DocxBlock, DocxText } from './docx-text.ts';
import type { FindPeople } from './find-people.ts';
import { type Headed, readHead } from './minutes-head.ts';
import { dayIn } from './minutes-words.ts';

export interface ProposedMinutes extends Headed {
  readonly items: AgendaItem[];
  readonly nextMeeting: PlainDate | null;
}

/** What a document that has no headings becomes, and what stands before the first. */
const WHOLE = 'Imported minutes';
const BEFORE = 'Before the first heading';
const MOST_ITEMS = 100;

/** @param today for years of two digits */
export function proposeMinutes(
  { blocks }: DocxText,
  people: FindPeople,
  today: PlainDate,
): ProposedMinutes {
  const sections = sectionsOf(blocks);
  const head = readHead(sections, people, today);
  const next = sections.find(({ title }) => /next meeting/i.test(title));
  const items = sections
    .filter(({ title, body }) => title !== '' || body.length > 0)
    .map((section) => itemOf(section, sections.length === 1, people, today));
  return {
    ...head,
    items: fewer(items),
    nextMeeting: next ? dayIn([next.title, wordsOf(next.body)].join('\n'), today) : null,
  };
}

export interface Section {
  /** Empty: what stands before the first heading. */
  readonly title: string;
  readonly body: readonly RichBlock[];
}

/** The parts under the highest headings; where there are none, under lines that are wholly bold. */
function sectionsOf(blocks: readonly DocxBlock[]): Section[] {
  const ranked = blocks.some(({ rank }) => rank !== null && rank > 0) ? blocks : boldLines(blocks);
  const ranks = ranked.flatMap(({ rank, block }) =>
    rank !== null && rank > 0 && !isTitle(block) ? [rank] : [],
  );
  const highest = Math.min(...ranks);
  const sections: { title: string; body: RichBlock[] }[] = [{ title: '', body: [] }];
  for (const { rank, block } of ranked) {
    if (rank === highest && !isTitle(block)) {
      const title = withoutNumber(wordsOf([block]));
      if (title !== '') sections.push({ title, body: [] });
      continue;
    }
    const last = sections.at(-1);
    if (last && last.body.length >= RICH_TEXT_LIMITS.blocks)
      sections.push({ title: `${last.title || BEFORE} (continued)`, body: [] });
    sections.at(-1)?.body.push(asBlock(block, rank, highest));
  }
  return sections;
}

/** Headings under an item are of two levels; the title of the document is a line of text. */
function asBlock(block: RichBlock, rank: number | null, highest: number): RichBlock {
  if (block.type !== 'heading') return block;
  if (rank === null || rank < highest) return { type: 'paragraph', content: block.content };
  return { ...block, attrs: { level: rank - highest > 1 ? 2 : 1 } };
}

function isTitle(block: RichBlock): boolean {
  if (block.type !== 'heading') return false;
  const words = wordsOf([block]);
  return /\bminutes\b/i.test(words) && /\bmeeting\b/i.test(words);
}

/** Short lines in bold, as headings. */
function boldLines(blocks: readonly DocxBlock[]): DocxBlock[] {
  return blocks.map((one) => {
    const { block } = one;
    if (block.type !== 'paragraph') return one;
    const parts = (block.content ?? []).filter(
      (part) => part.type === 'text' && part.text.trim() !== '',
    );
    const isBold = parts.every(
      (part) => part.type === 'text' && part.marks?.some(({ type }) => type === 'bold'),
    );
    const words = wordsOf([block]);
    // `Present: …` in bold is a line of the head.
    if (!isBold || words.length > 120 || words.includes(':')) return one;
    return { rank: 1, block: { ...block, type: 'heading', attrs: { level: 1 } } };
  });
}

const DECISION =
  /^\s*(?:decision|resolved|resolution|agreed|it was (?:resolved|agreed))\b\s*[:–—-]?\s*/i;
const ACTION = /^\s*actions?(?:\s+points?)?\s*(?:\d+\s*)?[:–—-]\s*/i;
const PROPOSED = /\bproposed(?:\s+by)?:?\s+([^,.;\n]+)/i;
const SECONDED = /\bseconded(?:\s+by)?:?\s+([^,.;\n]+)/i;

function itemOf(
  { title, body }: Section,
  isOnly: boolean,
  people: FindPeople,
  today: PlainDate,
): AgendaItem {
  const discussion: RichBlock[] = [];
  const decisions: string[] = [];
  const actions: MinutesAction[] = [];
  let proposer: PersonId | null = null;
  let seconder: PersonId | null = null;
  for (const block of body) {
    const words = block.type === 'paragraph' ? wordsOf([block]).trim() : '';
    const action = ACTION.test(words) ? words.replace(ACTION, '') : '';
    const decision = DECISION.test(words) ? words.replace(DECISION, '') : '';
    if (action !== '' && action.length <= 300 && actions.length < 50) {
      actions.push({
        what: action,
        owner: people.namedIn(action),
        due: dayIn(action, today),
        done: false,
      });
    } else if (decision !== '' && [...decisions, decision].join('\n').length <= 5_000) {
      decisions.push(decision);
    } else {
      discussion.push(block);
    }
    proposer ??= people.called(PROPOSED.exec(words)?.[1] ?? '');
    seconder ??= people.called(SECONDED.exec(words)?.[1] ?? '');
  }
  return {
    title: (title || (isOnly ? WHOLE : BEFORE)).slice(0, 300),
    discussion: { type: 'doc', content: discussion },
    decision: decisions.join('\n'),
    proposer: decisions.length > 0 ? proposer : null,
    seconder: decisions.length > 0 ? seconder : null,
    actions,
  };
}

/** Minutes hold a hundred items: those beyond become text of the last, under their titles. */
function fewer(items: readonly AgendaItem[]): AgendaItem[] {
  const kept = items.slice(0, MOST_ITEMS);
  const last = kept.at(-1);
  if (!last || items.length <= MOST_ITEMS) return kept;
  const more = items
    .slice(MOST_ITEMS)
    .flatMap((item): RichBlock[] => [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: item.title }] },
      ...item.discussion.content,
      ...[item.decision, ...item.actions.map(({ what }) => what)]
        .filter((words) => words !== '')
        .map((text): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    ]);
  const content = [...last.discussion.content, ...more];
  return [...kept.slice(0, -1), { ...last, discussion: { type: 'doc', content } }];
}

/** `3. `, `Item 3: `, `2.1 `. */
function withoutNumber(title: string): string {
  return title.replace(/^\s*(?:(?:agenda\s+)?item\s+)?\d+(?:\.\d+)*\s*[.):–-]?\s+/i, '').trim();
}

function wordsOf(content: readonly RichBlock[]): string {
  return plainTextOf({ type: 'doc', content: [...content] });
}

/** The privacy policy clause by clause: its words, how each is carried out, and how it stands in this vault. */
import { capital } from '../domain/capital.ts';
import type { ClauseState } from '../domain/clause-state.ts';
import { CLAUSE_GROUPS } from '../domain/clauses.ts';
import { type PlainDate, formatDay } from '../domain/dates.ts';
import type { Group } from '../domain/sharing.ts';
import { section } from './sections.ts';
import { type Block, type DocumentTree, strong, words } from './tree.ts';

interface PolicySources {
  /** By clause. */
  readonly states: ReadonlyMap<string, ClauseState>;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

export function policyDocument({ states, group, day }: PolicySources): DocumentTree {
  return {
    language: 'en-GB',
    title: 'The privacy policy, clause by clause',
    subtitle: `As it stood on ${formatDay(day)}`,
    issuer: group.name,
    status: '',
    fileName: `policy-${day}`,
    made: day,
    contacts: null,
    blocks: CLAUSE_GROUPS.map(({ title, clauses }): Block =>
      section(
        title,
        clauses.flatMap((clause): Block[] => [
          {
            type: 'heading',
            level: 3,
            content: [{ text: `${clause.title} (${clause.id})` }],
          },
          { type: 'paragraph', quiet: true, content: words(clause.words) },
          { type: 'paragraph', content: words(clause.carriedOutBy) },
          { type: 'paragraph', content: strong(sentence(states.get(clause.id)?.words ?? '')) },
        ]),
      ),
    ),
  };
}

function sentence(text: string): string {
  return text === '' ? '' : `${capital(text)}.`;
}

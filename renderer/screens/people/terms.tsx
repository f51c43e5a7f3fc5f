import { useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { EditDate } from '../../components/edit-in-place.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section, Tag } from '../../components/layout.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { type PlainDate, formatDay } from '../../domain/dates.ts';
import type { Failure, Result } from '../../domain/errors.ts';
import type { Person, Term } from '../../domain/person.ts';
import { POSTS, type Post } from '../../domain/posts.ts';
import { useOpened } from '../../stores/session.ts';

/** The posts a person holds and held, each with its days. */
export function Terms({
  person,
  change,
}: {
  person: Person;
  change: (part: Partial<Person>) => Promise<Result<unknown>>;
}) {
  const [adding, setAdding] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const { today } = useOpened();
  const { terms } = person;
  const replace = (index: number, part: Partial<Term>) =>
    change({ terms: terms.map((term, at) => (at === index ? { ...term, ...part } : term)) });
  const act = (work: Promise<Result<unknown>>) =>
    void work.then((reply) => setError(reply.ok ? null : reply.error));

  return (
    <Section
      title="Posts and terms"
      action={
        !adding && (
          <Button variant="quiet" icon="plus" onPress={() => setAdding(true)}>
            Add a term
          </Button>
        )
      }
    >
      {terms.length === 0 && !adding && <p className="muted">Holds and held no post.</p>}
      <FailureText failure={error} />
      <ul className="lines">
        {terms.map((term, index) => (
          <li className="term" key={`${term.post}-${term.from}-${index}`}>
            <div className="term-words">
              <strong>{POSTS[term.post]}</strong>{' '}
              <Tag tone={isRunning(term, today) ? 'accent' : 'plain'}>{stateOf(term, today)}</Tag>
              <p className="muted">from {formatDay(term.from)}</p>
            </div>
            <EditDate
              label="Last day"
              value={term.until}
              onCommit={(until) => replace(index, { until })}
            />
            {term.until === null && (
              <Button onPress={() => act(replace(index, { until: today }))}>End today</Button>
            )}
            <IconButton
              label={`Remove the term as ${POSTS[term.post]}`}
              icon="close"
              onPress={() => act(change({ terms: terms.filter((_, at) => at !== index) }))}
            />
          </li>
        ))}
      </ul>
      {adding && (
        <NewTerm
          today={today}
          onClose={() => setAdding(false)}
          onAdd={(term) => {
            setAdding(false);
            act(change({ terms: [...terms, term] }));
          }}
        />
      )}
    </Section>
  );
}

function NewTerm({
  today,
  onAdd,
  onClose,
}: {
  today: PlainDate;
  onAdd: (term: Term) => void;
  onClose: () => void;
}) {
  const [post, setPost] = useState<Post>('committee-member');
  const [from, setFrom] = useState<PlainDate | null>(today);
  const [until, setUntil] = useState<PlainDate | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const add = () => {
    if (!from) return;
    if (until && until < from) setFailure({ code: 'person/term-backwards' });
    else onAdd({ post, from, until });
  };
  return (
    <div className="form new-term">
      <Select label="Post" value={post} options={optionsOf(POSTS)} onChange={setPost} autoFocus />
      <div className="fields">
        <DateField label="First day" value={from} onChange={setFrom} />
        <DateField label="Last day (open while in post)" value={until} onChange={setUntil} />
      </div>
      <FailureText failure={failure} />
      <div className="form-foot">
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" onPress={add} isDisabled={!from}>
          Add term
        </Button>
      </div>
    </div>
  );
}

function isRunning(term: Term, today: PlainDate): boolean {
  return term.from <= today && (term.until === null || today <= term.until);
}

function stateOf(term: Term, today: PlainDate): string {
  if (isRunning(term, today)) return 'In post';
  return term.from > today ? 'To come' : 'Ended';
}

/** One person, every field edited in place. */
import { useEffect, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { CheckGroup } from '../../components/check-group.tsx';
import { EditDate, EditSelect, EditText, EditTextArea } from '../../components/edit-in-place.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Later } from '../../components/later.tsx';
import { SaveStatus, Section, Tag } from '../../components/layout.tsx';
import { optionsOf } from '../../components/select.tsx';
import type { Failure } from '../../domain/errors.ts';
import { NOTICE_VERSION } from '../../domain/notice.ts';
import { CATEGORIES, HOLDERS, type Person, ROUTES, postsHeld } from '../../domain/person.ts';
import { POSTS } from '../../domain/posts.ts';
import { BASIS_WORDS, PURPOSES, type PurposeId, retentionInWords } from '../../domain/purposes.ts';
import { openDocument } from '../../stores/document.ts';
import { go, goToRecord } from '../../stores/navigation.ts';
import { usePurpose } from '../../stores/purposes.ts';
import { personRecord } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { sayFailure } from '../../stores/toasts.ts';
import { Attachments } from '../attachments/attachments.tsx';
import { EraseButton } from '../erasing/erase-button.tsx';
import { FieldReasons } from '../register/field-reasons.tsx';
import { sayUndoable } from '../shell/undo-last.ts';
import { RestrictedBar } from './restricted-bar.tsx';
import { ContactDetails } from './contact-details.tsx';
import { Terms } from './terms.tsx';

const PURPOSE_OPTIONS = optionsOf(
  // Object.fromEntries widens the keys; they are exactly the purposes.
  Object.fromEntries(Object.entries(PURPOSES).map(([id, { name }]) => [id, name])) as Record<
    PurposeId,
    string
  >,
);
const NO_NOTICE = 'none';

/** Changes a part of the open person from what is saved by then. */
const change = (part: Partial<Person>) => personRecord.change((saved) => ({ ...saved, ...part }));

export function PersonDetail({ id }: { id: string }) {
  const { open, failure, saving, isGone } = personRecord.use();
  const { today } = useOpened();
  useEffect(() => {
    void personRecord.load(id);
  }, [id]);
  useEffect(() => {
    if (!isGone) return;
    personRecord.close();
    go('people');
  }, [isGone]);

  if (failure || open?.record.id !== id) {
    return (
      <div className="pane">
        <header className="pane-head">
          <div className="pane-title">
            <FailureText failure={failure} />
          </div>
          <IconButton label="Close" icon="close" onPress={() => go('people')} />
        </header>
      </div>
    );
  }
  const { record: person, related } = open;
  const posts = postsHeld(person.terms, today);

  return (
    <article className="pane">
      <header className="pane-head">
        <div className="pane-title">
          <h2>
            <bdi>{person.name.full}</bdi>
          </h2>
          <p className="muted">
            {posts.map((post) => (
              <Tag key={post} tone="accent">
                {POSTS[post]}
              </Tag>
            ))}{' '}
            <bdi>{[person.jobTitle, person.organisation].filter(Boolean).join(', ')}</bdi>
          </p>
        </div>
        <SaveStatus saving={saving} />
        <IconButton label="Remove this person" icon="trash" onPress={() => void remove()} />
        <IconButton label="Close" icon="close" onPress={() => go('people')} />
      </header>

      <RestrictedBar restrictions={open.restrictions} />
      <Section title="Who">
        <div className="fields">
          <div className="full">
            <EditText
              label="Name"
              value={person.name.full}
              dir="auto"
              maxLength={200}
              isNeeded
              onCommit={(full) => change({ name: { ...person.name, full: full.trim() } })}
            />
          </div>
          <EditText
            label="Title"
            value={person.name.prefix}
            dir="auto"
            maxLength={200}
            onCommit={(prefix) => change({ name: { ...person.name, prefix } })}
          />
          <EditText
            label="Given name"
            value={person.name.given}
            dir="auto"
            maxLength={200}
            onCommit={(given) => change({ name: { ...person.name, given } })}
          />
          <EditText
            label="Family name"
            value={person.name.family}
            dir="auto"
            maxLength={200}
            onCommit={(family) => change({ name: { ...person.name, family } })}
          />
          <EditText
            label="Organisation"
            value={person.organisation}
            dir="auto"
            maxLength={200}
            onCommit={(organisation) => change({ organisation })}
          />
          <EditText
            label="Job title"
            value={person.jobTitle}
            dir="auto"
            maxLength={200}
            onCommit={(jobTitle) => change({ jobTitle })}
          />
          <div className="full">
            <Categories person={person} />
          </div>
        </div>
      </Section>

      <Later>
        <ContactDetails person={person} change={change} />
        <Terms person={person} change={change} />
        <WhyKept person={person} />

        <Section title="Notes">
          <EditTextArea
            label="Notes"
            isLabelHidden
            value={person.notes}
            dir="auto"
            rows={4}
            maxLength={10_000}
            help={
              person.route === 'linkedin'
                ? 'The person may ask to read this. Nothing of a profile, nor a link to one.'
                : 'The person may ask to read this.'
            }
            onCommit={(notes) => change({ notes })}
          />
        </Section>

        <Attachments record={person.id} files={open.attachments} />

        <Section title="Also here">
          {related.length === 0 && (
            <p className="muted">No consents or meetings name this person.</p>
          )}
          <ul className="links">
            {related.map((entry) => (
              <li key={entry.id}>
                <Button variant="quiet" onPress={() => goToRecord(entry.id)}>
                  {entry.title}
                </Button>
                <span className="muted">{entry.detail}</span>
              </li>
            ))}
          </ul>
        </Section>
        <footer className="pane-foot">
          <EraseButton id={person.id} />
        </footer>
      </Later>
    </article>
  );
}

function Categories({ person }: { person: Person }) {
  const [error, setError] = useState<Failure | null>(null);
  return (
    <>
      <CheckGroup
        label="Categories"
        value={person.categories}
        options={optionsOf(CATEGORIES)}
        onChange={(categories) =>
          void change({ categories }).then((reply) => setError(reply.ok ? null : reply.error))
        }
      />
      <FailureText failure={error} />
    </>
  );
}

/** How the data came, what for, on which basis, and who holds it. */
function WhyKept({ person }: { person: Person }) {
  const purpose = usePurpose(person.purpose);
  const notices = {
    [NO_NOTICE]: 'None given yet',
    [NOTICE_VERSION]: `Version ${NOTICE_VERSION}`,
    ...(person.noticeVersion ? { [person.noticeVersion]: `Version ${person.noticeVersion}` } : {}),
  };
  return (
    <Section title="Why it is kept">
      <div className="fields">
        <EditSelect
          label="How they came"
          value={person.route}
          options={optionsOf(ROUTES)}
          onCommit={(route) => change({ route })}
        />
        <EditDate
          label="Collected on"
          value={person.collectedOn}
          onCommit={(collectedOn) => change({ collectedOn })}
        />
        <EditSelect
          label="Purpose"
          value={person.purpose}
          options={PURPOSE_OPTIONS}
          onCommit={(chosen) => change({ purpose: chosen })}
        />
        <EditSelect
          label="Held by"
          value={person.holder}
          options={optionsOf(HOLDERS)}
          onCommit={(holder) => change({ holder })}
        />
        <EditSelect
          label="Privacy notice"
          value={person.noticeVersion ?? NO_NOTICE}
          options={optionsOf(notices)}
          onCommit={(version) => change({ noticeVersion: version === NO_NOTICE ? null : version })}
        />
        <div className="full">
          <Button
            icon="print"
            onPress={() => void openDocument({ what: 'welcome', id: person.id })}
          >
            Welcome letter
          </Button>
          <FieldReasons kind="person" />
        </div>
        <p className="full help">
          Basis: {BASIS_WORDS[purpose.basis].toLowerCase()}. {purpose.why} Kept:{' '}
          {inSentence(retentionInWords(purpose))}
        </p>
      </div>
    </Section>
  );
}

function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

async function remove(): Promise<void> {
  const reply = await personRecord.remove();
  if (!reply.ok) return sayFailure(reply.error);
  go('people');
  sayUndoable('Removed.');
}

/** One consent: the words that were agreed to, when and how, and the way back. */
import { type ReactNode, useEffect, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { EditDate, EditTextArea } from '../../components/edit-in-place.tsx';
import { FailureText } from '../../components/failure.tsx';
import { SaveStatus, Section } from '../../components/layout.tsx';
import { METHODS, consentState } from '../../domain/consent.ts';
import { formatDay } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import { BASIS_WORDS, retentionInWords } from '../../domain/purposes.ts';
import { useRoomCommands } from '../../stores/commands.ts';
import { consentEvent } from '../../stores/consents.ts';
import { openDocument } from '../../stores/document.ts';
import { go } from '../../stores/navigation.ts';
import { usePurpose } from '../../stores/purposes.ts';
import { consentRecord, type Opened } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { Attachments } from '../attachments/attachments.tsx';
import { EraseButton } from '../erasing/erase-button.tsx';
import { sayUndoable } from '../shell/undo-last.ts';
import { ConsentStateTag } from './consent-state-tag.tsx';
import { restingInWords } from './resting-in-words.ts';
import { RestsOnIt } from './rests-on-it.tsx';
import { WhenAndHow } from './when-and-how.tsx';

export function ConsentDetail({ id }: { id: string }) {
  const { open, failure, isGone } = consentRecord.use();
  useEffect(() => {
    void consentRecord.load(id);
    return () => consentRecord.close();
  }, [id]);
  useEffect(() => {
    if (!isGone) return;
    consentRecord.close();
    go('consents');
  }, [isGone]);
  if (failure) {
    return (
      <div className="pane-failure">
        <FailureText failure={failure} />
        <Button onPress={() => go('consents')}>Back to the consents</Button>
      </div>
    );
  }
  return open?.record.id === id ? <OpenConsent open={open} /> : null;
}

function OpenConsent({ open }: { open: Opened<'consent'> }) {
  const { record, names } = open;
  const { wording } = record;
  const saving = consentRecord.use((state) => state.saving);
  const purpose = usePurpose(record.purpose);
  const showForm = () => void openDocument({ what: 'consent', id: record.id });
  useRoomCommands({ print: showForm, 'save-pdf': showForm });

  return (
    <article className="pane consent">
      <header className="pane-head">
        <div className="pane-title">
          <p className="muted">{wording.title}</p>
          <h2>
            <button
              type="button"
              className="as-link"
              onClick={() => go('people', record.person)}
              title="Show this person"
            >
              <bdi>{names[record.person] ?? 'No longer in the register'}</bdi>
            </button>
          </h2>
        </div>
        <SaveStatus saving={saving} />
        <IconButton label="Close the consent" icon="close" onPress={() => go('consents')} />
      </header>

      <Standing open={open} onForm={showForm} />
      <RestsOnIt open={open} />

      <Section title={`The words, version ${wording.version}`}>
        <blockquote className="wording">{wording.text}</blockquote>
        <dl className="details">
          <Detail term="For">{purpose.name}</Detail>
          <Detail term="Basis">{BASIS_WORDS[purpose.basis]}</Detail>
          <Detail term="How long it is kept">{retentionInWords(purpose)}</Detail>
          <Detail term="Data">{wording.dataTypes.join('; ')}</Detail>
          <Detail term="Withdrawing">{wording.withdrawal}</Detail>
        </dl>
      </Section>

      <Section title="History">
        <dl className="details">
          <Detail term="Given">
            {record.given
              ? `${formatDay(record.given.on)}, ${METHODS[record.given.how].toLowerCase()}`
              : 'Not yet'}
          </Detail>
          {record.withdrawn && (
            <Detail term="Withdrawn">
              {formatDay(record.withdrawn.on)}, {METHODS[record.withdrawn.how].toLowerCase()}
            </Detail>
          )}
        </dl>
        <EditDate
          label="Expires"
          value={record.expires}
          onCommit={(expires) => consentRecord.change((now) => ({ ...now, expires }))}
          help="Empty: until it is withdrawn."
        />
        <EditTextArea
          label="Notes"
          value={record.notes}
          onCommit={(notes) => consentRecord.change((now) => ({ ...now, notes }))}
          maxLength={5_000}
          rows={3}
          dir="auto"
        />
      </Section>

      <Attachments record={record.id} files={open.attachments} />

      <RemoveConsent id={record.id} />
    </article>
  );
}

/** Where it stands, and the one thing to do from there. */
function Standing({ open, onForm }: { open: Opened<'consent'>; onForm: () => void }) {
  const { record } = open;
  const { today } = useOpened();
  const purpose = usePurpose(record.purpose);
  const [asking, setAsking] = useState<'give' | 'withdraw' | null>(null);
  const state = consentState(record, today);
  const given = record.given;
  const commit = async (
    part: 'given' | 'withdrawn',
    ...event: Parameters<typeof consentEvent>
  ): Promise<Failure | null> => {
    const recorded = await consentEvent(...event);
    const saved = await consentRecord.change((now) => ({ ...now, [part]: recorded }));
    if (!saved.ok) return saved.error;
    setAsking(null);
    sayUndoable(part === 'given' ? 'The consent is in force.' : 'The consent is withdrawn.');
    return null;
  };

  return (
    <>
      <p>
        <ConsentStateTag state={state} />
      </p>
      {state === 'withdrawn' && (
        <p>
          Withdrawn: nothing may be done on this consent any more. Erase what was kept for it only.
        </p>
      )}
      {asking === null && (
        <div className="pane-actions">
          {state === 'asked' && (
            <Button variant="primary" icon="check" onPress={() => setAsking('give')}>
              Record as given
            </Button>
          )}
          {given && state !== 'withdrawn' && (
            <Button variant="danger" onPress={() => setAsking('withdraw')}>
              Withdraw
            </Button>
          )}
          <Button icon="print" onPress={onForm}>
            {given ? 'Consent record' : 'Consent form'}
          </Button>
          {given && (
            <Button
              icon="file"
              onPress={() => void openDocument({ what: 'consent-receipt', id: record.id })}
            >
              Receipt
            </Button>
          )}
        </div>
      )}
      {asking === 'give' && (
        <WhenAndHow
          title="Given"
          today={today}
          how="paper"
          confirm="Record consent"
          onConfirm={(on, how) => commit('given', on, how)}
          onCancel={() => setAsking(null)}
        />
      )}
      {asking === 'withdraw' && (
        <WhenAndHow
          title="Withdrawn"
          today={today}
          how="email"
          confirm="Withdraw consent"
          isDanger
          onConfirm={(on, how) => commit('withdrawn', on, how)}
          onCancel={() => setAsking(null)}
        >
          It takes effect at once: from that day “{purpose.name}” has no basis for this person.{' '}
          {restingInWords(open.resting.length)} The record stays, as proof of what was agreed and
          when it ended.
        </WhenAndHow>
      )}
    </>
  );
}

function RemoveConsent({ id }: { id: string }) {
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async () => {
    const removed = await consentRecord.remove();
    if (!removed.ok) return setFailure(removed.error);
    go('consents');
    sayUndoable('The consent was removed.');
  };
  return (
    <footer className="pane-foot">
      <FailureText failure={failure} />
      <Button variant="quiet" icon="trash" onPress={() => setAsking(true)}>
        Remove consent
      </Button>
      <EraseButton id={id} />
      <ConfirmDialog
        title="Remove this consent?"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirm="Remove consent"
        onConfirm={() => void remove()}
        isDanger
      >
        <p>
          Remove one that was recorded by mistake. A consent that has ended is withdrawn instead, so
          that there is proof of it. You can undo this until you lock.
        </p>
      </ConfirmDialog>
    </footer>
  );
}

function Detail({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

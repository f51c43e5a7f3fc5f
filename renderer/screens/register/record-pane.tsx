/** One record of any register: its state, what can be done with it, its fields, its files, what belongs to it. */
import { type ReactNode, useEffect, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { SaveStatus, Section, Tag } from '../../components/layout.tsx';
import { formatDayWithWeekday } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import { type Field, valueIn } from '../../domain/fields.ts';
import { type Kind, type RecordOf, takesFiles } from '../../domain/kinds.ts';
import { BASIS_WORDS } from '../../domain/purposes.ts';
import type { Due } from '../../domain/registers/register.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { useRoomCommands } from '../../stores/commands.ts';
import { openDocument } from '../../stores/document.ts';
import { goToRecord } from '../../stores/navigation.ts';
import { type Opened, recordStoreOf } from '../../stores/records.ts';
import { usePurpose } from '../../stores/purposes.ts';
import { useOpened } from '../../stores/session.ts';
import { Attachments } from '../attachments/attachments.tsx';
import { EraseButton } from '../erasing/erase-button.tsx';
import { sayUndoable } from '../shell/undo-last.ts';
import { FieldEditor } from './field-editor.tsx';
import { FieldReasons } from './field-reasons.tsx';

interface Props<K extends Kind> {
  kind: K;
  id: string;
  onClose: () => void;
  /** What can be done with it beyond its fields; stands above them. */
  actions?: (open: Opened<K>) => ReactNode;
  /** Sections of its own, above its fields. */
  sections?: (open: Opened<K>) => ReactNode;
}

export function RecordPane<K extends Kind>(props: Props<K>) {
  const { kind, id, onClose } = props;
  const store = recordStoreOf(kind);
  const { open, failure, isGone } = store.use();
  useEffect(() => {
    void store.load(id);
    return () => store.close();
  }, [store, id]);
  useEffect(() => {
    if (!isGone) return;
    store.close();
    onClose();
  }, [store, isGone, onClose]);
  if (failure) {
    return (
      <div className="pane-failure">
        <FailureText failure={failure} />
        <Button onPress={onClose}>Back to the list</Button>
      </div>
    );
  }
  return open?.record.id === id ? <OpenPane {...props} open={open} /> : null;
}

function OpenPane<K extends Kind>({
  kind,
  onClose,
  actions,
  sections,
  open,
}: Props<K> & { open: Opened<K> }) {
  const { record, names, related, state, dues } = open;
  const { one, fields, states, title } = registerOf(kind);
  const store = recordStoreOf(kind);
  const saving = store.use((now) => now.saving);
  const { timeZone } = useOpened().opened.group;
  const purpose = usePurpose(record.purpose);
  const standing = state === null ? undefined : states?.[state];
  const show = () => void openDocument({ what: 'record', id: record.id });
  useRoomCommands({ print: show, 'save-pdf': show });
  const shown = Object.entries<Field>(fields);
  return (
    <article className="pane">
      <header className="pane-head">
        <div className="pane-title">
          <p className="muted pane-kind">{one}</p>
          <h2>
            <bdi>{title(record, (id) => names[id] ?? '(removed)')}</bdi>
          </h2>
        </div>
        <SaveStatus saving={saving} />
        <IconButton label={`Close the ${one}`} icon="close" onPress={onClose} />
      </header>
      {standing && (
        <p className="pane-state">
          <Tag tone={standing.tone}>{standing.words}</Tag>
        </p>
      )}
      <Dues dues={dues} />
      <div className="pane-actions">
        {actions?.(open)}
        <Button icon="print" onPress={show}>
          Print
        </Button>
      </div>
      {sections?.(open)}
      <Section title="Particulars">
        <div className="record-fields">
          {shown.map(([name, field]) => (
            <FieldEditor
              key={name}
              field={field}
              value={valueIn(record, name)}
              names={names}
              timeZone={timeZone}
              commit={(value) => store.change((now) => withField(now, name, value))}
            />
          ))}
        </div>
        <p className="muted">
          Kept for: {purpose.name}. Basis: {BASIS_WORDS[purpose.basis].toLowerCase()}.
        </p>
        <FieldReasons kind={kind} />
      </Section>
      {related.length > 0 && (
        <Section title="Belongs to it">
          <ul className="lines">
            {related.map((line) => (
              <li key={line.id}>
                <button type="button" className="line-button" onClick={() => goToRecord(line.id)}>
                  <bdi>{line.title}</bdi>
                  <span className="muted">{line.detail}</span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {takesFiles(kind) && <Attachments record={record.id} files={open.attachments} />}
      <RemoveRecord kind={kind} id={record.id} onClose={onClose} />
    </article>
  );
}

/** What it owes: the last day, with its working beside it. */
function Dues({ dues }: { dues: readonly Due[] }) {
  const { today } = useOpened();
  if (dues.length === 0) return null;
  return (
    <dl className="details dues">
      {dues.map(({ what, due, at, working }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            {due !== null && (
              <strong className={due < today ? 'line overdue' : 'line'}>
                {formatDayWithWeekday(due)}
              </strong>
            )}
            {/* What is owed by the hour has a clock, with its working, in its own part of the pane. */}
            {at === undefined && <span className="line muted">{working}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The record with one field as it was filled in; the vault parses it. */
function withField<K extends Kind>(record: RecordOf<K>, name: string, value: unknown): RecordOf<K> {
  return { ...record, [name]: value };
}

function RemoveRecord({ kind, id, onClose }: { kind: Kind; id: string; onClose: () => void }) {
  const { one } = registerOf(kind);
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async () => {
    const removed = await recordStoreOf(kind).remove();
    if (!removed.ok) return setFailure(removed.error);
    onClose();
    sayUndoable(`Removed: ${one}.`);
  };
  return (
    <footer className="pane-foot">
      <FailureText failure={failure} />
      <Button variant="quiet" icon="trash" onPress={() => setAsking(true)}>
        Remove {one}
      </Button>
      <EraseButton id={id} />
      <ConfirmDialog
        title={`Remove this ${one}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirm={`Remove ${one}`}
        onConfirm={() => void remove()}
        isDanger
      >
        <p>You can undo this until you lock. Removing is not erasing: see Office → Erasures.</p>
      </ConfirmDialog>
    </footer>
  );
}

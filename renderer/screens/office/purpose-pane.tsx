/** One purpose of processing, edited in place; its basis changes by a decision only. */
import { useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { SaveStatus, Section, Tag } from '../../components/layout.tsx';
import { formatDay } from '../../domain/dates.ts';
import type { Field } from '../../domain/fields.ts';
import { valueIn } from '../../domain/fields.ts';
import { BASIS_WORDS, retentionInWords } from '../../domain/purposes.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { go, goToRecord } from '../../stores/navigation.ts';
import { type PurposeView, changePurpose, usePurposeSaving } from '../../stores/purposes.ts';
import { useOpened } from '../../stores/session.ts';
import { FieldEditor } from '../register/field-editor.tsx';
import { ChangeBasis } from './change-basis.tsx';

/** Its words; the rest says which purpose it is and what was decided on it. */
const WORDS = Object.entries<Field>(registerOf('processing').fields).filter(
  ([name]) => name !== 'about' && name !== 'bases',
);

export function PurposePane({ view, onClose }: { view: PurposeView; onClose: () => void }) {
  const { id, purpose, bases, consents, inForce } = view;
  const [isChanging, setChanging] = useState(false);
  const saving = usePurposeSaving();
  const { timeZone } = useOpened().opened.group;
  return (
    <article className="pane">
      <header className="pane-head">
        <div className="pane-title">
          <p className="muted pane-kind">purpose of processing</p>
          <h2>
            <bdi>{purpose.name}</bdi>
          </h2>
        </div>
        <SaveStatus saving={saving} />
        <IconButton label="Close the purpose" icon="close" onPress={onClose} />
      </header>
      <p>
        <Tag tone={purpose.basis === 'consent' ? 'accent' : 'plain'}>
          {BASIS_WORDS[purpose.basis]}
        </Tag>
      </p>
      <div className="pane-actions">
        <Button onPress={() => setChanging(true)}>Change the basis</Button>
        {consents > 0 && (
          <Button variant="quiet" onPress={() => go('consents')}>
            {consents === 1 ? '1 consent' : `${consents} consents`}, {inForce} in force
          </Button>
        )}
      </div>
      <p className="muted">{retentionInWords(purpose)}</p>
      {bases.length > 0 && (
        <Section title="Decided">
          <ul className="lines">
            {bases.map(({ basis, on, decision, resolution }) => (
              <li key={decision}>
                <button type="button" className="line-button" onClick={() => goToRecord(decision)}>
                  <bdi>{resolution}</bdi>
                  <span className="muted">
                    {BASIS_WORDS[basis]}, {formatDay(on)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Particulars">
        <div className="record-fields">
          {WORDS.map(([name, field]) => (
            <FieldEditor
              key={name}
              field={field}
              value={valueIn(purpose, name)}
              names={{}}
              timeZone={timeZone}
              commit={(value) => changePurpose(id, { words: { [name]: value } })}
            />
          ))}
        </div>
      </Section>
      <ChangeBasis view={view} isOpen={isChanging} onClose={() => setChanging(false)} />
    </article>
  );
}

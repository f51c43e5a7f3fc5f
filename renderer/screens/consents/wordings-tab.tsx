/** The words that people are asked to agree to: the newest version of each, and the way to another (clause CONSENT). */
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Tag } from '../../components/layout.tsx';
import { PURPOSES } from '../../domain/purposes.ts';
import type { WordingView } from '../../domain/wording.ts';
import { openDocument } from '../../stores/document.ts';
import { loadWordings, useWordings } from '../../stores/wordings.ts';
import { EditWording } from './edit-wording.tsx';

/** `of`: the wording that it begins with; null: none yet. */
type Editing = { of: WordingView | null };

export function WordingsTab() {
  const { all, failure } = useWordings();
  const [editing, setEditing] = useState<Editing | null>(null);
  useEffect(() => void loadWordings(), []);
  return (
    <div className="page-body wordings">
      <div className="wordings-head">
        <p className="muted">
          New consents and blank forms offer the newest version of each. A change of words is a new
          version: what somebody agreed to stays with their consent as it was.
        </p>
        <Button icon="plus" variant="primary" onPress={() => setEditing({ of: null })}>
          New wording
        </Button>
      </div>
      <FailureText failure={failure} />
      {all.map((view) => (
        <section key={view.wording.id} className="section" aria-label={view.wording.title}>
          <header>
            <h2>
              <bdi>{view.wording.title}</bdi>
            </h2>
            <Tag>Version {view.wording.version}</Tag>
          </header>
          <blockquote className="wording">
            <bdi>{view.wording.text}</bdi>
          </blockquote>
          <p className="muted">
            For: {PURPOSES[view.wording.purpose].name}. {view.own === null ? 'Shipped. ' : ''}
            {view.isUsed ? 'Somebody was asked with it.' : 'Nobody was asked with it yet.'}
          </p>
          <div className="pane-actions">
            <Button onPress={() => setEditing({ of: view })}>
              {canEdit(view) ? 'Edit' : 'New version'}
              <span className="visually-hidden"> of {view.wording.title}</span>
            </Button>
            <Button
              icon="print"
              onPress={() => void openDocument({ what: 'consent-form', wording: view.wording.id })}
            >
              Blank form<span className="visually-hidden"> of {view.wording.title}</span>
            </Button>
          </div>
        </section>
      ))}
      {editing && <EditWording of={editing.of} onClose={() => setEditing(null)} />}
    </div>
  );
}

/** One of the group's own that nobody was asked with is edited as it is. */
function canEdit({ own, isUsed }: WordingView): boolean {
  return own !== null && !isUsed;
}

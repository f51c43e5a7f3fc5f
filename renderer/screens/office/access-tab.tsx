/** The access matrix (clause ACCESS): its versions, what each gives, and a new one as a copy until the committee decides it. */
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section, Tag } from '../../components/layout.tsx';
import { type Option, Select } from '../../components/select.tsx';
import { type Matrix, SHIPPED_MATRIX, cellsOf, matrixOf } from '../../domain/access.ts';
import type { AccessCell, AccessVersion } from '../../domain/access-version.ts';
import { formatDay } from '../../domain/dates.ts';
import type { Failure, Result } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/kinds.ts';
import { POST_ORDER, type Post } from '../../domain/posts.ts';
import { accessVersions } from '../../domain/registers/access-versions.ts';
import { SHARED_KINDS } from '../../domain/registers/sharing-rules.ts';
import { openDocument } from '../../stores/document.ts';
import {
  type AccessVersionView,
  loadGovernance,
  removeVersion,
  saveVersion,
  useGovernance,
} from '../../stores/governance.ts';
import { go, useNavigation } from '../../stores/navigation.ts';
import { useOpened } from '../../stores/session.ts';
import { AccessCellDialog } from './access-cell-dialog.tsx';
import { AccessDraft } from './access-draft.tsx';
import { AccessMatrix, MatrixLegend } from './access-matrix.tsx';
import { changesBetween } from './access-words.ts';
import './governance.css';

const SHIPPED = 'shipped';

export function AccessTab() {
  const { versions, failure } = useGovernance();
  const { rest } = useNavigation();
  useEffect(() => {
    void loadGovernance();
  }, []);
  if (!versions) return <FailureText failure={failure} />;
  const asked = versions.find(({ record }) => record.id === rest);
  const inForce = versions.find(({ state }) => state === 'in-force');
  const shown = rest === `access/${SHIPPED}` ? null : (asked ?? inForce ?? null);
  return <Shown key={shown?.record.id ?? SHIPPED} versions={versions} shown={shown} />;
}

interface Props {
  versions: readonly AccessVersionView[];
  /** null: as shipped. */
  shown: AccessVersionView | null;
}

function Shown({ versions, shown }: Props) {
  const { today } = useOpened();
  const [cell, setCell] = useState<{ post: Post; kind: Kind } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const matrix = shown ? matrixOf(shown.record) : SHIPPED_MATRIX;
  const before = matrixBefore(versions, matrix.version);
  const isDraft = shown?.state === 'draft';
  const draft = versions.find(({ state }) => state === 'draft');
  const show = async (saving: Promise<Result<unknown>>) => {
    const saved = await saving;
    setFailure(saved.ok ? null : saved.error);
  };

  const begin = async () => {
    const record: AccessVersion = {
      kind: 'access',
      id: makeId('access', crypto.getRandomValues(new Uint8Array(16))),
      purpose: 'accountability',
      version: Math.max(0, ...versions.map((one) => one.record.version)) + 1,
      from: today,
      decision: null,
      cells: cellsOf(matrix, POST_ORDER, SHARED_KINDS),
    };
    await show(saveVersion(record, null));
    go('office', record.id);
  };
  const change = (next: AccessCell) => {
    if (!shown) return;
    const cells = shown.record.cells.filter((one) => one.post !== next.post || one.of !== next.of);
    void show(saveVersion({ ...shown.record, cells: [...cells, next] }, shown.revision));
  };

  const changes = changesBetween(before, matrix);
  return (
    <div className="page-body access">
      <div className="access-head">
        <Select
          label="Version"
          value={shown?.record.id ?? SHIPPED}
          options={optionsFor(versions)}
          onChange={(id) => go('office', id === SHIPPED ? `access/${SHIPPED}` : id)}
        />
        <Standing shown={shown} versions={versions} />
        <span className="toolbar-space" />
        <Button
          icon="print"
          onPress={() => void openDocument({ what: 'access', id: shown?.record.id ?? null })}
        >
          Print
        </Button>
        {draft ? (
          !isDraft && <Button onPress={() => go('office', draft.record.id)}>Open the draft</Button>
        ) : (
          <Button variant="primary" icon="plus" onPress={() => void begin()}>
            New version
          </Button>
        )}
      </div>
      <FailureText failure={failure} />
      {shown && isDraft && (
        <AccessDraft
          record={shown.record}
          onSave={(record) => saveVersion(record, shown.revision)}
          onRemove={() => {
            void show(removeVersion(shown));
            go('office', 'access');
          }}
        />
      )}
      {shown?.decision && (
        <p>
          In force from {formatDay(shown.record.from)}, by the Steering Committee’s decision:{' '}
          <q dir="auto">{shown.decision}</q>
        </p>
      )}
      <AccessMatrix
        matrix={matrix}
        before={before}
        onOpen={(post, kind) => setCell({ post, kind })}
      />
      <MatrixLegend />
      <p className="muted">
        It decides what a bundle for a post may hold, and, when a vault is made or handed over,
        which keys its post is given. Every post holds the keys of decisions, of its own register of
        transfers, and of the trail.
      </p>
      {matrix.version > 0 && (
        <Section title="What changed against the version before">
          {changes.length === 0 ? (
            <p className="muted">Nothing yet.</p>
          ) : (
            <ul className="points">
              {changes.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {cell && (
        <AccessCellDialog
          kind={cell.kind}
          cell={matrix.cell(cell.post, cell.kind)}
          onChange={isDraft ? change : null}
          onClose={() => setCell(null)}
        />
      )}
    </div>
  );
}

function Standing({ shown, versions }: Props) {
  const isShippedInForce = !versions.some(({ state }) => state === 'in-force');
  if (!shown) return <Tag tone="accent">{isShippedInForce ? 'In force' : 'Replaced'}</Tag>;
  const words = accessVersions.states?.[shown.state];
  return words ? <Tag tone={words.tone}>{words.words}</Tag> : null;
}

function optionsFor(versions: readonly AccessVersionView[]): Option<string>[] {
  return [
    ...versions.map(({ record, state }) => ({
      id: record.id,
      label: `Version ${record.version}, ${(accessVersions.states?.[state]?.words ?? '').toLowerCase()}`,
    })),
    { id: SHIPPED, label: 'As shipped' },
  ];
}

/** The matrix that a version took the place of. */
function matrixBefore(versions: readonly AccessVersionView[], version: number): Matrix {
  const earlier = versions.find(
    ({ record, state }) => record.version < version && state !== 'draft',
  );
  return earlier ? matrixOf(earlier.record) : SHIPPED_MATRIX;
}

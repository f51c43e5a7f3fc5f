import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { EmptyState, Tag } from '../../components/layout.tsx';
import { formatInstant } from '../../domain/dates.ts';
import { type ImportRow, importsList, rowAt } from '../../stores/lists.ts';
import { go } from '../../stores/navigation.ts';
import { useOpened } from '../../stores/session.ts';
import { say, sayFailure } from '../../stores/toasts.ts';
import { undoOneImport } from '../../stores/trail.ts';

const SHOWN = 100;
const number = new Intl.NumberFormat('en-GB');

/** Every import, and the way back from it. */
export function ImportsTab() {
  const list = importsList.use();
  const { timeZone } = useOpened().opened.group;
  const [asking, setAsking] = useState<ImportRow | null>(null);
  useEffect(() => importsList.ensure(0, SHOWN - 1), []);
  const rows = Array.from({ length: Math.min(list.total, SHOWN) }, (_, index) =>
    rowAt(list, index),
  ).filter((row) => row !== undefined);

  if (list.ready && list.total === 0) {
    return (
      <EmptyState
        icon="import"
        title="Nothing has been imported."
        action={<Button onPress={() => go('people', 'import')}>Import a list</Button>}
      >
        <p>Every import is listed here and can be taken back as a whole.</p>
      </EmptyState>
    );
  }
  return (
    <div className="page-body">
      <table className="office-table">
        <caption>An import can be taken back while nothing of it has been changed since.</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Format</th>
            <th scope="col" className="end">
              New
            </th>
            <th scope="col" className="end">
              Changed
            </th>
            <th scope="col">
              <span className="visually-hidden">Undo</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{formatInstant(row.at, timeZone)}</td>
              <td>{row.format}</td>
              <td className="end">{number.format(row.created)}</td>
              <td className="end">{number.format(row.changed)}</td>
              <td className="end">
                {row.undone ? (
                  <Tag>Undone</Tag>
                ) : (
                  <Button icon="undo" onPress={() => setAsking(row)}>
                    Undo import
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        title="Undo this import?"
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
        confirm="Undo import"
        onConfirm={() => asking && void takeBack(asking.id)}
      >
        <p>{asking && takenBackInWords(asking)}</p>
      </ConfirmDialog>
    </div>
  );
}

async function takeBack(id: string): Promise<void> {
  const reply = await undoOneImport(id);
  if (reply.ok) say('The import was undone.');
  else sayFailure(reply.error);
}

function takenBackInWords({ created, changed }: ImportRow): string {
  const parts = [
    ...(created > 0
      ? [`${number.format(created)} new ${created === 1 ? 'record goes' : 'records go'}`]
      : []),
    ...(changed > 0
      ? [
          `${number.format(changed)} changed ${changed === 1 ? 'one becomes' : 'ones become'} what they were`,
        ]
      : []),
  ];
  return `${parts.join('; ')}. Records that were changed since are not touched, and then nothing is undone.`;
}

/** A foreign file becomes people or attendance: chosen, looked at row by row, imported, undone if it was wrong. */
import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { EmptyState, PageHeader } from '../../components/layout.tsx';
import { Progress } from '../../components/progress.tsx';
import { takeHandedOver, useHandedOver } from '../../stores/handed-over.ts';
import {
  cancelWork,
  chooseList,
  closeImport,
  takeList,
  undoImport,
  useImport,
} from '../../stores/import.ts';
import { ChooseList } from './choose-list.tsx';
import { ImportPreview } from './import-preview.tsx';
import './import.css';

export function ImportWizard({ onClose }: { onClose: () => void }) {
  const { step, progress } = useImport();
  const handed = useHandedOver((state) => state.file);
  useEffect(() => {
    const file = takeHandedOver('import');
    if (file) takeList(file);
  }, [handed]);
  const close = () => {
    void closeImport();
    onClose();
  };

  return (
    <div className="page import">
      <PageHeader title="Import a list">
        <Button icon="close" onPress={close}>
          Close
        </Button>
      </PageHeader>
      {step === 'choose' && <ChooseList />}
      {(step === 'reading' || step === 'applying') && (
        <div className="page-body import-column">
          <Progress
            label={step === 'reading' ? 'Reading and comparing' : 'Importing'}
            progress={progress}
            onCancel={cancelWork}
          />
          <p className="muted">Nothing is stored before it is whole.</p>
        </div>
      )}
      {step === 'preview' && <ImportPreview />}
      {step === 'done' && <Imported onClose={close} />}
    </div>
  );
}

function Imported({ onClose }: { onClose: () => void }) {
  const { result, summary, error } = useImport();
  if (!result || !summary) return null;
  const { created, changed, undone } = result;
  return (
    <EmptyState
      icon={undone ? 'undo' : 'check'}
      title={undone ? 'The import was undone' : inWords(summary.what, created, changed)}
      action={
        <>
          {!undone && (
            <Button icon="undo" onPress={() => void undoImport()}>
              Undo import
            </Button>
          )}
          <Button onPress={() => void closeImport().then(chooseList)}>Import another</Button>
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <p role="status">
        {undone
          ? 'Everything is as it was before.'
          : 'The import can be undone as a whole, here or later in Office, as long as none of it has been changed since.'}
      </p>
      <FailureText failure={error} />
    </EmptyState>
  );
}

function inWords(what: 'people' | 'attendance', created: number, changed: number): string {
  const [one, many] = what === 'attendance' ? ['meeting', 'meetings'] : ['person', 'people'];
  const parts = [
    (created > 0 || changed === 0) && `${created} ${created === 1 ? one : many} added`,
    changed > 0 && `${changed} changed`,
  ];
  return parts.filter(Boolean).join(', ');
}

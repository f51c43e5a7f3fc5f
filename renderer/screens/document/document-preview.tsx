/** The document itself, as it will be printed, and what can be done with it. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { useRoomCommands } from '../../stores/commands.ts';
import {
  type DataFormat,
  type Source,
  cancelMaking,
  closeDocument,
  hasPrintOptions,
  printDocument,
  savePdf,
  useDocument,
  writeData,
} from '../../stores/document.ts';
import { NamesLeftOut } from './names-left-out.tsx';
import { NoticeGiven } from './notice-given.tsx';
import { PrintOptions } from './print-options.tsx';
import { SeenBy } from './seen-by.tsx';
import { PdfWithPassword } from './pdf-with-password.tsx';
import { WordAndText } from './word-and-text.tsx';
import './document-preview.css';

/** Shown over the room while a document is open; nothing otherwise. */
export function DocumentPreview() {
  const { source } = useDocument();
  return source && <OpenDocument />;
}

function OpenDocument() {
  const { source, shown, options, busy, done, error } = useDocument();
  const isMaking = busy === 'print' || busy === 'pdf' || busy === 'protected';
  const [optionsShown, setOptionsShown] = useState(false);
  useRoomCommands({ print: () => void printDocument(), 'save-pdf': () => void savePdf() });
  return (
    <Dialog title={shown?.title ?? 'Document'} isOpen onClose={closeDocument} size="wide">
      <div className="document-preview">
        <div className="document-bar">
          <Button
            icon="print"
            variant="primary"
            isDisabled={!shown}
            isPending={busy === 'print'}
            onPress={() => void printDocument()}
          >
            Print
          </Button>
          <Button
            icon="save"
            isDisabled={!shown}
            isPending={busy === 'pdf'}
            onPress={() => void savePdf()}
          >
            Save as PDF
          </Button>
          <PdfWithPassword />
          <WordAndText />
          {dataFormats(source).map((format) => (
            <Button
              key={format}
              icon="save"
              isDisabled={!shown}
              isPending={busy === format}
              onPress={() => void writeData(format)}
            >
              Save as {FORMAT_WORDS[format]}
            </Button>
          ))}
          {source?.from === 'vault' && source.name.what === 'contacts' && (
            <SeenBy filter={source.name.filter} text={source.name.text} chosen={source.name.post} />
          )}
          {hasPrintOptions(source) && (
            <Button
              variant="quiet"
              icon={optionsShown ? 'up' : 'down'}
              isExpanded={optionsShown}
              onPress={() => setOptionsShown(!optionsShown)}
            >
              Mark and copies
            </Button>
          )}
          <p className="document-said" role="status">
            {isMaking ? 'Making the pages …' : done}
          </p>
          {isMaking && (
            <Button variant="quiet" icon="close" onPress={cancelMaking}>
              Cancel
            </Button>
          )}
        </div>
        {optionsShown && <PrintOptions />}
        {source?.from === 'vault' && source.name.what === 'welcome' && done && (
          <NoticeGiven person={source.name.id} />
        )}
        {shown && shown.namesLeftOut !== null && <NamesLeftOut places={shown.namesLeftOut} />}
        <FailureText failure={error} />
        {shown ? (
          <iframe
            className="document-page"
            title={`Preview: ${shown.title}`}
            sandbox=""
            src={`app://muniment/job/${shown.job}${options.mark ? '#mark' : ''}`}
          />
        ) : (
          <div className="document-page document-coming" aria-busy={!error}>
            {!error && <p>Making the document …</p>}
          </div>
        )}
      </div>
    </Dialog>
  );
}

const FORMAT_WORDS = { csv: 'CSV', vcf: 'vCard', json: 'JSON' } as const;

/** The data files that what is shown may be saved as. */
function dataFormats(source: Source | null): readonly DataFormat[] {
  if (source?.from !== 'vault') return [];
  if (source.name.what === 'contacts') return ['csv', 'vcf'];
  const { name } = source;
  return name.what === 'request-letter' && name.letter === 'data' ? ['csv', 'vcf', 'json'] : [];
}

/** The document itself, as it will be printed, and what can be done with it. */
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { useRoomCommands } from '../../stores/commands.ts';
import {
  closeDocument,
  printDocument,
  savePdf,
  useDocument,
  writeContacts,
} from '../../stores/document.ts';
import './document-preview.css';

/** Shown over the room while a document is open; nothing otherwise. */
export function DocumentPreview() {
  const { source } = useDocument();
  return source && <OpenDocument />;
}

function OpenDocument() {
  const { source, shown, busy, done, error } = useDocument();
  useRoomCommands({ print: () => void printDocument(), 'save-pdf': () => void savePdf() });
  const isContacts = source?.from === 'vault' && source.name.what === 'contacts';
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
          {isContacts && (
            <>
              <Button
                icon="save"
                isDisabled={!shown}
                isPending={busy === 'csv'}
                onPress={() => void writeContacts('csv')}
              >
                Save as CSV
              </Button>
              <Button
                icon="save"
                isDisabled={!shown}
                isPending={busy === 'vcf'}
                onPress={() => void writeContacts('vcf')}
              >
                Save as vCard
              </Button>
            </>
          )}
          <p className="document-said" role="status">
            {busy === 'pdf' ? 'Writing the PDF …' : done}
          </p>
        </div>
        <FailureText failure={error} />
        {shown ? (
          <iframe
            className="document-page"
            title={`Preview: ${shown.title}`}
            sandbox="allow-same-origin"
            src={`app://muniment/job/${shown.job}`}
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

/** Reading a bundle on a computer without an open vault: the whole window. */
import { useEffect } from 'react';
import { IconButton } from '../../components/button.tsx';
import { Mark } from '../../components/icons.tsx';
import { takeHandedOver } from '../../stores/handed-over.ts';
import { closeBundle } from '../../stores/reader.ts';
import { DocumentPreview } from '../document/document-preview.tsx';
import { ReaderPane } from './reader-pane.tsx';
import './sharing.css';

export function BundleReader({ onClose }: { onClose: () => void }) {
  useEffect(
    () => () => {
      void closeBundle();
    },
    [],
  );
  const close = () => {
    // The file was looked at where it was handed over, so that this screen stays open meanwhile.
    takeHandedOver('bundle');
    onClose();
  };
  return (
    <main className="reader-page">
      <header className="reader-head">
        <Mark />
        <h1>Read a bundle</h1>
        <IconButton label="Close the reader" icon="close" onPress={close} />
      </header>
      <ReaderPane hasVault={false} />
      <DocumentPreview />
    </main>
  );
}

import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icons.tsx';
import { copyText } from '../../stores/host.ts';
import { go } from '../../stores/navigation.ts';
import { say } from '../../stores/toasts.ts';
import type { SealState } from '../../stores/sharing.ts';
import { bytesInWords } from '../bytes-in-words.ts';
import { BundleSheets } from './bundle-sheets.tsx';

interface Props {
  result: NonNullable<SealState['result']>;
  onAnother: () => void;
}

/** The bundle is there: what to do with it now. */
export function Sealed({ result, onAnother }: Props) {
  const { passphrase } = result;
  return (
    <section className="sealed" role="status">
      <Icon name="check" />
      <h2>The bundle is sealed</h2>
      <p>
        Saved as <bdi>{result.name}</bdi>, {bytesInWords(result.bytes)}, and entered in the transfer
        register. Send the file by any means: only its recipient can open it. The cover sheet says
        how, and names nobody; the form comes back signed.
      </p>
      {passphrase && (
        <div className="passphrase">
          <span className="label" id="sealed-passphrase">
            Tell this by phone; it is not shown again
          </span>
          <output className="code" aria-labelledby="sealed-passphrase">
            {passphrase}
          </output>
          <Button
            icon="key"
            onPress={() =>
              void copyText(passphrase).then(() => say('Copied; it is cleared after 30 seconds.'))
            }
          >
            Copy passphrase
          </Button>
        </div>
      )}
      <div className="pane-actions">
        <Button variant="primary" onPress={onAnother}>
          Seal another
        </Button>
        <BundleSheets id={result.id} />
        <Button onPress={() => go('sharing', 'transfers')}>Transfer register</Button>
      </div>
    </section>
  );
}

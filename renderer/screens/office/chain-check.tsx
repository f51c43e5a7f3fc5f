import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { useVerified, verifyChain } from '../../stores/trail.ts';

/** Reads the whole chain of changes again, and says what was found. */
export function ChainCheck() {
  const { busy, progress, found, failure } = useVerified();
  return (
    <>
      <div>
        <Button icon="link" isPending={busy} onPress={() => void verifyChain()}>
          {busy ? 'Checking …' : 'Check the chain'}
        </Button>
      </div>
      <div role="status">
        {busy && progress && (
          <p>
            {progress.done} of {progress.total}
          </p>
        )}
        {found && <p>Whole: {count(found.entries)} checked, none missing, none altered.</p>}
      </div>
      <FailureText failure={failure} />
    </>
  );
}

function count(entries: number): string {
  return `${new Intl.NumberFormat('en-GB').format(entries)} ${entries === 1 ? 'entry' : 'entries'}`;
}

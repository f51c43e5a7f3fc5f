import { Button } from '../../components/button.tsx';
import { RESTRICTED_NAME } from '../../domain/restrictions.ts';
import { closeDocument } from '../../stores/document.ts';
import { go } from '../../stores/navigation.ts';

/** Before a document leaves that tells of somebody whose data may not be used: what is done about it, and what is not. */
export function NamesLeftOut({ places }: { places: number }) {
  const seeRequests = () => {
    closeDocument();
    go('requests');
  };
  return (
    <div className="document-note names-left-out" role="note">
      <p>
        {places === 1 ? 'A name is' : `${places} names are`} left out, of people whose data is
        restricted or who object: “{RESTRICTED_NAME}” stands there. Read the rest before it leaves:
        what tells of them without their name stays (policy: RIGHT-RESTRICT). It can be taken out of
        a draft, or wait for the end of the restriction.
      </p>
      <Button variant="quiet" onPress={seeRequests}>
        See the requests
      </Button>
    </div>
  );
}

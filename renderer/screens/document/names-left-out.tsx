import { Button } from '../../components/button.tsx';
import { RESTRICTED_NAME } from '../../domain/restrictions.ts';
import { closeDocument } from '../../stores/document.ts';
import { go } from '../../stores/navigation.ts';

/**
 * Before a document leaves that may tell of somebody whose data may not be used: what is done about it, and what is not.
 * @param places how many names were found
 */
export function NamesLeftOut({ places }: { places: number }) {
  const seeRequests = () => {
    closeDocument();
    go('requests');
  };
  if (places === 0)
    return (
      <p className="names-sought muted" role="note">
        No restricted person’s name was found; names are left out as far as the program finds them.
      </p>
    );
  return (
    <div className="document-note names-left-out" role="note">
      <p>
        {places === 1 ? 'A name' : `${places} names`} of people whose data is restricted, or who
        object, {places === 1 ? 'is' : 'are'} left out: “{RESTRICTED_NAME}”. Names are left out as
        far as the program finds them, and what tells of somebody without a name stays: read it
        before it leaves, take it out of a draft, or wait (policy: RIGHT-RESTRICT).
      </p>
      <Button variant="quiet" onPress={seeRequests}>
        See the requests
      </Button>
    </div>
  );
}

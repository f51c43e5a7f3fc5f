import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { LETTERS, type Letter, type Request } from '../../domain/request.ts';
import { openDocument } from '../../stores/document.ts';
import type { Opened } from '../../stores/records.ts';
import { EraseButton } from '../erasing/erase-button.tsx';
import { RegisterView } from '../register/register-view.tsx';
import { HeldDialog } from './held-dialog.tsx';

export function RightsTab() {
  return (
    <RegisterView
      kind="request"
      room="requests"
      home="rights"
      icon="requests"
      empty={
        <p>
          Somebody asks to see, correct, erase, restrict or take along what is held on them, objects
          to its use, or wants a publication removed: it is answered within a month.
        </p>
      }
      actions={actionsOf}
    />
  );
}

function actionsOf({ record }: Opened<'request'>) {
  return <Actions request={record} />;
}

/** What is held, the letters, and the erasing, where that is what they ask for. */
function Actions({ request }: { request: Request }) {
  const { id, type, person, decision, answered } = request;
  const [isLooking, setLooking] = useState(false);
  const show = (letter: Letter) => void openDocument({ what: 'request-letter', id, letter });
  const letters = optionsOf(LETTERS).filter((option) => isFor(option.id, request));
  return (
    <>
      {type === 'access' && (
        <Button variant="primary" icon="search" onPress={() => setLooking(true)}>
          What is held
        </Button>
      )}
      <Select
        label="Write"
        isLabelHidden
        placeholder="Write …"
        value={null}
        options={letters}
        onChange={show}
      />
      {type === 'erasure' && decision !== 'refused' && answered === null && (
        <EraseButton id={person} reason="request" />
      )}
      {isLooking && <HeldDialog request={request} onClose={() => setLooking(false)} />}
    </>
  );
}

/** The letters that this request may need as it stands. */
function isFor(letter: Letter, { type, decision, extensionReasons }: Request): boolean {
  const isGranted = decision === 'upheld' || decision === 'partly';
  switch (letter) {
    case 'pack':
      return type === 'access' && isGranted;
    case 'data':
      return type === 'portability' && isGranted;
    case 'answer':
      return decision !== 'open' && !(isGranted && (type === 'access' || type === 'portability'));
    case 'extension':
      return extensionReasons.trim() !== '';
    case 'lifting':
      return type === 'restriction' || type === 'objection';
    default:
      return true;
  }
}

/** Complaints of how data is handled, each with its letters (clause COMPLAINT). */
import { Button } from '../../components/button.tsx';
import type { Complaint } from '../../domain/complaint.ts';
import { openDocument } from '../../stores/document.ts';
import { type Opened, recordStoreOf } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { RegisterView } from '../register/register-view.tsx';

const actionsOf = ({ record }: Opened<'complaint'>) => <Actions complaint={record} />;

export function ComplaintsTab() {
  return (
    <RegisterView
      kind="complaint"
      room="requests"
      home="complaints"
      icon="requests"
      empty={
        <p>
          Somebody complains of how their data is handled. The law has it acknowledged within 30
          days; the policy promises an answer within one month, and names the ICO as the next
          address.
        </p>
      }
      actions={actionsOf}
    />
  );
}

/** Each letter, and noting that it went today. */
function Actions({ complaint }: { complaint: Complaint }) {
  const { today } = useOpened();
  const { id, acknowledged, responded, outcome } = complaint;
  const note = (field: 'acknowledged' | 'responded') =>
    void recordStoreOf('complaint').change((record) => ({ ...record, [field]: today }));
  const show = (letter: 'acknowledgement' | 'response') =>
    void openDocument({ what: 'complaint-letter', id, letter });
  const isAnswerable = outcome.trim() !== '';
  return (
    <>
      <Button icon="file" onPress={() => show('acknowledgement')}>
        Acknowledgement
      </Button>
      {acknowledged === null && responded === null && (
        <Button variant="primary" onPress={() => note('acknowledged')}>
          Acknowledged today
        </Button>
      )}
      <Button icon="file" isDisabled={!isAnswerable} onPress={() => show('response')}>
        Response
      </Button>
      {responded === null && acknowledged !== null && (
        <Button variant="primary" isDisabled={!isAnswerable} onPress={() => note('responded')}>
          Answered today
        </Button>
      )}
    </>
  );
}

/** Complaints of how data is handled, with both of their clocks (clause COMPLAINT). */
import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import type { Complaint } from '../../domain/complaint.ts';
import { formatDayWithWeekday } from '../../domain/dates.ts';
import { AUTHORITY } from '../../domain/deadlines.ts';
import { openDocument } from '../../stores/document.ts';
import { type Opened, recordStoreOf } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { loadToday, useToday } from '../../stores/today.ts';
import { RegisterView } from '../register/register-view.tsx';
import './complaints.css';

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
      <Clocks complaint={complaint} />
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

/** What is still owed, by when, and how the day was worked out. */
function Clocks({ complaint }: { complaint: Complaint }) {
  const lines = useToday(({ lines: all }) => all);
  const { today } = useOpened();
  useEffect(() => void loadToday(), [today]);
  const owed = lines?.filter(({ id }) => id === complaint.id) ?? [];
  if (owed.length === 0) return null;
  return (
    <div className="complaint-clocks">
      <dl className="details">
        {owed.map(({ what, due, days, working }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <strong className={days !== null && days < 0 ? 'overdue' : ''}>
                {due && formatDayWithWeekday(due)}
              </strong>
              <p className="muted">{working}</p>
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">{AUTHORITY}</p>
    </div>
  );
}

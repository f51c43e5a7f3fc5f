/** Who made direct contact, what they need, and who answers (clause COLLECT-DIRECT). */
import { PageHeader } from '../../components/layout.tsx';
import { RegisterView } from '../register/register-view.tsx';

export function EnquiriesRoom() {
  return (
    <div className="page">
      <PageHeader title="Enquiries" />
      <RegisterView
        kind="enquiry"
        room="enquiries"
        icon="enquiries"
        empty={
          <p>
            Somebody writes by the website or is met at an event: an officer finds out what they
            need. What is shared, and with whom, is noted; it stays within IMSIG and the CQI.
          </p>
        }
      />
    </div>
  );
}

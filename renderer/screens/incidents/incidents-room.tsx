/** Personal data breaches: the clocks, the risk, what was decided, and what goes to whom (clause BREACH). */
import { PageHeader } from '../../components/layout.tsx';
import type { Opened } from '../../stores/records.ts';
import { RegisterView } from '../register/register-view.tsx';
import { IncidentHead } from './incident-head.tsx';

const headOf = (open: Opened<'incident'>) => <IncidentHead open={open} />;

export function IncidentsRoom() {
  return (
    <div className="page">
      <PageHeader title="Incidents" />
      <RegisterView
        kind="incident"
        room="incidents"
        icon="incidents"
        empty={
          <p>
            A personal data breach, or what may be one, is kept here with the clocks that it starts:
            72 hours from when the group became aware of it, and from when it happened. It is
            recorded whether it is reported or not.
          </p>
        }
        actions={headOf}
      />
    </div>
  );
}

/** What stands above the particulars of an incident: its clocks, its risk, and its documents. */
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import type { Incident } from '../../domain/incident.ts';
import { riskIn } from '../../domain/registers/incidents.ts';
import { openDocument } from '../../stores/document.ts';
import { type Opened, recordStoreOf } from '../../stores/records.ts';
import { BreachClocks } from './breach-clocks.tsx';
import { RiskMatrix } from './risk-matrix.tsx';
import './incidents.css';

export function IncidentHead({ open: { record, names } }: { open: Opened<'incident'> }) {
  const { id, likelihood, severity } = record;
  const show = (form: 'initial' | 'follow-up') =>
    void openDocument({ what: 'breach-report', id, form });
  return (
    <>
      <div className="incident-head">
        <BreachClocks incident={record} />
        <RiskMatrix
          likelihood={likelihood}
          severity={severity}
          onChange={(assessed) =>
            void recordStoreOf('incident').change((now) => ({ ...now, ...assessed }))
          }
        />
      </div>
      <Button icon="file" onPress={() => show('initial')}>
        Report form
      </Button>
      <Button icon="file" onPress={() => show('follow-up')}>
        Follow-up report
      </Button>
      <Letters incident={record} names={names} />
    </>
  );
}

/** The letter to one of the people affected, where they are to be told. */
function Letters({
  incident,
  names,
}: {
  incident: Incident;
  names: Readonly<Record<string, string>>;
}) {
  const { id, affected, tell } = incident;
  if (affected.length === 0 || (riskIn(incident) !== 'high' && tell !== 'tell')) return null;
  const options = affected.map((person) => ({ id: person, label: names[person] ?? '(removed)' }));
  return (
    <Select
      label="Letter to a person affected"
      isLabelHidden
      placeholder="Letter to …"
      value={null}
      options={options}
      onChange={(person) => void openDocument({ what: 'breach-letter', id, person })}
    />
  );
}

import { EmptyState, PageHeader } from '../../components/layout.tsx';

export function IncidentsRoom() {
  return (
    <div className="page">
      <PageHeader title="Incidents" />
      <EmptyState icon="incidents" title="Nothing here yet">
        <p>
          A personal data breach, or what may be one, is kept here with the clock that it starts.
        </p>
      </EmptyState>
    </div>
  );
}

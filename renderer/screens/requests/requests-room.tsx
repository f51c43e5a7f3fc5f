import { EmptyState, PageHeader } from '../../components/layout.tsx';

export function RequestsRoom() {
  return (
    <div className="page">
      <PageHeader title="Requests" />
      <EmptyState icon="requests" title="Nothing here yet">
        <p>What people ask of their data, and complaints, are kept here with their deadlines.</p>
      </EmptyState>
    </div>
  );
}

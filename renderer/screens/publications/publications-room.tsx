import { EmptyState, PageHeader } from '../../components/layout.tsx';

export function PublicationsRoom() {
  return (
    <div className="page">
      <PageHeader title="Publications" />
      <EmptyState icon="publications" title="Nothing here yet">
        <p>
          Articles, photographs, events and mailings are kept here, each with the consents that it
          leans on.
        </p>
      </EmptyState>
    </div>
  );
}

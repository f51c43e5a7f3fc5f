import { RegisterView } from '../register/register-view.tsx';

/** What is to be paid and collected (clause COLLECT-INVOICES). */
export function InvoicesTab() {
  return (
    <RegisterView
      kind="invoice"
      room="office"
      home="invoices"
      icon="file"
      empty={
        <p>
          What the collection and payment of invoices needs: who, how much, by when. Invoices have a
          key of their own, for the posts that need them.
        </p>
      }
    />
  );
}

import { RegisterView } from '../register/register-view.tsx';

/** Who provides services to the group, and what shows that they take equal care (clause SUPPLIERS). */
export function SuppliersTab() {
  return (
    <RegisterView
      kind="supplier"
      room="office"
      home="suppliers"
      icon="office"
      empty={
        <p>
          Whoever hosts the website, runs the network or counts its visitors meets a standard equal
          to the group’s. What shows it is kept here, and reviewed every year.
        </p>
      }
    />
  );
}

import { RegisterView } from '../register/register-view.tsx';

/** What each post answers for and which data it needs; in force with the committee's approval (clause GOVERN). */
export function RolesTab() {
  return (
    <RegisterView
      kind="role"
      room="office"
      home="roles"
      icon="check"
      empty={
        <p>
          A role description says what a post answers for, and which data its holder needs and why.
          It is in force once a decision of the Steering Committee approves it; from then on it is
          not edited, and a change is a new version.
        </p>
      }
    />
  );
}

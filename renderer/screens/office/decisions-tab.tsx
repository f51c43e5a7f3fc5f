import { RegisterView } from '../register/register-view.tsx';

/** Approvals and decisions that outlive the minutes they were noted in (clause GOVERN). */
export function DecisionsTab() {
  return (
    <RegisterView
      kind="decision"
      room="office"
      home="decisions"
      icon="check"
      empty={
        <p>
          A decision of the Steering Committee or the Chair is kept here by its own words, without
          names, so that it outlives the minutes. Role descriptions, the access matrix and changes
          of a lawful basis rest on one.
        </p>
      }
    />
  );
}

import { RegisterView } from '../register/register-view.tsx';

/** Who was given personal data, and on which ground (clause DISCLOSE). */
export function DisclosuresTab() {
  return (
    <RegisterView
      kind="disclosure"
      room="sharing"
      home="disclosures"
      icon="sharing"
      empty={
        <p>
          When personal data is given to somebody, it is noted here: what, whose, to whom. Outside
          IMSIG and the CQI only with the consent of each person, or by a legal duty.
        </p>
      }
    />
  );
}

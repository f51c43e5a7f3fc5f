import { RegisterView } from '../register/register-view.tsx';

/** What has changed of the shipped list of adequate countries (clause TRANSFER). */
export function AdequacyTab() {
  return (
    <RegisterView
      kind="adequacy"
      room="sharing"
      home="adequacy"
      icon="sharing"
      empty={
        <>
          <p>
            As shipped, adequate by UK law as of 1 Nov 2026: the EEA, Gibraltar, Switzerland, Canada
            (PIPEDA), Argentina, Guernsey, Jersey, the Isle of Man, Andorra, the Faroe Islands,
            Israel, Uruguay, New Zealand, Japan and South Korea. The United States is so for
            certified recipients only, so it asks for a safeguard here.
          </p>
          <p>When the law changes, note it here with its day and its source.</p>
        </>
      }
    />
  );
}

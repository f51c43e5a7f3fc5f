import { RegisterView } from '../register/register-view.tsx';

/** What keeps a record beyond its last day: a stated legal duty, or an open matter (dates.md, Retention). */
export function HoldsTab() {
  return (
    <RegisterView
      kind="hold"
      room="office"
      home="holds"
      icon="lock"
      empty={
        <p>
          A legal hold keeps what a law or an open matter needs, though its time is over. Open
          requests, complaints and incidents hold what they name by themselves; a legal duty is
          stated here, with its reason.
        </p>
      }
    />
  );
}

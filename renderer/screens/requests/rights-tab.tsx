import { RegisterView } from '../register/register-view.tsx';

export function RightsTab() {
  return (
    <RegisterView
      kind="request"
      room="requests"
      home="rights"
      icon="requests"
      empty={
        <p>
          Somebody asks to see, correct, erase, restrict or take along what is held on them, objects
          to its use, or wants a publication removed: it is answered within a month.
        </p>
      }
    />
  );
}

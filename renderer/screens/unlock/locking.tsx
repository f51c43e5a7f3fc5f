import { Door } from './door.tsx';

/** What is seen in the moment before the page ends: nothing of the vault. */
export function Locking() {
  return (
    <Door title="Locking">
      <p className="muted" role="status">
        Everything is saved. A backup is being made where it is kept; this takes a moment.
      </p>
    </Door>
  );
}

import { RegisterView } from '../register/register-view.tsx';

/** What promises have made necessary: to take down, to tell somebody, to send. */
export function TasksTab() {
  return (
    <RegisterView
      kind="task"
      room="office"
      home="tasks"
      icon="check"
      empty={
        <p>
          Tasks come by themselves: when a consent is withdrawn, what leaned on it has to be taken
          down; when a record is corrected or erased, whoever was given it has to be told.
        </p>
      }
    />
  );
}

import { BASIS_WORDS, PURPOSES, retentionInWords } from '../../domain/purposes.ts';

/** What data is kept for, on which basis and how long: the register of processing as shipped. */
export function PurposesTab() {
  return (
    <div className="page-body">
      <table className="office-table">
        <caption>
          Every record hangs on one of these purposes. They follow the group’s privacy policy.
        </caption>
        <thead>
          <tr>
            <th scope="col">Purpose</th>
            <th scope="col">Why</th>
            <th scope="col">Basis</th>
            <th scope="col">Kept</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(PURPOSES).map(([id, purpose]) => (
            <tr key={id}>
              <th scope="row">{purpose.name}</th>
              <td>{purpose.why}</td>
              <td>{BASIS_WORDS[purpose.basis]}</td>
              <td>{retentionInWords(purpose)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
